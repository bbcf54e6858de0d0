import FilCore
import FilStore
import Foundation
import Testing

@testable import StoreWriter

/// The folder that a test and the process that it starts both know.
private func sharedFolder(_ name: String, testProcess: Int32) -> String {
  FileManager.default.temporaryDirectory.appendingPathComponent("filecoin-\(name)-\(testProcess)").path
}

/// The blocks of one batch.
private func batch(_ number: UInt64) -> [Block] {
  (0..<20).map { Block(dagCBOR: [number, $0].cbor) }
}

#if os(Linux) || os(macOS)
  @Suite("LMDB between processes", .timeLimit(.minutes(15)))
  struct LMDBProcessTests {
    @Test("a process that is killed loses nothing that it has put, and no lock stays")
    func kill() async throws {
      let path = sharedFolder("killed", testProcess: getpid())
      try? FileManager.default.removeItem(atPath: path)
      defer { try? FileManager.default.removeItem(atPath: path) }
      await #expect(processExitsWith: .signal(SIGKILL)) {
        let store = try LMDBBlockstore(
          path: sharedFolder("killed", testProcess: getppid()), options: LMDBOptions(initialMapBytes: 1 << 16))
        for number: UInt64 in 0..<30 {
          try store.put(batch(number))
          try store.table("progress").set([1], to: [UInt8(number)])
        }
        Foundation.kill(getpid(), SIGKILL)
      }
      let store = try LMDBBlockstore(path: path)
      #expect(try store.table("progress").get([1]) == [29])
      #expect(try store.count() == 600)
      for number: UInt64 in 0..<30 {
        #expect(try batch(number).allSatisfy { try store.get($0.cid) == $0.bytes })
      }
      try store.put(batch(30))
    }

    @Test("a reader follows when the writer's map grows")
    func growthElsewhere() async throws {
      let path = sharedFolder("grown", testProcess: getpid())
      try? FileManager.default.removeItem(atPath: path)
      defer { try? FileManager.default.removeItem(atPath: path) }
      let small = LMDBOptions(initialMapBytes: 1 << 16)
      try LMDBBlockstore(path: path, options: small).put(batch(0))
      let reader = try LMDBBlockstore(path: path, options: LMDBOptions(isReadOnly: true, initialMapBytes: 1 << 16))
      #expect(try reader.count() == 20)
      await #expect(processExitsWith: .success) {
        let path = sharedFolder("grown", testProcess: getppid())
        let writer = try LMDBBlockstore(path: path, options: LMDBOptions(initialMapBytes: 1 << 16))
        for number: UInt64 in 1..<300 { try writer.put(batch(number)) }
      }
      #expect(try reader.count() == 6000)
      #expect(try batch(299).allSatisfy { try reader.get($0.cid) == $0.bytes })
    }

    @Test("readers go on while another process writes and its map grows")
    func growthUnderReaders() async throws {
      let folder = try TemporaryFolder()
      let path = folder.file("store")
      let writer = try WriterProcess(["write", path, "0"])
      try writer.wait(forReports: 4)
      let options = LMDBOptions(isReadOnly: true, verifiesReads: true, initialMapBytes: 1 << 16)
      let reader = try LMDBBlockstore(path: path, options: options)
      let first = try WriterBatch(number: 0).blocks
      let last = first + (try WriterBatch(number: 60).blocks)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<3 {
          group.addTask {
            while try reader.get(last[last.count - 1].cid) == nil {
              let isWhole = try first.allSatisfy { try reader.get($0.cid) == $0.bytes }
              #expect(isWhole)
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(try last.allSatisfy { try reader.get($0.cid) == $0.bytes })
      #expect(try writer.kill())
      let size = try FileManager.default.attributesOfItem(atPath: path + "/data.mdb")[.size] as? Int
      #expect(try #require(size) > 4 << 16)
    }

    @Test("a second process may read, and is told that it may not write")
    func secondProcess() async throws {
      let path = sharedFolder("shared", testProcess: getpid())
      try? FileManager.default.removeItem(atPath: path)
      defer { try? FileManager.default.removeItem(atPath: path) }
      let store = try LMDBBlockstore(path: path)
      try store.put(batch(1))
      await #expect(processExitsWith: .success) {
        let path = sharedFolder("shared", testProcess: getppid())
        #expect(throws: StoreError(.locked, "")) { try LMDBBlockstore(path: path) }
        let reader = try LMDBBlockstore(path: path, options: LMDBOptions(isReadOnly: true))
        #expect(try batch(1).allSatisfy { try reader.get($0.cid) == $0.bytes })
      }
      try store.put(batch(2))
      #expect(try store.count() == 40)
    }
  }
#endif
