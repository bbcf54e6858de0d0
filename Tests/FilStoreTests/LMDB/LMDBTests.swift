import FilCore
import FilStore
import Foundation
import Testing

@Suite("LMDB", .timeLimit(.minutes(15)))
struct LMDBTests {
  private static func blocks(_ numbers: Range<UInt64>, bytes: Int = 100) -> [Block] {
    numbers.map { Block(dagCBOR: ([UInt8](repeating: 0, count: bytes) + $0.cbor).cbor) }
  }

  @Test("what was put is there when the store is opened again")
  func reopening() throws {
    let folder = try TemporaryFolder()
    let blocks = Self.blocks(0..<100)
    do {
      let store = try LMDBBlockstore(path: folder.file("store"))
      try store.put(blocks)
      try store.table("heads").set([1], to: [2])
    }
    let store = try LMDBBlockstore(path: folder.file("store"))
    #expect(try store.count() == 100)
    #expect(try blocks.allSatisfy { try store.get($0.cid) == $0.bytes })
    #expect(try store.table("heads").get([1]) == [2])
    #expect(try store.table("others").get([1]) == nil)
  }

  @Test("the map grows by itself, under readers too")
  func growth() async throws {
    let folder = try TemporaryFolder()
    let store = try LMDBBlockstore(path: folder.file("store"), options: LMDBOptions(initialMapBytes: 1 << 16))
    let first = Self.blocks(0..<10)
    try store.put(first)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<500 {
            let isWhole = try first.allSatisfy { try store.get($0.cid) == $0.bytes }
            #expect(isWhole)
          }
        }
      }
      group.addTask {
        for part: UInt64 in 1..<20 { try store.put(Self.blocks(part * 100..<part * 100 + 100, bytes: 1000)) }
      }
      try await group.waitForAll()
    }
    #expect(try store.count() == 1910)
  }

  @Test("a store that may not grow is full, and keeps what it has")
  func full() throws {
    let folder = try TemporaryFolder()
    let options = LMDBOptions(initialMapBytes: 1 << 17, maxMapBytes: 1 << 18)
    let store = try LMDBBlockstore(path: folder.file("store"), options: options)
    let first = Self.blocks(0..<10)
    try store.put(first)
    #expect(throws: StoreError(.full, "")) { try store.put(Self.blocks(10..<2000, bytes: 1000)) }
    #expect(try store.count() == 10)
    #expect(try first.allSatisfy { try store.get($0.cid) == $0.bytes })
    try store.put(Self.blocks(10..<20))
    #expect(try store.count() == 20)
  }

  @Test("one writer, any number of readers")
  func locking() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store")
    do {
      let writer = try LMDBBlockstore(path: path)
      try writer.put(Self.blocks(0..<3))
      #expect(throws: StoreError(.locked, "")) { try LMDBBlockstore(path: path) }
      try writer.put(Self.blocks(3..<6))
    }
    let reader = try LMDBBlockstore(path: path, options: LMDBOptions(isReadOnly: true))
    #expect(try reader.count() == 6)
    #expect(throws: StoreError(.readOnly, "")) { try reader.put(Self.blocks(0..<1)) }
    #expect(throws: StoreError.self) { try reader.table("absent") }
  }

  @Test("one process opens a folder once at a time, for whatever purpose")
  func openedTwice() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store")
    let readOnly = LMDBOptions(isReadOnly: true)
    do {
      let writer = try LMDBBlockstore(path: path)
      #expect(throws: StoreError(.locked, "")) { try LMDBBlockstore(path: path, options: readOnly) }
      try writer.put(Self.blocks(0..<3))
    }
    do {
      let reader = try LMDBBlockstore(path: path, options: readOnly)
      #expect(throws: StoreError(.locked, "")) { try LMDBBlockstore(path: path, options: readOnly) }
      #expect(throws: StoreError(.locked, "")) { try LMDBBlockstore(path: path) }
      #expect(try reader.count() == 3)
    }
    #expect(try LMDBBlockstore(path: path).count() == 3)
  }

  @Test("what put returns from is on the disk")
  func durability() throws {
    let folder = try TemporaryFolder()
    #expect(try LMDBBlockstore(path: folder.file("store")).isDurable)
  }

  @Test("readers see a batch whole or not at all while it is written")
  func isolation() async throws {
    let folder = try TemporaryFolder()
    let store = try LMDBBlockstore(path: folder.file("store"), options: LMDBOptions(initialMapBytes: 1 << 16))
    let table = try store.table("values")
    let keys = (0..<UInt8(20)).map { [$0] }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<3 {
        group.addTask {
          var last: [UInt8] = []
          repeat {
            let values = Set(try table.pairs().map(\.value))
            #expect(values.count <= 1)
            if let value = values.first { last = value }
            // There may be fewer threads than readers, and the writer wants one.
            await Task.yield()
          } while last != [99]
        }
      }
      group.addTask {
        for number: UInt8 in 0..<100 {
          try table.apply(keys.map { .set(KeyValuePair(key: $0, value: [number])) })
        }
      }
      try await group.waitForAll()
    }
  }

  @Test("tables have names, and are apart from each other and from the blocks")
  func tables() throws {
    let folder = try TemporaryFolder()
    let store = try LMDBBlockstore(path: folder.file("store"))
    try store.put(Self.blocks(0..<3))
    try store.table("blocks").set([1], to: [2])
    try store.table("").set([1], to: [3])
    #expect(try store.count() == 3)
    #expect(try store.table("blocks").get([1]) == [2])
    #expect(try store.table("").get([1]) == [3])
    for name in ["a\0b", String(repeating: "x", count: 506)] {
      #expect(throws: StoreError(.failed, "")) { try store.table(name) }
    }
  }

  @Test("a batch is stored whole or not at all")
  func atomicity() throws {
    let folder = try TemporaryFolder()
    let table = try LMDBBlockstore(path: folder.file("store")).table("values")
    let long = [UInt8](repeating: 1, count: 512)
    #expect(throws: StoreError(.failed, "")) {
      try table.apply([.set(KeyValuePair(key: [1], value: [1])), .set(KeyValuePair(key: long, value: [1]))])
    }
    #expect(try table.pairs().isEmpty)
  }
}
