import FilCore

/// The blocks of a map and of an array with some entries.
private func examples(_ make: (MemoryBlockstore) throws -> Void) -> [[UInt8]] {
  let store = MemoryBlockstore()
  do {
    try make(store)
  } catch {
    fatalError("\(error)")
  }
  return store.all.map(\.bytes).sorted { $0.lexicographicallyPrecedes($1) }
}

private func mapExamples(_ configuration: HAMTConfiguration) -> [[UInt8]] {
  examples { store in
    var map = HAMTMap<UInt64, UInt64, MemoryBlockstore>(store: store, configuration: configuration)
    for key in 0..<60 as Range<UInt64> { try map.set(key, to: key * 7) }
    _ = try map.flush()
  }
}

private func readMap(_ input: [UInt8], _ configuration: HAMTConfiguration) throws {
  let block = Block(dagCBOR: input)
  let empty = HAMT<RawCBOR, MemoryBlockstore>(store: MemoryBlockstore([block]), configuration: configuration)
  var map = try HAMT<RawCBOR, MemoryBlockstore>(root: block.cid, store: empty.store, configuration: configuration)
  try? map.forEach { _, _ in }
  for (older, newer) in [(map, empty), (empty, map)] {
    var changes = try older.changes(to: newer)
    while let change = try? changes.next() { _ = change }
  }
  for key in 0..<20 as Range<UInt64> {
    _ = try? map.set((key * 5).keyBytes, to: RawCBOR(encoding: key))
    _ = try? map.delete((key * 3).keyBytes)
  }
  _ = try? map.flush()
}

private let arrayExamples = examples { store in
  var array = AMT((0..<60 as Range<UInt64>), store: store)
  _ = try array.flush()
  var sparse = AMT<UInt64, MemoryBlockstore>(store: store)
  for index in [0, 9, 1_000, 1 << 40] as [UInt64] { try sparse.set(index, to: index) }
  _ = try sparse.flush()
}

private let storageExamples = examples { store in
  var storage = KAMT<Word256, MemoryBlockstore>(store: store)
  for key in 0..<60 as Range<UInt64> { try storage.set(Word256(key << (key & 31)), to: Word256(key * 7)) }
  _ = try storage.flush()
}

let collectionTargets = [
  // Children of a node that is read alone are missing: only that nothing traps is tried.
  FuzzTarget("hamt", mapExamples(.current)) {
    try? readMap($0, .current)
    return nil
  },
  FuzzTarget("hamt-legacy", mapExamples(.legacy)) {
    try? readMap($0, .legacy)
    return nil
  },
  FuzzTarget("kamt", storageExamples) { input in
    let block = Block(dagCBOR: input)
    var storage = try KAMT<RawCBOR, MemoryBlockstore>(root: block.cid, store: MemoryBlockstore([block]))
    try? storage.forEach { _, _ in }
    for key in 0..<60 as Range<UInt64> {
      _ = try? storage.set(Word256(key << (key & 31)), to: RawCBOR(encoding: key))
      _ = try? storage.delete(Word256((key + 1) << (key & 31)))
    }
    return nil
  },
  FuzzTarget("amt", arrayExamples) { input in
    let block = Block(dagCBOR: input)
    // Nodes that are no roots are examples too.
    guard var array = try? AMT<RawCBOR, MemoryBlockstore>(root: block.cid, store: MemoryBlockstore([block]))
    else { return nil }
    try? array.forEach(limit: 1_000) { (_: UInt64, _: RawCBOR) throws(CollectionError) in }
    _ = try? array.get(.max - 1)
    if var changes = try? array.changes(to: AMT(store: array.store, configuration: array.configuration)) {
      while let change = try? changes.next() { _ = change }
    }
    for index in 0..<20 as Range<UInt64> {
      _ = try? array.set(index << (index * 3), to: RawCBOR(encoding: index))
      _ = try? array.delete(index * 3)
    }
    _ = try? array.flush()
    return nil
  },
  FuzzTarget("bit-field", [BitField(0..<5).cbor, BitField(ranges: [1..<2, 5..<500, 1_000..<1_001]).cbor]) {
    let field = try BitField(cbor: $0)
    _ = field.union(BitField(3..<9))
    return try BitField(cbor: field.cbor) == field ? nil : []
  },
]
