import FilCore

/// What the writer puts in one step: blocks, and changes of a table; both follow from the step's number.
struct WriterBatch {
  let number: UInt64

  /// How many blocks there are: from 1 to 40.
  var blockCount: Int { Int(1 + mixed(0) % 40) }

  /// Blocks of a few bytes to some pages, so that batches touch many pages or few.
  var blocks: [Block] {
    get throws {
      try (0..<UInt64(blockCount)).map { index in
        let count = Int(mixed(index + 1) % (index % 8 == 0 ? 9000 : 600))
        let bytes = [UInt8](repeating: UInt8(index), count: count) + Varint.encode(number) + Varint.encode(index)
        return Block(cid: try CID(hashing: bytes, codec: .raw, hash: .blake2b256), bytes: bytes)
      }
    }
  }

  /// The keys that every step sets to its number.
  static let sharedKeys = (0..<UInt8(8)).map { [0, $0] }

  /// The value under the shared keys after the step.
  var value: [UInt8] { Varint.encode(number) + [UInt8](repeating: 7, count: Int(mixed(99) % 3000)) }
  /// The key that this step adds.
  var ownKey: [UInt8] { [1] + (0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
  /// The key of an earlier step, which this one removes.
  var removedKey: [UInt8]? { number % 2 == 1 ? WriterBatch(number: number - 1).ownKey : nil }

  /// The changes of the table.
  var changes: [KeyValueChange] {
    WriterBatch.sharedKeys.map { .set(KeyValuePair(key: $0, value: value)) }
      + [.set(KeyValuePair(key: ownKey, value: value))] + (removedKey.map { [.remove($0)] } ?? [])
  }

  private func mixed(_ index: UInt64) -> UInt64 {
    let product = (number &* 1_000_003 &+ index &+ 1) &* 0x9e37_79b9_7f4a_7c15
    return (product ^ (product >> 29)) >> 7
  }
}
