/// The header fields of a message, in order; the case of their names does not matter.
public struct HTTPHeaders: Hashable, Sendable {
  /// One field.
  public struct Field: Hashable, Sendable {
    /// Its name as it was written.
    public let name: String
    /// Its value without white space around it.
    public let value: String
  }

  /// The fields in order.
  public private(set) var fields: [Field] = []

  /// Fields in order; what is forbidden in them shows when they are written.
  public init(_ fields: [(name: String, value: String)] = []) {
    self.fields = fields.map { Field(name: $0.name, value: $0.value) }
  }

  /// The first value of a name; set, it takes the place of all, and `nil` takes them away.
  public subscript(name: String) -> String? {
    get { fields.first { HTTPHeaders.isSame($0.name, name) }?.value }
    set {
      fields.removeAll { HTTPHeaders.isSame($0.name, name) }
      if let newValue { append(name, newValue) }
    }
  }

  /// Adds a field at the end.
  public mutating func append(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }

  /// The elements of the comma-separated lists of a name, in order, without white space around them.
  public func list(_ name: String) -> [String] {
    fields.filter { HTTPHeaders.isSame($0.name, name) }
      .flatMap { $0.value.split(separator: ",") }
      .map { HTTPSyntax.trimmed($0) }
      .filter { !$0.isEmpty }
  }

  /// Whether the lists of a name have an element, whatever its case.
  func list(_ name: String, contains element: String) -> Bool {
    list(name).contains { HTTPHeaders.isSame($0, element) }
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && zip(left.utf8, right.utf8).allSatisfy { HTTPSyntax.isSameLetter($0, $1) }
  }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
  /// Fields in order.
  public init(dictionaryLiteral elements: (String, String)...) {
    self.init(elements.map { (name: $0.0, value: $0.1) })
  }
}
