/// Why a sector cannot be sealed, unsealed or proven.
public struct SealError: Error, Sendable, CustomStringConvertible {
  /// What went wrong.
  public struct Code: Hashable, Sendable {
    private enum Value { case unsupported, wrongInput, corrupt, storage, selfCheck }
    private let value: Value

    /// A size or a proof type that there is no such thing for.
    public static let unsupported = Code(value: .unsupported)
    /// An input that does not fit the sector or the proof.
    public static let wrongInput = Code(value: .wrongInput)
    /// A stored file whose contents cannot be right.
    public static let corrupt = Code(value: .corrupt)
    /// The storage failed.
    public static let storage = Code(value: .storage)
    /// The proof that was made does not verify: the sector's files are damaged.
    public static let selfCheck = Code(value: .selfCheck)
  }

  /// What went wrong.
  public let code: Code
  /// The details.
  public let description: String
  /// The storage's error, if it was the cause.
  public let cause: SectorStorageError?

  /// An error with its details.
  public init(_ code: Code, _ description: String, cause: SectorStorageError? = nil) {
    self.code = code
    self.description = description
    self.cause = cause
  }

  init(_ cause: SectorStorageError) {
    self.init(.storage, cause.description, cause: cause)
  }
}

extension SealError: Hashable {
  /// Errors are equal if their codes are.
  public static func == (left: SealError, right: SealError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
