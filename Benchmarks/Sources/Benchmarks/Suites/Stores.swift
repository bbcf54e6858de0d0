import FilCore
import FilStore
import Foundation

func storeBenchmarks() throws -> [Benchmark] {
  try lmdbBenchmarks() + tableBenchmarks() + archiveBenchmarks() + snapshotBenchmarks()
}

/// A folder for the time of the run: what is open in it stays open without its name.
private func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("benchmarks-\(UUID())").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}

/// Blocks of the chain's usual size.
private func blocks(_ numbers: Range<UInt64>, bytes: Int = 300) -> [Block] {
  numbers.map { Block(dagCBOR: Samples.bytes(bytes, seed: $0).cbor) }
}

private func lmdbBenchmarks() throws -> [Benchmark] {
  let store = try withFolder { try LMDBBlockstore(path: $0) }
  let verifying = try withFolder { try LMDBBlockstore(path: $0, options: LMDBOptions(verifiesReads: true)) }
  let stored = blocks(0..<1_000)
  try store.put(stored)
  try verifying.put(stored)
  let batches = (0..<64).map { blocks(1_000 + $0 * 1_000..<2_000 + $0 * 1_000) }
  var next = 0
  var fresh = try withFolder { try LMDBBlockstore(path: $0) }
  return [
    Benchmark("LMDB: get 1,000 blocks", bytes: 303_000) {
      for block in stored { blackHole(try store.get(block.cid)) }
    },
    Benchmark("LMDB: get 1,000 blocks, verified", bytes: 303_000) {
      for block in stored { blackHole(try verifying.get(block.cid)) }
    },
    Benchmark("LMDB: has 1,000 blocks") { for block in stored { blackHole(try store.has(block.cid)) } },
    Benchmark("LMDB: durable put of 1,000 new blocks", bytes: 303_000) {
      // A store of 1,000 to 64,000 blocks.
      if next == batches.count {
        fresh = try withFolder { try LMDBBlockstore(path: $0) }
        next = 0
      }
      try fresh.put(batches[next])
      next += 1
    },
    Benchmark("LMDB: put 1,000 blocks that are there", bytes: 303_000) { try store.put(stored) },
  ]
}

private func tableBenchmarks() throws -> [Benchmark] {
  let table = try withFolder { try LMDBBlockstore(path: $0).table("values") }
  let pairs = (0..<UInt64(1_000)).map { KeyValuePair(key: Samples.bytes(16, seed: $0), value: Samples.bytes(100)) }
  try table.apply(pairs.map { .set($0) })
  return [
    Benchmark("table: get 1,000 values") { for pair in pairs { blackHole(try table.get(pair.key)) } },
    Benchmark("table: 1,000 pairs in order") { blackHole(try table.pairs()) },
    Benchmark("table: durable set of one") { try table.apply([.set(pairs[0])]) },
  ]
}

/// An archive of blocks of some kilobytes, as the chain's state has, about 16 MB.
private func archive() throws -> [UInt8] {
  let blocks = blocks(0..<8_000, bytes: 2_000)
  var writer = try CARWriter(roots: [blocks[0].cid], to: ArraySink())
  for block in blocks { try writer.write(block) }
  return writer.sink.bytes
}

private func archiveBenchmarks() throws -> [Benchmark] {
  let car = try archive()
  func read(_ options: CAROptions) throws {
    var reader = try CARReader(ArraySource(car), options: options)
    while let section = try reader.next() { blackHole(section) }
  }
  var blocks: [Block] = []
  var reader = try CARReader(ArraySource(car))
  while let section = try reader.next() { blocks.append(section.block) }
  let root = reader.roots
  return [
    Benchmark("CAR: read, every block verified", bytes: car.count) { try read(CAROptions()) },
    Benchmark("CAR: read", bytes: car.count) { try read(CAROptions(verifiesBlocks: false)) },
    Benchmark("CAR: write", bytes: car.count) {
      var writer = try CARWriter(roots: root, to: ArraySink())
      for block in blocks { try writer.write(block) }
      blackHole(writer.sink.bytes)
    },
  ]
}

private func snapshotBenchmarks() throws -> [Benchmark] {
  let car = try archive()
  let folder = Scratch.folder
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let plain = folder.appendingPathComponent("a.car").path
  let compressed = folder.appendingPathComponent("a.car.zst").path
  try Data(car).write(to: URL(fileURLWithPath: plain))
  try Data(try Zstd.compress(car)).write(to: URL(fileURLWithPath: compressed))
  let store = try SnapshotBlockstore(path: plain)
  var reader = try store.reader(options: CAROptions(verifiesBlocks: false))
  var cids: [CID] = []
  while let section = try reader.next() { cids.append(section.block.cid) }
  return [
    Benchmark("snapshot: open .car", bytes: car.count) { blackHole(try SnapshotBlockstore(path: plain)) },
    Benchmark("snapshot: open .car.zst", bytes: car.count) { blackHole(try SnapshotBlockstore(path: compressed)) },
    Benchmark("snapshot: get 8,000 blocks in place", bytes: car.count) {
      for cid in cids { blackHole(try store.get(cid)) }
    },
  ]
}
