import FilCore
import FilStore
import FilVectors
import Foundation
import Testing

/// The kinds of vectors whose cases are whole files, which the repository does not carry.
@Suite("Vectors that are files", .timeLimit(.minutes(15)))
struct FileKindsTests {
  private static func run(_ kind: some VectorKind, _ folder: URL) throws -> VectorRun {
    var run = VectorRun()
    try kind.run(VectorFolder(folder), &run)
    return run
  }

  private static let files = SnapshotFiles(count: 30)

  @Test("archives are held to what their names say")
  func archives() throws {
    let folder = try TemporaryFolder()
    let car = try Self.files.car
    _ = try folder.write(car, to: "good.car")
    _ = try folder.write(car + [0, 0], to: "with-zero-len-section.car")
    _ = try folder.write(Array(car.dropLast()), to: "tailing-corrupt.car")
    let good = try Self.run(CARVectors(), URL(fileURLWithPath: folder.path))
    #expect(good.isGood && good.passed == 3 && good.total == 3)
    _ = try folder.write(car, to: "not-corrupt-at-all.car")
    _ = try folder.write(Array(car.dropLast()), to: "good2.car")
    _ = try folder.write([1], to: "x.carindex")
    let bad = try Self.run(CARVectors(), URL(fileURLWithPath: folder.path))
    #expect(bad.failures.map(\.id) == ["good2.car", "not-corrupt-at-all.car"])
    #expect(bad.total == 6)
  }

  @Test("snapshots must be whole and canonical")
  func snapshots() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(try Self.files.car, to: "a.car")
    _ = try folder.write(try Zstd.compress(Self.files.car), to: "b.car.zst")
    _ = try folder.write(try Self.files.forest, to: "c.forest.car.zst")
    _ = try folder.write([1], to: "README.md")
    let good = try Self.run(ChainVectors(), URL(fileURLWithPath: folder.path))
    #expect(good.isGood && good.passed == 3 && good.total == 3)
    var changed = try Self.files.car
    changed[changed.count - 2] ^= 1
    _ = try folder.write(changed, to: "d.car")
    let unsorted = Block(dagCBOR: [0xa2, 0x62, 0x61, 0x61, 1, 0x61, 0x62, 2])
    var writer = try CARWriter(roots: [unsorted.cid], to: ArraySink())
    try writer.write(unsorted)
    _ = try folder.write(writer.sink.bytes, to: "e.car")
    let bad = try Self.run(ChainVectors(), URL(fileURLWithPath: folder.path))
    #expect(bad.failures.map(\.id) == ["d.car", "e.car"])
    #expect(bad.total == 5)
  }

  @Test("version 2 is written as others write it, to a file too", .enabled(if: vectorsRoot != nil))
  func writtenAgain() throws {
    let cars = URL(fileURLWithPath: try #require(vectorsRoot)).appendingPathComponent("car")
    var reader = try CARReader(FileSource(path: cars.appendingPathComponent("sample-v1.car").path))
    for name in ["sample-index.carindex", "sample-multihash-index-sorted.carindex"] {
      let index = [UInt8](try Data(contentsOf: cars.appendingPathComponent(name)))
      let kind: CARIndex.Kind = name.contains("multihash") ? .multihashSorted : .sorted
      #expect(try CARIndex(index).encoded(as: kind) == index)
    }
    let folder = try TemporaryFolder()
    for kind in CARIndex.Kind.allCases {
      let path = folder.file("\(kind)")
      reader = try CARReader(FileSource(path: cars.appendingPathComponent("sample-v1.car").path))
      var writer = try CARv2Writer(roots: reader.roots, to: FileSink(path: path), index: kind)
      while let section = try reader.next() { try writer.write(section.block) }
      try writer.finish().finish()
      let written = try Data(contentsOf: URL(fileURLWithPath: path))
      if kind == .multihashSorted {
        #expect(try written == Data(contentsOf: cars.appendingPathComponent("sample-wrapped-v2.car")))
      }
    }
  }

  @Test("the whole public folders pass, every file counted", .enabled(if: vectorsRoot != nil))
  func publicFolders() throws {
    let root = URL(fileURLWithPath: try #require(vectorsRoot))
    for kind in [CARVectors(), ChainVectors()] as [any VectorKind] {
      let folder = root.appendingPathComponent(kind.name)
      var run = VectorRun()
      try kind.run(VectorFolder(folder), &run)
      for failure in run.failures { Issue.record("\(failure.id): \(failure.message)") }
      let count = try FileManager.default.contentsOfDirectory(atPath: folder.path).count { $0.contains(".car") }
      #expect(count > 0 && run.total == count)
    }
  }
}

private let vectorsRoot = ProcessInfo.processInfo.environment["FIL_VECTORS"]
