/// Why a sector's file cannot be read or written.
public struct SectorStorageError: Error, Sendable, CustomStringConvertible {
  /// What went wrong.
  public struct Code: Hashable, Sendable {
    private enum Value { case missing, outOfRange, failed }
    private let value: Value

    /// There is no such file.
    public static let missing = Code(value: .missing)
    /// The file is shorter than what was asked for.
    public static let outOfRange = Code(value: .outOfRange)
    /// The system failed.
    public static let failed = Code(value: .failed)
  }

  /// What went wrong.
  public let code: Code
  /// Which file.
  public let file: SectorFile
  /// The details.
  public let description: String

  /// An error about a file.
  public init(_ code: Code, _ file: SectorFile, _ detail: String) {
    self.code = code
    self.file = file
    description = "\(file.name): \(detail)"
  }
}

extension SectorStorageError: Hashable {
  /// Errors are equal if their codes and files are.
  public static func == (left: SectorStorageError, right: SectorStorageError) -> Bool {
    left.code == right.code && left.file == right.file
  }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(file)
  }
}
