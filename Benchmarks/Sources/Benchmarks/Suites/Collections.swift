import FilCore

private let count: UInt64 = 10_000

func collectionBenchmarks() throws -> [Benchmark] {
  let store = MemoryBlockstore()
  var map = HAMTMap<UInt64, UInt64, MemoryBlockstore>(store: store)
  for key in 0..<count { try map.set(key, to: key) }
  let root = try map.flush()
  var array = AMT((0..<count), store: store)
  let arrayRoot = try array.flush()
  return [
    Benchmark("HAMT: set 10,000 and flush") {
      var map = HAMTMap<UInt64, UInt64, MemoryBlockstore>(store: MemoryBlockstore())
      for key in 0..<count { try map.set(key, to: key) }
      blackHole(try map.flush())
    },
    Benchmark("HAMT: load, get 1,000 of 10,000") {
      let map = try HAMTMap<UInt64, UInt64, MemoryBlockstore>(root: root, store: store)
      for key in stride(from: 0, to: count, by: 10) { blackHole(try map.get(key)) }
    },
    Benchmark("HAMT: load and change one of 10,000") {
      var map = try HAMTMap<UInt64, UInt64, MemoryBlockstore>(root: root, store: store)
      try map.set(77, to: 1)
      blackHole(try map.flush())
    },
    Benchmark("AMT: set 10,000 and flush") {
      var array = AMT<UInt64, MemoryBlockstore>(store: MemoryBlockstore())
      for index in 0..<count { try array.set(index, to: index) }
      blackHole(try array.flush())
    },
    Benchmark("AMT: make of 10,000 and flush") {
      var array = AMT((0..<count), store: MemoryBlockstore())
      blackHole(try array.flush())
    },
    Benchmark("AMT: load and visit 10,000") {
      var sum: UInt64 = 0
      try AMT<UInt64, MemoryBlockstore>(root: arrayRoot, store: store).forEach { _, value in sum &+= value }
      blackHole(sum)
    },
  ] + (try bitFieldBenchmarks())
}

private func bitFieldBenchmarks() throws -> [Benchmark] {
  let odd = try BitField(stride(from: 1, to: count, by: 2))
  let third = try BitField(stride(from: 0, to: count, by: 3))
  let form = odd.cbor
  return [
    Benchmark("bit field: decode 5,000 runs", bytes: form.count) { blackHole(try BitField(cbor: form)) },
    Benchmark("bit field: union of 5,000 and 3,334 runs") { blackHole(odd.union(third)) },
  ]
}
