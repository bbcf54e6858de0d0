import FilCore
import Testing

@Suite("CAR", .timeLimit(.minutes(15)))
struct CARTests {
  private static let blocks = (0..<20).map { Block(dagCBOR: [UInt64](repeating: $0, count: Int($0) * 10).cbor) }
  private static let roots = [blocks[3].cid, blocks[0].cid]

  private static func car() throws -> [UInt8] {
    var writer = try CARWriter(roots: roots, to: ArraySink())
    for block in blocks { try writer.write(block) }
    #expect(writer.byteCount == UInt64(writer.sink.bytes.count))
    return writer.sink.bytes
  }

  private static func little(_ value: UInt64) -> [UInt8] { withUnsafeBytes(of: value.littleEndian) { Array($0) } }

  /// A CAR of version 2 around another.
  private static func version2(
    _ data: [UInt8], offset: UInt64 = 60, size: UInt64? = nil, index: UInt64 = 0
  ) -> [UInt8] {
    let pragma: [UInt8] = [0x0a, 0xa1, 0x67] + Array("version".utf8) + [0x02]
    let header = [UInt8](repeating: 0, count: 16) + little(offset) + little(size ?? UInt64(data.count)) + little(index)
    return pragma + header + [UInt8](repeating: 0, count: 9) + data + [0xee, 0xee]
  }

  private static func read(_ source: some ByteSource, _ options: CAROptions = CAROptions()) throws -> [CARSection] {
    var reader = try CARReader(source, options: options)
    #expect(reader.roots == roots)
    var sections: [CARSection] = []
    while let section = try reader.next() { sections.append(section) }
    return sections
  }

  @Test("what was written is read, whatever the steps of the stream", arguments: [1, 3, 100, 1 << 20])
  func roundTrip(step: Int) throws {
    let car = try Self.car()
    #expect(try Self.read(TrickleSource(car, step: step)).map(\.block) == Self.blocks)
    let wrapped = Self.version2(car)
    let sections = try Self.read(TrickleSource(wrapped, step: step))
    #expect(sections.map(\.block) == Self.blocks)
    for section in sections {
      let start = Int(section.dataOffset)
      #expect(Array(wrapped[start..<start + section.block.bytes.count]) == section.block.bytes)
    }
  }

  @Test("entries are the CIDs and places of the blocks, whatever their lengths", arguments: [1, 50, 1 << 20])
  func entries(step: Int) throws {
    let digests = [0, 31, 32, 33, 64, 100, 4000, CID.maxDigestBytes]
    let blocks = digests.map { count in
      let digest = [UInt8](repeating: 5, count: count)
      return Block(cid: CID(codec: .dagCBOR, hash: .identity, digest: digest), bytes: digest)
    }
    var writer = try CARWriter(roots: Self.roots, to: ArraySink())
    for block in blocks + Self.blocks { try writer.write(block) }
    let car = writer.sink.bytes
    var sections = try CARReader(TrickleSource(car, step: step))
    var entries = try CARReader(TrickleSource(car, step: step))
    while let section = try sections.next() {
      let entry = try entries.nextEntry()
      #expect(entry?.cid == section.block.cid && entry?.offset == section.offset)
    }
    #expect(try entries.nextEntry() == nil)
    for wrong in [car + [5, 1, 2, 3, 4, 5], car + [5, 1]] {
      var reader = try CARReader(ArraySource(wrong))
      let error = #expect(throws: CARError.self) { while try reader.nextEntry() != nil {} }
      #expect(error?.offset == UInt64(car.count))
    }
  }

  @Test("the header is the one that everyone writes")
  func header() throws {
    let writer = try CARWriter(roots: [], to: ArraySink())
    #expect(writer.sink.bytes == [UInt8](hex: "11a265726f6f7473806776657273696f6e01"))
  }

  @Test("a section that is cut off, empty, too long or without a CID is refused with its position")
  func wrongSections() throws {
    let car = try Self.car()
    let end = UInt64(car.count)
    func expectError(_ code: CARError.Code, at offset: UInt64, _ bytes: [UInt8], _ options: CAROptions = CAROptions()) {
      let error = #expect(throws: CARError.self) { try Self.read(ArraySource(bytes), options) }
      #expect(error?.code == code)
      #expect(error?.offset == offset)
    }
    expectError(.truncated, at: end, car + [5, 1])
    expectError(.truncated, at: end, car + [0x80])
    expectError(.emptySection, at: end, car + [0, 0, 0])
    expectError(.invalidCID, at: end, car + [3, 1, 2, 3])
    // A digest that is longer than the section, though bytes follow; lengths of the digest and of numbers.
    expectError(.invalidCID, at: end, car + [5, 1, 0x71, 0x12, 0x20, 7] + [UInt8](repeating: 7, count: 40))
    expectError(.invalidCID, at: end, car + [6, 1, 0x71, 0x12, 0xff, 0xff, 0x7f])
    expectError(.invalidCID, at: end, car + [6, 1, 0xf1, 0x00, 0x12, 0, 0])
    expectError(.invalidCID, at: end, car + [4, 2, 0x71, 0x12, 0])
    expectError(.invalidLength, at: end, car + [UInt8](repeating: 0xff, count: 11))
    expectError(.truncated, at: end, car + [0xff, 0xff, 0x3f, 1, 0x71])
    expectError(.invalidLength, at: end, car + [0xe9, 0x07], CAROptions(maxSectionBytes: 1000))
    expectError(.invalidLength, at: end, car + [0x80, 0x80, 0x80, 0x08])
    expectError(.invalidLength, at: end, car + [0x80, 0x00])
    let padded = CAROptions(endsAtEmptySection: true)
    #expect(try Self.read(ArraySource(car + [0, 0, 0]), padded).count == Self.blocks.count)
    var changed = car
    changed[car.count - 1] ^= 1
    let last = try #require(try Self.read(ArraySource(car)).last)
    expectError(.mismatch, at: last.offset, changed)
    #expect(try Self.read(ArraySource(changed), CAROptions(verifiesBlocks: false)).count == Self.blocks.count)
  }

  @Test("wrong headers are refused")
  func wrongHeaders() throws {
    let car = try Self.car()
    func expectError(_ code: CARError.Code, _ bytes: [UInt8]) {
      #expect(throws: CARError(code, at: 0)) { try Self.read(ArraySource(bytes)) }
    }
    expectError(.truncated, [])
    expectError(.truncated, Array(car.prefix(10)))
    expectError(.invalidLength, [0xff, 0xff, 0xff, 0xff, 0xff, 0x7f] + car)
    expectError(.unsupportedVersion, [0x0b, 0xa1, 0x67] + Array("version".utf8) + [0x18, 0x2a])
    expectError(.invalidHeader, [0x01, 0x80])
    expectError(.invalidHeader, [0x02, 0xa0, 0xa0])
    expectError(.invalidHeader, Self.version2(car, offset: 50))
    expectError(.invalidHeader, Self.version2(car, size: .max))
    expectError(.invalidHeader, Self.version2(car, index: 70))
    expectError(.truncated, Self.version2(car, size: UInt64(car.count) - 1))
    expectError(.truncated, Self.version2(car, size: UInt64(car.count) + 1000))
    expectError(.unsupportedVersion, Self.version2(Self.version2(car)))
  }

  @Test("a source that fails is the cause of the error")
  func failingSource() throws {
    let car = try Self.car()
    let error = #expect(throws: CARError.self) { try Self.read(TrickleSource(car, step: 50, failingAfter: 500)) }
    #expect(error?.code == .source)
    #expect(error?.cause as? StoreError == StoreError(.failed, ""))
  }

  @Test("damaged archives are refused or read, never trapped on", arguments: [false, true])
  func mutations(isVersion2: Bool) throws {
    var random = SeededGenerator(seed: 21)
    let original = isVersion2 ? Self.version2(try Self.car()) : try Self.car()
    var refused = 0
    for _ in 0..<1500 {
      do {
        var reader = try CARReader(ArraySource(random.mutated(original)))
        while try reader.next() != nil {}
      } catch {
        refused += 1
      }
    }
    #expect(refused > 1000)
  }

  @Test("damaged indexes are refused or read, never trapped on")
  func indexes() throws {
    let entry = [UInt8](repeating: 5, count: 32) + Self.little(77)
    let one: [UInt8] = [1, 0, 0, 0]
    let widths = one + [40, 0, 0, 0] + Self.little(80) + entry + entry
    let sorted = [0x80, 0x08] + widths
    let byHash = [0x81, 0x08] + one + Self.little(0x12) + widths
    #expect(try CARIndex(sorted).entries.map(\.offset) == [77, 77])
    #expect(try CARIndex(byHash).entries.map(\.hash) == [.sha256, .sha256])
    #expect(throws: CARError(.invalidIndex, at: 0)) { try CARIndex([0x01]) }
    #expect(throws: CARError(.invalidIndex, at: 0)) { try CARIndex(sorted + [1]) }
    #expect(throws: CARError(.truncated, at: 0)) { try CARIndex(Array(sorted.dropLast())) }
    var random = SeededGenerator(seed: 22)
    var refused = 0
    for _ in 0..<2000 where (try? CARIndex(random.mutated(byHash))) == nil { refused += 1 }
    #expect(refused > 500)
  }
}
