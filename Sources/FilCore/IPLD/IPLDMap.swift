/// The fields of an IPLD map in canonical order: shorter names first, then by bytes.
///
/// Names are compared as bytes, as IPLD does. Two ways to write one character are two names here, where a dictionary
/// of strings would take them for the same.
public struct IPLDMap: Hashable, Sendable {
  /// A name and its value.
  public struct Field: Hashable, Sendable {
    /// The name.
    public let key: String
    /// The value.
    public let value: IPLDNode

    /// A field.
    public init(key: String, value: IPLDNode) {
      self.key = key
      self.value = value
    }

    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    public static func == (left: Field, right: Field) -> Bool {
      left.key.hasSameBytes(as: right.key) && left.value == right.value
    }
  }

  private var fields: [Field]

  /// A map without fields.
  public init() {
    fields = []
  }

  /// A map with fields in any order; of fields with the same name the last one stays.
  public init(_ fields: some Sequence<Field>) {
    self.init()
    for field in fields { self[field.key] = field.value }
  }

  /// A map with fields that stand in canonical order and differ.
  init(canonical fields: [Field]) {
    self.fields = fields
  }

  /// The value with a name; `nil` if there is none.
  public subscript(key: String) -> IPLDNode? {
    get {
      let index = position(of: key)
      return isField(at: index, named: key) ? fields[index].value : nil
    }
    set {
      let index = position(of: key)
      let end = isField(at: index, named: key) ? index + 1 : index
      fields.replaceSubrange(index..<end, with: newValue.map { [Field(key: key, value: $0)] } ?? [])
    }
  }

  private func isField(at index: Int, named key: String) -> Bool {
    index < fields.count && fields[index].key.hasSameBytes(as: key)
  }

  /// Where a field with a name is, or would stand.
  private func position(of key: String) -> Int {
    var range = 0..<fields.count
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      range =
        CBORDecoder.isOrdered(fields[middle].key, key) ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}

extension IPLDMap: RandomAccessCollection {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var startIndex: Int { 0 }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public var endIndex: Int { fields.count }

  /// The field at a position in canonical order.
  public subscript(position: Int) -> Field { fields[position] }
}

extension IPLDMap: ExpressibleByDictionaryLiteral {
  /// A map of what a literal names; of fields with the same name the last one stays.
  public init(dictionaryLiteral elements: (String, IPLDNode)...) {
    self.init(elements.map { Field(key: $0.0, value: $0.1) })
  }
}
