import FilCore
import Testing

@Suite("UnixFS", .timeLimit(.minutes(15)))
struct UnixFSTests {
  private static func options(_ layout: UnixFSOptions.Layout, rawLeaves: Bool) -> UnixFSOptions {
    UnixFSOptions(layout: layout, chunkSize: 10, maxLinks: 3, rawLeaves: rawLeaves, inlineLimit: 0)
  }

  @Test(
    "every range of a file comes back", arguments: [UnixFSOptions.Layout.balanced, .trickle], [false, true])
  func ranges(layout: UnixFSOptions.Layout, rawLeaves: Bool) throws {
    var random = SeededGenerator(seed: 41)
    for size in [0, 1, 9, 10, 11, 29, 30, 31, 90, 91, 300] {
      let bytes = random.bytes(size)
      let store = MemoryBlockstore()
      let importer = UnixFSImporter(store: store, options: Self.options(layout, rawLeaves: rawLeaves))
      let root = try importer.file(TrickleSource(bytes, step: 7))
      #expect(try importer.file(ArraySource(bytes)) == root)
      let file = try UnixFSReader(store: store).file(root.cid)
      #expect(file.size == UInt64(size))
      #expect(try file.bytes(limit: size) == bytes)
      for _ in 0..<20 {
        let start = Int.random(in: 0...size, using: &random)
        let end = Int.random(in: start...size, using: &random)
        let part = try file.range(UInt64(start)..<UInt64(end))
        #expect(try part.bytes(limit: end - start) == Array(bytes[start..<end]))
      }
      #expect(throws: UnixFSError(.outOfRange, "")) { try file.range(0..<UInt64(size) + 1) }
      if size > 0 { #expect(throws: UnixFSError(.outOfRange, "")) { try file.bytes(limit: size - 1) } }
    }
  }

  @Test("a range reads only the blocks that it needs")
  func partialReading() throws {
    let store = FaultyBlockstore()
    let importer = UnixFSImporter(store: store, options: Self.options(.balanced, rawLeaves: true))
    let root = try importer.file(ArraySource([UInt8](repeating: 7, count: 810) + Array(0..<90)))
    let file = try UnixFSReader(store: store).file(root.cid)
    store.resetCounts()
    #expect(try file.range(895..<897).bytes(limit: 2) == [85, 86])
    #expect(store.counts.gets <= 6)
  }

  @Test("faults of the store and the blocks are told apart")
  func faults() throws {
    let store = FaultyBlockstore()
    let importer = UnixFSImporter(store: store, options: Self.options(.balanced, rawLeaves: true))
    let bytes = SeededBytes.make(100)
    let root = try importer.file(ArraySource(bytes))
    let reader = UnixFSReader(store: store)
    #expect(throws: UnixFSError(.notADirectory, "")) { try reader.entries(root.cid) }
    #expect(throws: UnixFSError(.notAFile, "")) { try reader.file(try importer.directory([]).cid) }
    #expect(throws: UnixFSError(.missingBlock, "")) { try reader.file(CID(dagCBOR: [])) }
    let leaf = try CID(hashing: Array(bytes[20..<30]), codec: .raw, hash: .blake2b256)
    try store.put(Block(cid: leaf, bytes: Array(bytes[20..<29]) + [99]))
    let file = try reader.file(root.cid)
    #expect(throws: UnixFSError(.mismatch, "")) { try file.bytes(limit: 100) }
    #expect(try file.range(30..<100).bytes(limit: 70) == Array(bytes[30...]))
    try store.put(Block(cid: leaf, bytes: [1]))
    let trusting = try UnixFSReader(store: store, verifiesBlocks: false).file(root.cid)
    #expect(throws: UnixFSError(.malformedNode, "")) { try trusting.bytes(limit: 100) }
    store.fail(true)
    #expect(throws: UnixFSError(.store, "")) { try reader.file(root.cid) }
    #expect(throws: UnixFSError(.store, "")) { try importer.file(ArraySource(bytes)) }
    store.fail(false)
    #expect(throws: UnixFSError(.source, "")) {
      try importer.file(TrickleSource(bytes, step: 9, failingAfter: 50))
    }
  }

  @Test("options that cannot be followed are refused")
  func options() throws {
    let wrong = [
      UnixFSOptions(chunkSize: 0), UnixFSOptions(maxLinks: 1), UnixFSOptions(cidVersion: 0),
      UnixFSOptions(cidVersion: 2), UnixFSOptions(hash: .keccak256), UnixFSOptions(inlineLimit: -1),
      UnixFSOptions(chunkSize: 3 << 20),
    ]
    for options in wrong {
      let importer = UnixFSImporter(store: MemoryBlockstore(), options: options)
      #expect(throws: UnixFSError(.invalidOptions, "")) { try importer.file(ArraySource([1])) }
    }
    let importer = UnixFSImporter(store: MemoryBlockstore())
    #expect(throws: UnixFSError(.invalidOptions, "")) { try importer.shardedDirectory([], fanout: 100) }
  }

  @Test("names are checked")
  func names() throws {
    let importer = UnixFSImporter(store: MemoryBlockstore())
    let link = try importer.file(ArraySource([1]))
    for names in [[""], ["a/b"], ["a", "b", "a"]] {
      let entries = names.map { UnixFSEntry(name: $0, link: link) }
      #expect(throws: UnixFSError(.invalidName, "")) { try importer.directory(entries) }
      #expect(throws: UnixFSError(.invalidName, "")) { try importer.shardedDirectory(entries) }
    }
  }

  @Test("paths lead through plain and sharded directories", arguments: [8, 16, 256, 1024])
  func paths(fanout: Int) throws {
    let store = MemoryBlockstore()
    let importer = UnixFSImporter(store: store, options: .ipfs)
    let files = try (0..<100).map { number in
      UnixFSEntry(name: "é\(number)", link: try importer.file(ArraySource(Array("\(number)".utf8))))
    }
    let folder = try importer.shardedDirectory(files, fanout: fanout)
    let root = try importer.directory([UnixFSEntry(name: "folder", link: folder)]).cid
    let reader = UnixFSReader(store: store)
    #expect(try reader.resolve("", in: root) == root)
    #expect(try reader.resolve("/folder/", in: root) == folder.cid)
    for (number, file) in files.enumerated() {
      let cid = try reader.resolve("folder/é\(number)", in: root)
      #expect(cid == file.link.cid)
      #expect(try reader.file(cid).bytes(limit: 10) == Array("\(number)".utf8))
    }
    #expect(try Set(reader.entries(folder.cid)) == Set(files))
    #expect(try reader.entries(folder.cid, limit: 7).count == 7)
    #expect(throws: UnixFSError(.notFound, "")) { try reader.resolve("folder/absent", in: root) }
    #expect(throws: UnixFSError(.notADirectory, "")) { try reader.resolve("folder/é1/x", in: root) }
  }

  @Test("names are bytes: other ways to write the same characters are other names", arguments: [false, true])
  func unicode(isSharded: Bool) throws {
    let store = MemoryBlockstore()
    let importer = UnixFSImporter(store: store)
    let names = ["\u{e9}", "e\u{301}", "\u{301}x", "a\u{301}"]
    let entries = try names.map { name in
      UnixFSEntry(name: name, link: try importer.file(ArraySource(Array(name.utf8))))
    }
    let root = try isSharded ? importer.shardedDirectory(entries) : importer.directory(entries)
    let folder = try importer.directory([UnixFSEntry(name: "f", link: root)])
    let reader = UnixFSReader(store: store)
    for name in names {
      let cid = try reader.resolve("f/" + name, in: folder.cid)
      #expect(try reader.file(cid).bytes(limit: 10) == Array(name.utf8))
    }
    #expect(throws: UnixFSError(.notFound, "")) { try reader.resolve("f/\u{e1}", in: folder.cid) }
  }

  @Test("damaged nodes are refused or read, never trapped on")
  func mutations() throws {
    var random = SeededGenerator(seed: 42)
    let store = MemoryBlockstore()
    let importer = UnixFSImporter(store: store, options: Self.options(.balanced, rawLeaves: false))
    let file = try importer.file(ArraySource(random.bytes(200)))
    let entries = (0..<9).map { UnixFSEntry(name: "\($0)", link: file) }
    let roots = [file.cid, try importer.directory(entries).cid, try importer.shardedDirectory(entries, fanout: 8).cid]
    let reader = UnixFSReader(store: store)
    var refused = 0
    for number in 0..<3000 {
      let original = try store.require(roots[number % 3])
      let bytes = random.mutated(original)
      let cid = try CID(hashing: bytes, codec: .dagPB, hash: .blake2b256)
      try store.put(Block(cid: cid, bytes: bytes))
      do {
        if number % 3 == 0 {
          _ = try reader.file(cid).range(0..<10).bytes(limit: 10)
        } else {
          _ = try reader.entries(cid, limit: 100)
          _ = try reader.entry("5", in: cid)
        }
      } catch {
        refused += 1
      }
    }
    #expect(refused > 1000)
  }
}

/// Bytes that do not repeat soon.
private enum SeededBytes {
  static func make(_ count: Int) -> [UInt8] {
    var random = SeededGenerator(seed: 43)
    return random.bytes(count)
  }
}
