/// Why a store could not do what it was asked.
///
/// Two errors are equal when their codes are.
public struct StoreError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// A block that must be there is not.
    case notFound
    /// The bytes do not hash to the CID that they are stored under.
    case corrupt
    /// The store takes no writes.
    case readOnly
    /// The disk or the store's map is full.
    case full
    /// The file is no store of this kind, or of another version.
    case wrongFormat
    /// Another process writes to the store.
    case locked
    /// The operating system or the database failed.
    case failed
  }

  /// The kind of the error.
  public let code: Code
  /// Which block, key or file, and what happened, for people.
  public let detail: String

  /// An error with what it is about.
  public init(_ code: Code, _ detail: String) {
    self.code = code
    self.detail = detail
  }
}

extension StoreError: Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: StoreError, right: StoreError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension StoreError: CustomStringConvertible {
  /// One line: the code and the detail.
  public var description: String { "store: \(code): \(detail)" }
}
