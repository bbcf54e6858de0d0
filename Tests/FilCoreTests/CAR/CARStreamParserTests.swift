import FilCore
import Testing

@Suite("CAR in portions", .timeLimit(.minutes(1)))
struct CARStreamParserTests {
  private static func car() throws -> [UInt8] {
    let blocks = (0..<6).map { Block(dagCBOR: SeededRandom(seed: $0).bytes(Int($0) * 100).cbor) }
    var writer = try CARWriter(roots: blocks.map(\.cid), to: ArraySink())
    for block in blocks { try writer.write(block) }
    return writer.sink.bytes
  }

  /// What a parser finds in bytes that come in portions.
  private static func sections(_ bytes: [UInt8], portion: Int) throws -> (CARHeader?, [CARSection]) {
    var parser = CARStreamParser()
    var sections: [CARSection] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      parser.append(Array(rest.prefix(portion)))
      rest = rest.dropFirst(portion)
      while let section = try parser.next() { sections.append(section) }
    }
    try parser.finish()
    return (parser.header, sections)
  }

  @Test("the same sections as a reader of the whole", arguments: [1, 2, 7, 100, 10_000])
  func portions(count: Int) throws {
    let bytes = try Self.car()
    var reader = try CARReader(ArraySource(bytes))
    var expected: [CARSection] = []
    while let section = try reader.next() { expected.append(section) }
    let (header, sections) = try Self.sections(bytes, portion: count)
    #expect(sections == expected && expected.count == 6 && header == reader.header)
  }

  @Test("every cut inside a section is noticed")
  func cuts() throws {
    let bytes = try Self.car()
    let ends = Set(try Self.sections(bytes, portion: 50).1.map { Int($0.offset) } + [bytes.count])
    for cut in bytes.indices where !ends.contains(cut) {
      #expect(throws: CARError(.truncated, at: 0)) { try Self.sections(Array(bytes.prefix(cut)), portion: 64) }
    }
  }

  @Test("mutated bytes fare as in a reader of the whole", arguments: 0..<100)
  func mutations(seed: UInt64) throws {
    let random = SeededRandom(seed: seed)
    var bytes = try Self.car()
    for _ in 0...random.next(below: 2) {
      bytes[Int(random.next(below: UInt64(bytes.count)))] = UInt8(truncatingIfNeeded: random.next())
    }
    let whole = Result {
      var reader = try CARReader(ArraySource(bytes))
      var sections: [CARSection] = []
      while let section = try reader.next() { sections.append(section) }
      return sections
    }
    let parsed = Result { try Self.sections(bytes, portion: 33).1 }
    switch (whole, parsed) {
    case (.success(let left), .success(let right)): #expect(left == right)
    case (.failure, .failure(let error)): #expect(error is CARError)
    default: Issue.record("\(whole) \(parsed)")
    }
  }
}
