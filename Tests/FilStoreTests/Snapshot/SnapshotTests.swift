import FilCore
import FilStore
import Foundation
import Testing

@Suite("Snapshots", .timeLimit(.minutes(15)))
struct SnapshotTests {
  enum Kind: CaseIterable {
    case car, version2, compressed, frames, forest

    var layout: SnapshotBlockstore.Layout {
      switch self {
      case .car, .version2: .plain
      case .compressed, .frames: .compressed
      case .forest: .seekable
      }
    }

    func bytes(_ files: SnapshotFiles) throws -> [UInt8] {
      switch self {
      case .car: try files.car
      case .version2: try files.carVersion2
      case .compressed: try Zstd.compress(files.car)
      case .frames: try Zstd.compress(Array(files.car[..<1000])) + Zstd.compress(Array(files.car[1000...]))
      case .forest: try files.forest
      }
    }
  }

  private static let files = SnapshotFiles(count: 300)

  @Test("every layout gives all blocks", arguments: Kind.allCases)
  func layouts(kind: Kind) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(try kind.bytes(Self.files), to: "snapshot")
    let store = try SnapshotBlockstore(path: path, verifiesReads: true)
    #expect(store.layout == kind.layout)
    #expect(store.roots == [Self.files.root.cid])
    #expect(try Self.files.blocks.allSatisfy { try store.get($0.cid) == $0.bytes })
    #expect(try store.get(CID(dagCBOR: "absent".cbor)) == nil)
    #expect(try store.get(CID(codec: .raw, hash: .identity, digest: [5])) == [5])
    #expect(throws: StoreError(.readOnly, "")) { try store.put([Self.files.root]) }
    var reader = try store.reader()
    var read: [Block] = []
    while let section = try reader.next() { read.append(section.block) }
    #expect(read == Self.files.blocks)
  }

  @Test("many threads read at once", arguments: [Kind.car, .forest])
  func concurrency(kind: Kind) async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(try kind.bytes(Self.files), to: "snapshot")
    let store = try SnapshotBlockstore(path: path)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask { try Self.files.blocks.allSatisfy { try store.get($0.cid) == $0.bytes } }
      }
      for try await isGood in group { #expect(isGood) }
    }
  }

  @Test("a changed block is found out when reads are verified")
  func verification() throws {
    let folder = try TemporaryFolder()
    var bytes = try Self.files.car
    bytes[bytes.count - 1] ^= 1
    let path = try folder.write(bytes, to: "snapshot")
    let last = try #require(Self.files.blocks.last)
    #expect(try SnapshotBlockstore(path: path).get(last.cid) != last.bytes)
    let store = try SnapshotBlockstore(path: path, verifiesReads: true)
    #expect(throws: StoreError(.corrupt, "")) { try store.get(last.cid) }
    #expect(try store.get(Self.files.root.cid) == Self.files.root.bytes)
  }

  @Test("other files are no snapshots, damaged ones are refused")
  func damage() throws {
    let folder = try TemporaryFolder()
    let car = try Self.files.car
    func open(_ bytes: [UInt8]) throws { _ = try SnapshotBlockstore(path: folder.write(bytes, to: "file")) }
    #expect(throws: StoreError(.wrongFormat, "")) { try open([]) }
    #expect(throws: StoreError(.wrongFormat, "")) { try open(Array("no snapshot at all".utf8)) }
    #expect(throws: StoreError(.wrongFormat, "")) { try open(Zstd.compress(Array("no snapshot".utf8))) }
    #expect(throws: StoreError(.corrupt, "")) { try open(Array(car.dropLast(5))) }
    #expect(throws: StoreError(.corrupt, "")) { try open(Array(Zstd.compress(car).dropLast(5))) }
    #expect(throws: StoreError(.failed, "")) { try SnapshotBlockstore(path: folder.file("absent")) }
  }

  @Test("damaged files are refused or read, never trapped on", arguments: Kind.allCases)
  func mutations(kind: Kind) throws {
    let folder = try TemporaryFolder()
    let files = SnapshotFiles(count: 20)
    let original = try kind.bytes(files)
    var random = SeededGenerator(seed: 5)
    var refused = 0
    for _ in 0..<150 {
      let path = try folder.write(random.mutated(original), to: "file")
      do {
        let store = try SnapshotBlockstore(path: path, verifiesReads: true)
        for block in files.blocks { _ = try store.get(block.cid) }
      } catch {
        refused += 1
      }
    }
    #expect(refused > 20)
  }
}
