import FilCore
import FilStore
import Foundation
import Testing

@Suite("Snapshots that were made to harm", .timeLimit(.minutes(5)))
struct HostileSnapshotTests {
  private static let files = SnapshotFiles(count: 60)

  /// Opens bytes as a snapshot and gets its last block.
  private static func get(_ bytes: [UInt8]) throws -> [UInt8]? {
    let folder = try TemporaryFolder()
    let store = try SnapshotBlockstore(path: folder.write(bytes, to: "file"))
    return try store.get(files.blocks[files.blocks.count - 1].cid)
  }

  /// The bytes are refused, when they are opened or read, with a text that has all the parts.
  private static func expectCorrupt(_ parts: [String], _ bytes: [UInt8]) {
    let error = #expect(throws: StoreError.self) { try get(bytes) }
    #expect(error?.code == .corrupt)
    let told = error?.detail ?? ""
    for part in parts + ["file"] { #expect(told.contains(part), "\(told)") }
  }

  private static func little(_ value: UInt64) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }

  /// Where the index begins, as the end of a file says.
  private static func indexStart(_ forest: [UInt8]) -> Int {
    forest.suffix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  @Test("an index that leads to other frames, into one, to itself or outside is found out")
  func wrongFrames() throws {
    let good = try Self.files.forest
    let last = Self.files.blocks[Self.files.blocks.count - 1]
    #expect(try Self.get(good) == last.bytes)
    let header = try Zstd.compress(try CARWriter(roots: [Self.files.root.cid], to: ArraySink()).sink.bytes)
    let first = UInt64(header.count)
    Self.expectCorrupt(["frame at byte \(first)", "not there"], try Self.files.forest { _ in first })
    Self.expectCorrupt(["frame at byte", "zstd"], try Self.files.forest { $0 + 1 })
    let index = UInt64(Self.indexStart(good))
    Self.expectCorrupt(["leads to byte \(index)", "at byte"], try Self.files.forest { _ in index })
    Self.expectCorrupt(["leads to byte \(UInt64.max)"], try Self.files.forest { _ in .max })
    Self.expectCorrupt(["frame at byte \(index - 8)"], try Self.files.forest { _ in index - 8 })
  }

  @Test("frames that change places are found out")
  func swappedFrames() throws {
    let forest = try Self.files.forest
    let magic: [UInt8] = [0x28, 0xb5, 0x2f, 0xfd]
    let starts = forest.indices.filter { forest[$0...].starts(with: magic) } + [Self.indexStart(forest) - 8]
    let frames = zip(starts, starts.dropFirst()).map { Array(forest[$0..<$1]) }
    #expect(frames.count > 5)
    let swapped = frames[0] + frames.dropFirst().reversed().flatMap(\.self) + forest[starts[frames.count]...]
    #expect(swapped.count == forest.count)
    Self.expectCorrupt(["frame at byte"], swapped)
  }

  @Test("an index of impossible size or place is refused when it is opened")
  func wrongIndex() throws {
    let forest = try Self.files.forest
    let start = Self.indexStart(forest)
    func changed(_ position: Int, to value: UInt64) -> [UInt8] {
      var bytes = forest
      bytes.replaceSubrange(position..<position + 8, with: Self.little(value))
      return bytes
    }
    Self.expectCorrupt(["index", "\(UInt64.max)"], changed(forest.count - 8, to: .max))
    Self.expectCorrupt(["index at byte \(start)"], changed(start + 8, to: .max))
    Self.expectCorrupt(["index at byte \(start)"], changed(start + 24, to: .max))
    Self.expectCorrupt(["index at byte \(start)"], changed(start + 24, to: 1 << 30))
    // A version that is not known is no index: the frames are read all the same.
    let other = changed(start, to: 5)
    let folder = try TemporaryFolder()
    let store = try SnapshotBlockstore(path: folder.write(other, to: "file"))
    #expect(store.layout == .compressed)
    #expect(try Self.files.blocks.allSatisfy { try store.get($0.cid) == $0.bytes })
  }

  @Test("skippable frames, many or of lengths that are not there, cost nothing")
  func skippableFrames() throws {
    let car = try Zstd.compress(Self.files.car)
    let empty: [UInt8] = [0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0]
    let many = [[UInt8]](repeating: empty, count: 20_000).flatMap(\.self)
    #expect(try Self.get(car + many) == Self.files.blocks[Self.files.blocks.count - 1].bytes)
    let endless = Array(empty.prefix(4)) + [255, 255, 255, 255, 1]
    let error = #expect(throws: StoreError.self) { try Self.get(car + endless) }
    #expect(error?.code == .corrupt && error?.detail.contains("at byte") == true)
  }

  @Test("sections that claim much take no memory, and say where they are")
  func largeSections() throws {
    let car = try Self.files.car
    let claim = Varint.encode(UInt64(Int32.max)) + Self.files.root.cid.bytes
    let error = #expect(throws: StoreError.self) { try Self.get(car + claim) }
    #expect(error?.code == .corrupt && error?.detail.contains("at byte \(car.count)") == true)
    let tooLong = #expect(throws: StoreError.self) { try Self.get(car + Varint.encode(1 << 40)) }
    #expect(tooLong?.code == .corrupt && tooLong?.detail.contains("at byte \(car.count)") == true)
  }

  @Test("a few kilobytes that hold a section of 256 MiB take no memory for it")
  func inflatedSection() throws {
    let name = Self.files.root.cid.bytes
    let zeros = try Zstd.compress([UInt8](repeating: 0, count: 1 << 20))
    let frames =
      try Zstd.compress(Self.files.car + Varint.encode(UInt64(name.count + (256 << 20))) + name)
      + [[UInt8]](repeating: zeros, count: 256).flatMap(\.self)
    // Sets the peak back to what is in use.
    try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
    let before = Self.peakMemory()
    #expect(try Self.get(frames) == Self.files.blocks[Self.files.blocks.count - 1].bytes)
    #expect(Self.peakMemory() - before < 100 << 20)
  }

  /// The most memory that this process has had, in bytes; 0 where it is not told.
  private static func peakMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return (Int(line.split(separator: " ").dropFirst().first ?? "0") ?? 0) << 10
  }
}
