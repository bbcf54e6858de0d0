import FilCore

private let count: UInt64 = 100_000

func collectionBenchmarks() throws -> [Benchmark] {
  try hamtBenchmarks() + amtBenchmarks() + bitFieldBenchmarks()
}

private typealias Map = HAMTMap<UInt64, UInt64, MemoryBlockstore>
private typealias Values = AMT<UInt64, MemoryBlockstore>

private func hamtBenchmarks() throws -> [Benchmark] {
  let store = MemoryBlockstore()
  let filled = try map(in: store)
  let root = try flushed(filled)
  let warm = try Map(root: root, store: store)
  for key in 0..<count { blackHole(try warm.get(key)) }
  return [
    Benchmark("HAMT: 40 sets") {
      var map = Map(store: store)
      for key in 0..<40 as Range<UInt64> { try map.set(key, to: key) }
    },
    Benchmark("HAMT: 100,000 sets") { blackHole(try map(in: store)) },
    Benchmark("HAMT: flush 100,000") { blackHole(try flushed(filled)) },
    Benchmark("HAMT: 100,000 warm gets") { for key in 0..<count { blackHole(try warm.get(key)) } },
    Benchmark("HAMT: load, get 1,000 of 100,000") {
      let map = try Map(root: root, store: store)
      for key in stride(from: 0, to: count, by: 100) { blackHole(try map.get(key)) }
    },
    Benchmark("HAMT: load, change one, flush") {
      var map = try Map(root: root, store: store)
      try map.set(77, to: 1)
      blackHole(try map.flush())
    },
  ]
}

private func map(in store: MemoryBlockstore) throws -> Map {
  var map = Map(store: store)
  for key in 0..<count { try map.set(key, to: key) }
  return map
}

private func flushed(_ map: Map) throws -> CID {
  var map = map
  return try map.flush()
}

private func amtBenchmarks() throws -> [Benchmark] {
  let store = MemoryBlockstore()
  var array = AMT((0..<count), store: store)
  let root = try array.flush()
  let warm = try Values(root: root, store: store)
  try warm.forEach { _, _ in }
  return [
    Benchmark("AMT: 100,000 sets") {
      var array = Values(store: store)
      for index in 0..<count { try array.set(index, to: index) }
    },
    Benchmark("AMT: make of 100,000") { blackHole(AMT((0..<count), store: store)) },
    Benchmark("AMT: make of 100,000 and flush") {
      var array = AMT((0..<count), store: store)
      blackHole(try array.flush())
    },
    Benchmark("AMT: visit 100,000, warm") {
      var sum: UInt64 = 0
      try warm.forEach { _, value in sum &+= value }
      blackHole(sum)
    },
    Benchmark("AMT: load and visit 100,000") {
      var sum: UInt64 = 0
      try Values(root: root, store: store).forEach { _, value in sum &+= value }
      blackHole(sum)
    },
  ]
}

private func bitFieldBenchmarks() throws -> [Benchmark] {
  let odd = try BitField(stride(from: 1, to: count, by: 2))
  let third = try BitField(stride(from: 0, to: count, by: 3))
  let form = odd.cbor
  return [
    Benchmark("bit field: decode 50,000 runs", bytes: form.count) { blackHole(try BitField(cbor: form)) },
    Benchmark("bit field: union of 50,000 and 33,334 runs") { blackHole(odd.union(third)) },
  ]
}
