internal import FilCore

/// Runs the archives of the public CAR fixtures: every file of the folder is a case, and its name says what is wrong
/// with it.
public struct CARVectors: VectorKind {
  /// The name of the folder.
  public let name = "car"

  /// The kind.
  public init() {}

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    for name in folder.names {
      guard let bytes = try folder.data(name) else { continue }
      if name.hasSuffix(".carindex") {
        guard let archive = try folder.data("sample-v1.car") else {
          run.skip("the archive of the index is not here")
          continue
        }
        run.check(name) { try CARVectors.checkIndex(bytes, of: archive) }
      } else {
        run.check(name) { try CARVectors.checkArchive(bytes, name) }
      }
    }
  }

  private static func checkArchive(_ bytes: [UInt8], _ name: String) throws {
    let isWrong = ["corrupt", "zero-len", "rootless"].contains { name.contains($0) }
    do {
      let (header, sections) = try read(bytes)
      if isWrong { throw VectorError("accepted") }
      try checkRoundTrip(header, sections, in: bytes)
    } catch let error as CARError {
      if !isWrong { throw error }
      try checkRefusal(error, name, bytes)
    }
  }

  private static func read(
    _ bytes: [UInt8], _ options: CAROptions = CAROptions()
  ) throws -> (CARReader<ArraySource>, [CARSection]) {
    var reader = try CARReader(ArraySource(bytes), options: options)
    var sections: [CARSection] = []
    while let section = try reader.next() { sections.append(section) }
    return (reader, sections)
  }

  /// Writes what was read again: the same bytes.
  private static func checkRoundTrip(
    _ reader: CARReader<ArraySource>, _ sections: [CARSection], in bytes: [UInt8]
  ) throws {
    var writer = try CARWriter(roots: reader.roots, to: ArraySink())
    for section in sections { try writer.write(section.block) }
    let start = Int(reader.version2?.dataOffset ?? 0)
    let end = reader.version2.map { start + Int($0.dataSize) } ?? bytes.count
    try expect(writer.sink.bytes, equals: Array(bytes[start..<end]), "the archive written again")
    for section in sections {
      let data = Int(section.dataOffset)
      try expect(Array(bytes[data..<data + section.block.bytes.count]), equals: section.block.bytes, "data offset")
    }
    if let index = reader.version2?.indexOffset {
      try check(try CARIndex(Array(bytes[Int(index)...])), sections, base: UInt64(start))
    }
  }

  /// A wrong archive is refused for what its name says.
  private static func checkRefusal(_ error: CARError, _ name: String, _ bytes: [UInt8]) throws {
    if name.contains("zero-len") {
      try expect(error.code, equals: .emptySection, "error")
      try expect(bytes[Int(error.offset)], equals: 0, "the byte at the position of the error")
      let options = CAROptions(verifiesBlocks: true, endsAtEmptySection: true)
      guard try !read(bytes, options).1.isEmpty else { throw VectorError("nothing before the zeros") }
    } else if name.contains("tailing") {
      guard error.offset > 0, Int(error.offset) < bytes.count else { throw VectorError("position \(error.offset)") }
      try expect(error.code, equals: .truncated, "error")
    } else if name.contains("rootless") {
      try expect(error.code, equals: .unsupportedVersion, "error")
    }
  }

  private static func checkIndex(_ bytes: [UInt8], of archive: [UInt8]) throws {
    try check(try CARIndex(bytes), try read(archive).1, base: 0)
  }

  /// Every entry leads to a section with its digest, and every block that does not hold its own data is listed.
  private static func check(_ index: CARIndex, _ sections: [CARSection], base: UInt64) throws {
    let byOffset = Dictionary(uniqueKeysWithValues: sections.map { ($0.offset - base, $0.block.cid) })
    for entry in index.entries {
      try expect(byOffset[entry.offset]?.digest, equals: entry.digest, "digest at \(entry.offset)")
      if let hash = entry.hash { try expect(byOffset[entry.offset]?.hash, equals: hash, "hash at \(entry.offset)") }
    }
    let listed = Set(index.entries.map(\.digest))
    let missing = sections.filter { $0.block.cid.hash != .identity && !listed.contains($0.block.cid.digest) }
    try expect(missing.count, equals: 0, "blocks that the index leaves out")
  }
}
