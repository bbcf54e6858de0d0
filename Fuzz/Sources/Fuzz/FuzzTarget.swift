/// A decoder with examples of what it reads.
struct FuzzTarget: Sendable {
  /// What `--target` calls it.
  let name: String
  /// Valid inputs, from which others are made.
  let examples: [[UInt8]]
  /// Reads an input, and gives the form of what it has read, which must be the input; `nil` where another form may
  /// stand for the same. An error is a refusal; a trap is a fault.
  let read: @Sendable ([UInt8]) throws -> [UInt8]?

  /// A decoder.
  init(_ name: String, _ examples: [[UInt8]], _ read: @escaping @Sendable ([UInt8]) throws -> [UInt8]?) {
    self.name = name
    self.examples = examples
    self.read = read
  }

  /// All decoders that are tried.
  static let all = codecTargets + chainTargets + collectionTargets + archiveTargets + cryptoTargets
}
