internal import FilCore

/// What a vector of a malformed structure requires.
enum VectorVerdict: String {
  case accept
  case reject
  /// Implementations differ: both are right.
  case either

  init(_ vector: JSONValue) throws {
    let text = try vector.requireString("expect")
    guard let verdict = VectorVerdict(rawValue: text) else { throw VectorError("verdict '\(text)'") }
    self = verdict
  }

  /// Runs what must be accepted or refused; a refusal is an error of type `Refusal`.
  func check<Refusal: Error>(refusal: Refusal.Type, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as Refusal {
      if self == .accept { throw VectorError("refused: \(error)") }
      return
    }
    if self == .reject { throw VectorError("accepted") }
  }
}
