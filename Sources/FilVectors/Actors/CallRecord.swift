/// What a recorded call did, in order; a replay takes one item after another.
struct CallRecord {
  /// Answers that have no bearing on consensus, so that their number and order are free.
  private static let informative: Set<String> = [
    "resolve_address", "lookup_delegated_address", "get_actor_code_cid", "resolve_builtin_actor_type",
    "get_code_cid_for_type", "current_balance", "actor_balance", "hash", "hash_64", "hash_blake2b", "gas_available",
  ]

  private var effects: ArraySlice<JSONValue>
  private var answers: ArraySlice<JSONValue>
  private let hashes: [String: String]

  init(_ vector: JSONValue) throws {
    effects = try vector.requireArray("effects").filter { $0["kind"]?.string != "state" }[...]
    let asked = try vector.requireArray("answers")
    answers = asked.filter { !CallRecord.informative.contains($0["ask"]?.string ?? "") }[...]
    var hashes: [String: String] = [:]
    for answer in asked where answer["ask"]?.string == "hash_blake2b" {
      hashes[try answer.requireString("data")] = try answer.requireString("output")
    }
    self.hashes = hashes
  }

  /// The digest that the recording gives for these bytes, which is a false one in some tests; `nil` if it has none.
  func recordedHash(of data: String) -> String? { hashes[data] }

  /// The next effect, which must be of a kind.
  mutating func nextEffect(_ kind: String) throws -> JSONValue {
    guard let effect = effects.popFirst() else { throw VectorError("\(kind): the recording has no further effect") }
    try expect(kind, equals: try effect.requireString("kind"), "kind of the next effect")
    return effect
  }

  /// The next answer of consequence, which must be to a question.
  mutating func nextAnswer(_ question: String) throws -> JSONValue {
    guard let answer = answers.popFirst() else { throw VectorError("\(question): the recording has no further answer") }
    try expect(question, equals: try answer.requireString("ask"), "next question")
    return answer
  }

  /// Requires that nothing is left.
  func finish() throws {
    if let effect = effects.first { throw VectorError("missing effect \(try effect.requireString("kind"))") }
    if let answer = answers.first { throw VectorError("missing question \(try answer.requireString("ask"))") }
  }
}
