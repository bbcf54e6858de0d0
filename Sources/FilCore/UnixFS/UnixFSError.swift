/// Why a file or directory could not be imported or read.
///
/// Two errors are equal when their codes are.
public struct UnixFSError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// A block is not in the store.
    case missingBlock
    /// A block is no node of UnixFS, or contradicts the node above it.
    case malformedNode
    /// A block does not hash to its CID.
    case mismatch
    /// A file was wanted, and this is none.
    case notAFile
    /// A directory was wanted, and this is none.
    case notADirectory
    /// A directory has no entry with this name.
    case notFound
    /// A name is empty, has a slash in it, or stands twice.
    case invalidName
    /// A range reaches beyond the file.
    case outOfRange
    /// The options contradict each other.
    case invalidOptions
    /// The source of a file failed.
    case source
    /// The store failed.
    case store
  }

  /// The kind of the error.
  public let code: Code
  /// Which block or name, and what is wrong, for people.
  public let detail: String
  /// What went wrong below, if anything.
  public let cause: (any Error)?

  /// An error with what it is about.
  public init(_ code: Code, _ detail: String, cause: (any Error)? = nil) {
    self.code = code
    self.detail = detail
    self.cause = cause
  }
}

extension UnixFSError: Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: UnixFSError, right: UnixFSError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension UnixFSError: CustomStringConvertible {
  /// One line: the code, the detail and the cause.
  public var description: String {
    "UnixFS: \(code): \(detail)" + (cause.map { " (\($0))" } ?? "")
  }
}
