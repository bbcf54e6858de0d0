import FilCore
import FilStore
import Testing

@Suite("Zstandard streams", .timeLimit(.minutes(15)))
struct ZstdSourceTests {
  /// A source that gives a few bytes at a time.
  private struct Trickle: ByteSource {
    var source: ArraySource
    let step: Int

    mutating func next(limit: Int) throws(StoreError) -> [UInt8] { try source.next(limit: min(limit, step)) }
  }

  private static func read(_ source: some ByteSource, limit: Int) throws -> [UInt8] {
    var source = source
    var bytes: [UInt8] = []
    while true {
      let part = try source.next(limit: limit)
      if part.isEmpty { return bytes }
      #expect(part.count <= limit)
      bytes += part
    }
  }

  @Test("the bytes are the same whatever the steps", arguments: [1, 7, 1 << 17], [1, 100, 1 << 16])
  func steps(input: Int, output: Int) throws {
    var random = SeededGenerator(seed: 9)
    let parts = [random.bytes(900), [UInt8](repeating: 4, count: 5000), [], random.bytes(1)]
    let skippable: [UInt8] = [0x53, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]
    let frames = try parts.flatMap { try Zstd.compress($0) + skippable }
    let source = try ZstdSource(Trickle(source: ArraySource(frames), step: input))
    #expect(try Self.read(source, limit: output) == parts.flatMap(\.self))
    #expect(try Zstd.decompress(frames, limit: 10_000) == parts.flatMap(\.self))
    let single = try ZstdSource(Trickle(source: ArraySource(frames), step: input), singleFrame: true)
    #expect(try Self.read(single, limit: output) == parts[0])
    let cut = try ZstdSource(Trickle(source: ArraySource(Array(frames.prefix(500))), step: input))
    #expect(throws: StoreError(.corrupt, "")) { try Self.read(cut, limit: output) }
  }
}
