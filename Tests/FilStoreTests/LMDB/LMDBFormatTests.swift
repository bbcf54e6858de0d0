import FilCore
import FilStore
import Foundation
import Testing

@Suite("LMDB, files that are wrong", .timeLimit(.minutes(5)))
struct LMDBFormatTests {
  private static let blocks: [Block] = (0..<400).map { (number: UInt64) -> Block in
    let bytes: [UInt8] = [UInt8](repeating: 3, count: 300) + number.cbor
    return Block(dagCBOR: bytes.cbor)
  }
  private static let readOnly = LMDBOptions(isReadOnly: true)

  /// The path and the bytes of a store that was closed.
  private static func store(in folder: TemporaryFolder) throws -> (path: String, data: [UInt8]) {
    let path = folder.file("store")
    try LMDBBlockstore(path: path).put(blocks)
    return (path, [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/data.mdb"))))
  }

  private static func write(_ data: [UInt8], _ path: String) throws {
    try Data(data).write(to: URL(fileURLWithPath: path + "/data.mdb"))
  }

  /// Every place of some bytes in others.
  private static func places(of part: [UInt8], in bytes: [UInt8]) -> [Int] {
    let text = Data(bytes)
    var found: [Int] = []
    var start = 0
    while let range = text.range(of: Data(part), in: start..<text.count) {
      found.append(range.lowerBound)
      start = range.upperBound
    }
    return found
  }

  /// A store whose file is changed is refused by both ways to open it, and not touched.
  private func expectWrongFormat(_ detail: String, _ change: (inout [UInt8]) throws -> Void) throws {
    let folder = try TemporaryFolder()
    var (path, data) = try Self.store(in: folder)
    try change(&data)
    try Self.write(data, path)
    for options in [LMDBOptions(), Self.readOnly] {
      let error = #expect(throws: StoreError.self) { try LMDBBlockstore(path: path, options: options) }
      #expect(error?.code == .wrongFormat)
      let told = error?.detail ?? ""
      #expect(told.contains(path), "\(told)")
      #expect(detail.isEmpty || told.contains(detail), "\(told)")
    }
    #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: path + "/data.mdb"))) == data)
  }

  @Test("garbage, and a file that ends inside its first page")
  func garbage() throws {
    try expectWrongFormat("") { $0 = [UInt8](repeating: 0x5a, count: 16_384) }
    try expectWrongFormat("") { $0 = Array("no database".utf8) }
    try expectWrongFormat("") { $0 = Array($0.prefix(100)) }
  }

  @Test("a later version of LMDB")
  func laterLMDB() throws {
    try expectWrongFormat("version") { data in
      let magic: [UInt8] = [0xde, 0xc0, 0xef, 0xbe, 1, 0, 0, 0]
      let places = Self.places(of: magic, in: data)
      #expect(places.count == 2)
      for place in places { data[place + 4] = 9 }
    }
  }

  @Test("another program's database, and a later version of ours")
  func otherStores() throws {
    let marker = Array("filecoin-store".utf8)
    try expectWrongFormat("no store of this kind") { data in
      for place in Self.places(of: marker, in: data) { data[place + 13] = 0x66 }
    }
    try expectWrongFormat("another version") { data in
      for place in Self.places(of: marker, in: data) { data[place + marker.count] = 2 }
    }
  }

  @Test("an empty file is a store that was never finished: a writer finishes it, a reader says so")
  func empty() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write([], to: "data.mdb")
    #expect(throws: StoreError(.wrongFormat, "")) { try LMDBBlockstore(path: folder.path, options: Self.readOnly) }
    try LMDBBlockstore(path: folder.path).put(Self.blocks)
    #expect(try LMDBBlockstore(path: folder.path, options: Self.readOnly).count() == 400)
  }

  @Test("where a file stands in the place of a folder, or the reverse")
  func kinds() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write([1], to: "file")
    try FileManager.default.createDirectory(atPath: folder.file("store/data.mdb"), withIntermediateDirectories: true)
    for path in [file, folder.file("store"), folder.file("no/such/folder")] {
      let error = #expect(throws: StoreError.self) { try LMDBBlockstore(path: path) }
      #expect(error?.code == .failed)
      let told = error?.detail ?? ""
      #expect(told.contains(path))
    }
    #expect(throws: StoreError(.failed, "")) {
      try LMDBBlockstore(path: folder.file("absent"), options: Self.readOnly)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.file("absent")))
  }

  @Test("a file that was cut off is refused, by readers and writers, again and again")
  func cutOff() throws {
    let folder = try TemporaryFolder()
    let (path, data) = try Self.store(in: folder)
    for pages in [data.count / 8192, data.count / 16_384, 4] {
      try Self.write(Array(data.prefix(pages * 4096)), path)
      try Self.expectCutOff(path)
    }
  }

  private static func expectCutOff(_ path: String) throws {
    for _ in 0..<2 {
      #expect(throws: StoreError(.corrupt, "")) { try LMDBBlockstore(path: path, options: Self.readOnly) }
      #expect(throws: StoreError(.corrupt, "")) { try LMDBBlockstore(path: path) }
    }
  }

  @Test("so is one that has lost the end of a large value, in the blocks or in a table", arguments: [false, true])
  func cutOffValue(isTable: Bool) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store")
    let large = [UInt8](repeating: 7, count: 1_000_000)
    do {
      let store = try LMDBBlockstore(path: path)
      for number in 0..<60 as Range<UInt64> { try store.put(Block(dagCBOR: number.cbor)) }
      if isTable {
        try store.table("values").set([1], to: large)
      } else {
        try store.put(Block(dagCBOR: large.cbor))
      }
    }
    let data = try [UInt8](Data(contentsOf: URL(filePath: path + "/data.mdb")))
    try Self.write(Array(data.dropLast(500_000)), path)
    try Self.expectCutOff(path)
  }

  @Test("one that lacks only pages that were never written is taken")
  func neverWritten() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store")
    do {
      let table = try LMDBBlockstore(path: path).table("values")
      try table.set([1], to: [1])
      let large = [UInt8](repeating: 7, count: 1_000_000)
      try table.apply([.set(KeyValuePair(key: [2], value: large)), .remove([2])])
    }
    #expect(try LMDBBlockstore(path: path).table("values").get([1]) == [1])
    #expect(try LMDBBlockstore(path: path, options: Self.readOnly).table("values").get([1]) == [1])
  }

  @Test("changed bytes are found out by verifying reads, and mended by putting the block again")
  func changedBytes() throws {
    let folder = try TemporaryFolder()
    var (path, data) = try Self.store(in: folder)
    let block = Self.blocks[123]
    let place = try #require(Self.places(of: block.bytes, in: data).first)
    data[place + 20] ^= 1
    try Self.write(data, path)
    do {
      let trusting = try LMDBBlockstore(path: path)
      #expect(try trusting.get(block.cid).map { $0 != block.bytes } == true)
    }
    let store = try LMDBBlockstore(path: path, options: LMDBOptions(verifiesReads: true))
    #expect(throws: StoreError(.corrupt, "")) { try store.get(block.cid) }
    #expect(try store.get(Self.blocks[0].cid) == Self.blocks[0].bytes)
    try store.put([block])
    #expect(try store.get(block.cid) == block.bytes)
  }

  @Test("wrong bytes that were put are found out, and do not take the place of good ones")
  func wrongPuts() throws {
    let folder = try TemporaryFolder()
    let store = try LMDBBlockstore(path: folder.file("store"), options: LMDBOptions(verifiesReads: true))
    let block = Self.blocks[0]
    let wrong = Block(cid: block.cid, bytes: [1, 2, 3])
    try store.put([wrong])
    #expect(throws: StoreError(.corrupt, "")) { try store.get(block.cid) }
    try store.put([block])
    try store.put([wrong])
    #expect(try store.get(block.cid) == block.bytes)
    let unknown = Block(cid: CID(codec: .raw, hash: .keccak256, digest: Bytes32.zero), bytes: [1])
    try store.put([unknown])
    #expect(throws: StoreError(.corrupt, "")) { try store.get(unknown.cid) }
  }
}
