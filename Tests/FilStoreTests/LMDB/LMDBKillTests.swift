#if os(Linux) || os(macOS)
  import FilCore
  import FilStore
  import Foundation
  import Testing

  @testable import StoreWriter

  @Suite("LMDB, its writer killed", .timeLimit(.minutes(5)))
  struct LMDBKillTests {
    /// What the kills so far have left.
    private struct State {
      /// How many batches of blocks are in the store, and after how many steps the table is.
      var (batches, steps): (UInt64, UInt64) = (0, 0)
      /// How many blocks the batches have.
      var blocks = 0
      /// How many kills there were, by where they came.
      var (kills, duringPut, duringApply, beforeFirst): (Int, Int, Int, Int) = (0, 0, 0, 0)
      /// How many batches and steps were stored and no longer acknowledged.
      var unacknowledged = 0
    }

    @Test("200 kills: what was acknowledged is there, whole and verified; the rest is there whole or not at all")
    func killed() throws {
      let folder = try TemporaryFolder()
      var random = SeededGenerator(seed: 31)
      var state = State()
      for _ in 0..<200 { try Self.killOnce(folder.file("store"), &state, &random) }
      #expect(state.kills == 200)
      #expect(state.duringPut > 20 && state.duringApply > 20 && state.beforeFirst > 0, "\(state)")
      let store = try LMDBBlockstore(path: folder.file("store"), options: LMDBOptions(verifiesReads: true))
      for number in 0..<state.batches { try Self.expectBatch(number, in: store) }
      try store.put(WriterBatch(number: state.batches).blocks)
    }

    @Test("a writer killed while it makes the store leaves a folder that opens")
    func killedEarly() throws {
      let folder = try TemporaryFolder()
      var random = SeededGenerator(seed: 32)
      var (kills, made) = (0, 0)
      for number in 0..<60 {
        let path = folder.file("\(number)")
        let writer = try WriterProcess(["write", path, "0"])
        usleep(UInt32.random(in: 0..<8_000, using: &random))
        kills += try writer.kill() ? 1 : 0
        made += FileManager.default.fileExists(atPath: path) ? 1 : 0
        let store = try LMDBBlockstore(path: path)
        let batch = try WriterBatch(number: 0).blocks
        try store.put(batch)
        #expect(try batch.allSatisfy { try store.get($0.cid) == $0.bytes })
      }
      #expect(kills == 60 && made > 0)
    }

    private static func killOnce(
      _ path: String, _ state: inout State, _ random: inout SeededGenerator
    ) throws {
      let writer = try WriterProcess(["write", path, "\(state.batches)"])
      if Int.random(in: 0..<10, using: &random) > 0 {
        try writer.wait(forReports: Int.random(in: 1...16, using: &random))
        usleep(UInt32.random(in: 0..<1500, using: &random))
      } else {
        usleep(UInt32.random(in: 0..<5_000, using: &random))
      }
      #expect(try writer.kill(), "\(writer.reports)")
      state.kills += 1
      try check(path, writer.reports, &state)
    }

    /// Holds the store to what the writer has reported.
    private static func check(_ path: String, _ reports: [WriterReport], _ state: inout State) throws {
      switch reports.last {
      case .putting: state.duringPut += 1
      case .applying: state.duringApply += 1
      case nil: state.beforeFirst += 1
      default: break
      }
      let acknowledged = reports.count { if case .put = $0 { true } else { false } }
      let store = try LMDBBlockstore(path: path, options: LMDBOptions(verifiesReads: true))
      let first = state.batches
      state.batches += UInt64(acknowledged)
      for number in first..<state.batches {
        try expectBatch(number, in: store)
        state.blocks += WriterBatch(number: number).blockCount
      }
      try checkUnacknowledged(store, &state)
      try checkTable(try store.table("progress"), reports, &state)
    }

    private static func expectBatch(_ number: UInt64, in store: LMDBBlockstore) throws {
      let isWhole = try WriterBatch(number: number).blocks.allSatisfy { try store.get($0.cid) == $0.bytes }
      #expect(isWhole, "batch \(number)")
    }

    /// The batch after the last acknowledged one is there whole or not at all, and none after it.
    private static func checkUnacknowledged(_ store: LMDBBlockstore, _ state: inout State) throws {
      let blocks = try WriterBatch(number: state.batches).blocks
      let present = try blocks.count { try store.has($0.cid) }
      #expect(present == 0 || present == blocks.count, "\(present) of \(blocks.count) blocks")
      if present > 0 {
        try expectBatch(state.batches, in: store)
        state.batches += 1
        state.blocks += blocks.count
        state.unacknowledged += 1
      }
      #expect(try store.count() == state.blocks)
    }

    /// The table is as after one step: the last acknowledged one, or the one that was under way.
    private static func checkTable(_ table: LMDBTable, _ reports: [WriterReport], _ state: inout State) throws {
      let steps = reports.compactMap { if case .applied(let number) = $0 { number + 1 } else { nil } }
      let acknowledged = steps.last ?? state.steps
      let last = try table.get(WriterBatch.sharedKeys[0]).map { value in
        var rest = value[...]
        return try Varint.read(from: &rest) + 1
      }
      state.steps = last ?? 0
      let underWay: UInt64? = if case .applying(let number) = reports.last { number + 1 } else { nil }
      #expect(state.steps == acknowledged || state.steps == underWay)
      if state.steps != acknowledged { state.unacknowledged += 1 }
      guard state.steps > 0 else { return #expect(try table.pairs().isEmpty) }
      let batch = WriterBatch(number: state.steps - 1)
      let isWhole = try WriterBatch.sharedKeys.allSatisfy { try table.get($0) == batch.value }
      #expect(isWhole, "step \(batch.number)")
      #expect(try table.get(batch.ownKey) == batch.value)
      if let removed = batch.removedKey { #expect(try table.get(removed) == nil) }
    }
  }
#endif
