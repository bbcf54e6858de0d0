internal import FilCore

/// Arrays of the chain, which are of the form without a bit width and leave out no index.
enum ChainArray {
  static func load<Value: CBORCodable & Sendable>(
    _ type: Value.Type, _ root: CID, from store: some Blockstore
  ) throws(ChainError) -> [Value] {
    let values = try chainResult(.malformed, "array \(root)") { () throws(CollectionError) in
      let array = try AMT<Value, _>(root: root, store: store, form: .legacy)
      var values: [Value] = []
      var entries = try array.entries()
      while let (index, value) = try entries.next() {
        guard index == UInt64(values.count) else { throw CollectionError(.notFound, "index \(values.count)") }
        values.append(value)
      }
      guard UInt64(values.count) == array.count else { throw CollectionError(.notFound, "\(array.count) elements") }
      return values
    }
    return values
  }
}
