#if os(Linux)
  import FilCore
  import FilStore
  import Foundation
  import Testing

  @testable import StoreWriter

  @Suite("LMDB at the limits of the system", .timeLimit(.minutes(5)))
  struct LMDBLimitTests {
    /// What a writer reports that is refused something and goes on when it is given.
    private static func run(_ folder: TemporaryFolder, _ resource: String, _ limit: Int) throws -> [WriterReport] {
      let writer = try WriterProcess(["limited", folder.file("store"), resource, "\(limit)"])
      let status = try writer.waitForEnd()
      #expect(status == 0 && writer.reports.last == .done, "\(writer.reports)")
      return writer.reports
    }

    /// The only refusal, and the number of batches that were put before and after it.
    private static func refusal(_ reports: [WriterReport]) throws -> (text: String, batches: UInt64) {
      let texts = reports.compactMap { if case .failed(let text) = $0 { text } else { nil } }
      #expect(texts.count == 1, "\(texts)")
      return (try #require(texts.first), UInt64(reports.count { if case .put = $0 { true } else { false } }))
    }

    private static func expectAll(_ batches: UInt64, in folder: TemporaryFolder) throws {
      let store = try LMDBBlockstore(path: folder.file("store"), options: LMDBOptions(verifiesReads: true))
      for number in 0..<batches {
        let isWhole = try StoreWriter.group(number).allSatisfy { try store.get($0.cid) == $0.bytes }
        #expect(isWhole, "batch \(number)")
      }
    }

    // Lengths that end at a page and inside one: writes are then refused, or cut short, which looks like a broken disk.
    @Test("a file that cannot grow is a full store; with space it goes on", arguments: [2 << 20, 1_300_000, 1_500_001])
    func fullDisk(limit: Int) throws {
      let folder = try TemporaryFolder()
      let (text, batches) = try Self.refusal(try Self.run(folder, "fileSize", limit))
      for part in ["full", "no space", folder.file("store")] { #expect(text.contains(part), "\(text)") }
      #expect(batches > 3)
      try Self.expectAll(batches, in: folder)
    }

    @Test("a map that cannot grow is a full store, and does no harm")
    func fullMemory() throws {
      let folder = try TemporaryFolder()
      let (text, batches) = try Self.refusal(try Self.run(folder, "memory", 6 << 20))
      for part in ["full", "no room for a map"] { #expect(text.contains(part), "\(text)") }
      try Self.expectAll(batches, in: folder)
    }
  }
#endif
