/// Why a HAMT, an AMT or a KAMT could not do what it was asked.
///
/// Two errors are equal when their codes are.
public struct CollectionError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// A block of the collection is not in the store.
    case missingBlock
    /// A block is no node of such a collection.
    case malformedNode
    /// The CBOR of a value is not that of the collection's type.
    case valueCBOR
    /// The store failed.
    case store
    /// A key that the collection cannot hold, or bytes that are no key of the type.
    case invalidKey
    /// An index above the greatest that an AMT holds.
    case indexOutOfRange
    /// Keys whose hashes agree in all their bits, or a tree deeper than a hash is long.
    case maxDepth
    /// An index that a strict deletion names is absent.
    case notFound
    /// Two collections that are compared have different bit widths.
    case differentLayouts
  }

  /// The kind of the error.
  public let code: Code
  /// Which block, key or index, and what is wrong, for people.
  public let detail: String
  /// What went wrong below; `nil` if the collection itself found the fault.
  public let cause: (any Error)?

  /// An error with what it is about.
  public init(_ code: Code, _ detail: String, cause: (any Error)? = nil) {
    self.code = code
    self.detail = detail
    self.cause = cause
  }
}

extension CollectionError: Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: CollectionError, right: CollectionError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension CollectionError: CustomStringConvertible {
  /// One line: the code, the detail and the cause.
  public var description: String {
    "collection: \(code): \(detail)" + (cause.map { " (\($0))" } ?? "")
  }
}
