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
        let same = ToolRun("car", command, plain)
        #expect(run.lines.filter { !$0.hasPrefix("speed") } == same.lines.filter { !$0.hasPrefix("speed") })
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

  @Test("a block that is wrong is named with its position, and a root must be there")
  func wrongBlocks() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a.car"
      let good = Block(dagCBOR: [0x82, 1, 2])
      func verify(_ blocks: [Block], root: CID, _ options: String...) throws -> ToolRun {
        var writer = try CARWriter(roots: [root], to: ArraySink())
        for block in blocks { try writer.write(block) }
        try Data(writer.sink.bytes).write(to: URL(fileURLWithPath: path))
        return ToolRun(all: ["car", "verify", path] + options)
      }
      let fine = try verify([good], root: good.cid, "--json")
      #expect(fine.status == 0 && fine.errors.isEmpty)
      let object = try #require(try fine.objects().first)
      #expect(object["canonical"] as? Int == 1 && object["bytes"] as? Int == 3)
      var start = try CARWriter(roots: [good.cid], to: ArraySink())
      try start.write(good)
      let position = start.byteCount
      let other = Block(cid: good.cid, bytes: [0x82, 1, 3])
      for wrong in [Block(dagCBOR: [0x82, 1, 0x18, 2]), Block(dagCBOR: [0x82, 1]), other] {
        let run = try verify([good, wrong], root: good.cid, "--partial")
        #expect(run.status == 1 && run.errors.count == 1)
        let error = run.errors.first ?? ""
        #expect(error.contains("\(wrong.cid)"), "\(error)")
        #expect(error.contains("at byte \(position)"), "\(error)")
      }
      let absent = CID(dagCBOR: "absent".cbor)
      let run = try verify([good], root: absent)
      #expect(run.status == 1 && run.errors.first?.contains("\(absent)") == true)
      #expect(run.lines.contains("root     \(absent) (not here)"))
      let partial = try verify([good], root: absent, "--partial")
      #expect(partial.status == 0 && partial.errors.isEmpty)
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
