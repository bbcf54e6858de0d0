import FilCore
import FilProofs
import FilStore
import Foundation
import Testing

@Suite("Archives", .timeLimit(.minutes(15)))
struct ArchiveTests {
  /// Files of lengths around the edges of blocks; the last one has leaves that are the same.
  private static let files: [[UInt8]] = {
    var random = SeededGenerator(seed: 8)
    let bytes = random.bytes(1 << 20)
    return [
      [], [7], Array(bytes[..<126]), Array(bytes[..<127]), bytes, bytes + [1], bytes + bytes + Array(bytes[..<999]),
    ]
  }()

  @Test("a file comes back, and its archive verifies", arguments: files.indices)
  func roundTrip(number: Int) throws {
    let file = Self.files[number]
    try withTemporaryFolder { folder in
      let (input, car, output) = (folder + "/in", folder + "/out.car", folder + "/back")
      try Data(file).write(to: URL(fileURLWithPath: input))
      let imported = ToolRun("car", "import", input, car)
      #expect(imported.status == 0, "\(imported.errors)")
      let store = MemoryBlockstore()
      let root = try UnixFSImporter(store: store).file(ArraySource(file)).cid
      #expect(imported.lines == ["\(root)"])
      #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: car))) == Self.archive(root, store))
      let verified = try #require(try ToolRun("car", "verify", car, "--json").objects().first)
      #expect(verified["blocks"] as? Int == store.count)
      #expect((verified["missingRoots"] as? [String])?.isEmpty == true)
      #expect(ToolRun("car", "ls", car).lines.count == store.count + 1)
      #expect(ToolRun("car", "export", car, output).lines == ["\(root) \(file.count) bytes"])
      #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: output))) == file)
    }
  }

  private static func archive(_ root: CID, _ store: MemoryBlockstore) throws -> [UInt8] {
    var writer = try CARWriter(roots: [root], to: ArraySink())
    try writer.write(DAGWalk(from: [root], in: store))
    return writer.sink.bytes
  }

  @Test("the layout of IPFS gives its CIDs")
  func layout() throws {
    try withTemporaryFolder { folder in
      let input = folder + "/in"
      try Data(Self.files[5]).write(to: URL(fileURLWithPath: input))
      let root = try UnixFSImporter(store: MemoryBlockstore(), options: .ipfs).file(ArraySource(Self.files[5])).cid
      #expect(ToolRun("car", "import", input, folder + "/out.car", "--layout", "ipfs").lines == ["\(root)"])
    }
  }

  @Test("piece commitments are those of the library", arguments: files.indices)
  func commitment(number: Int) throws {
    let file = Self.files[number]
    try withTemporaryFolder { folder in
      let input = folder + "/in"
      try Data(file).write(to: URL(fileURLWithPath: input))
      let run = try #require(try ToolRun("commp", input, "--json").objects().first)
      let piece = PieceCommitment.of(file)
      #expect(run["pieceCID"] as? String == piece.cid.description)
      #expect(run["paddedSize"] as? UInt64 == piece.size.rawValue)
      #expect(run["payloadSize"] as? Int == file.count)
    }
  }

  @Test("compressed archives are read as they are")
  func compressed() throws {
    try withTemporaryFolder { folder in
      let store = MemoryBlockstore()
      let root = try UnixFSImporter(store: store).file(ArraySource(Self.files[5])).cid
      let car = try Self.archive(root, store)
      let (plain, zstd) = (folder + "/a.car", folder + "/a.car.zst")
      try Data(car).write(to: URL(fileURLWithPath: plain))
      try Data(try Zstd.compress(car)).write(to: URL(fileURLWithPath: zstd))
      for command in ["ls", "verify"] {
        let run = ToolRun("car", command, zstd)
        #expect(run.status == 0)
        #expect(run.lines == ToolRun("car", command, plain).lines)
      }
      #expect(ToolRun("car", "export", zstd, folder + "/back").status == 0)
    }
  }

  @Test("damaged archives are errors, and no file is left")
  func damage() throws {
    try withTemporaryFolder { folder in
      let store = MemoryBlockstore()
      let root = try UnixFSImporter(store: store).file(ArraySource(Self.files[5])).cid
      let car = try Self.archive(root, store)
      let (input, output) = (folder + "/a.car", folder + "/back")
      for position in [car.count - 1, car.count / 2, car.count - 60] {
        var changed = car
        changed[position] ^= 4
        try Data(changed).write(to: URL(fileURLWithPath: input))
        #expect(ToolRun("car", "verify", input).status == 1)
        #expect(ToolRun("car", "export", input, output).status == 1)
        #expect(!FileManager.default.fileExists(atPath: output))
      }
      try Data(car.dropLast(10)).write(to: URL(fileURLWithPath: input))
      #expect(ToolRun("car", "verify", input).errors.allSatisfy { $0.contains("truncated") })
      #expect(ToolRun("car", "ls", input).status == 1)
    }
  }

  @Test("files that are there are left alone")
  func existing() throws {
    try withTemporaryFolder { folder in
      let input = folder + "/in"
      try Data([1, 2, 3]).write(to: URL(fileURLWithPath: input))
      #expect(ToolRun("car", "import", input, input).errors == ["'\(input)' is there already"])
      #expect(try Data(contentsOf: URL(fileURLWithPath: input)) == Data([1, 2, 3]))
    }
  }

  @Test("a path leads from a directory to a file")
  func path() throws {
    try withTemporaryFolder { folder in
      let store = MemoryBlockstore()
      let importer = UnixFSImporter(store: store)
      let file = try importer.file(ArraySource(Self.files[3]))
      let root = try importer.directory([UnixFSEntry(name: "a.bin", link: file)]).cid
      let (car, output) = (folder + "/a.car", folder + "/back")
      try Data(try Self.archive(root, store)).write(to: URL(fileURLWithPath: car))
      #expect(ToolRun("car", "export", car, output).status == 1)
      #expect(ToolRun("car", "export", car, output, "--path", "b.bin").status == 1)
      #expect(ToolRun("car", "export", car, output, "--path", "a.bin").status == 0)
      #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: output))) == Self.files[3])
      #expect(ToolRun("car", "export", car, output + "2", "--root", "\(file.cid)").status == 0)
    }
  }
}
