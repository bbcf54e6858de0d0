/// Why a part of a piece could not be read.
///
/// Two errors are equal when their codes are.
public struct PieceSourceError: Error, Sendable {
  /// The kind of an error.
  public enum Code: Hashable, Sendable {
    /// The source does not have the piece.
    case unknownPiece
    /// The piece has no such part.
    case outOfRange
    /// The piece is here, but cannot be read now.
    case unavailable
    /// The task was cancelled.
    case cancelled
  }

  /// The kind of the error.
  public let code: Code
  /// The piece that was to be read.
  public let piece: CID
  /// What was seen, for people.
  public let detail: String
  /// What went wrong below, if anything.
  public let cause: (any Error)?

  /// An error with what it is about.
  public init(_ code: Code, _ piece: CID, _ detail: String = "", cause: (any Error)? = nil) {
    self.code = code
    self.piece = piece
    self.detail = detail
    self.cause = cause
  }
}

extension PieceSourceError: Hashable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func == (left: PieceSourceError, right: PieceSourceError) -> Bool { left.code == right.code }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension PieceSourceError: CustomStringConvertible {
  /// One line: the code, the piece, the detail and the cause.
  public var description: String {
    "piece: \(code) (\(piece))" + (detail.isEmpty ? "" : ": \(detail)") + (cause.map { " (\($0))" } ?? "")
  }
}
