internal import FilCore

/// Arrays of the chain, which are of the form without a bit width and leave out no index.
enum ChainArray {
  /// The most messages that a block's array may have: more never fit into a block's gas.
  static let maxMessages: UInt64 = 1 << 17
  /// The most receipts that a tipset's array may have.
  static let maxReceipts: UInt64 = 1 << 22

  /// The elements of an array; one with more than `limit` is refused before it is read.
  static func load<Value: CBORCodable & Sendable>(
    _ type: Value.Type, _ root: CID, limit: UInt64, from store: some Blockstore
  ) throws(ChainError) -> [Value] {
    do throws(CollectionError) {
      let array = try AMT<Value, _>(root: root, store: store, form: .legacy)
      guard array.count <= limit else { throw CollectionError(.malformedNode, "\(array.count) elements") }
      return try elements(of: array)
    } catch {
      throw ChainError(
        error.code == .store || error.code == .missingBlock ? .store : .malformed, "array \(root)", cause: error)
    }
  }

  /// The elements: as many as the root says, so that nodes that stand in several places cannot make it more.
  private static func elements<Value, Store: Blockstore>(
    of array: AMT<Value, Store>
  ) throws(CollectionError) -> [Value] {
    var values: [Value] = []
    var entries = try array.entries()
    while let (index, value) = try entries.next() {
      guard index == UInt64(values.count), index < array.count else {
        throw CollectionError(.malformedNode, "index \(index) of \(array.count)")
      }
      values.append(value)
    }
    guard UInt64(values.count) == array.count else {
      throw CollectionError(.malformedNode, "\(values.count) of \(array.count) elements")
    }
    return values
  }
}
