import FilCore
import Testing

@testable import FilStore

@Suite("Decompressing snapshots", .timeLimit(.minutes(1)))
struct DecompressionTests {
  @Test("stops where a file has become too large")
  func limit() throws {
    let bytes = [UInt8](repeating: 7, count: 3 << 20)
    let file = try TemporaryFile.holding(ArraySource(bytes), limit: UInt64(bytes.count))
    #expect(file.size == UInt64(bytes.count))
    #expect(throws: StoreError(.corrupt, "")) {
      try TemporaryFile.holding(ArraySource(bytes), limit: UInt64(bytes.count) - 1)
    }
  }

  @Test("allows what snapshots are, and no bombs")
  func limits() {
    #expect(SnapshotBlockstore.decompressedLimit(0) == 1 << 30)
    #expect(SnapshotBlockstore.decompressedLimit(100_000) == 1 << 30)
    #expect(SnapshotBlockstore.decompressedLimit(70 << 30) == 64 * 70 << 30)
    #expect(SnapshotBlockstore.decompressedLimit(.max) == .max)
  }
}
