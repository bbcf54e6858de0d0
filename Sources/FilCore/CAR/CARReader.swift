/// Reads a content archive (CAR, version 1 or 2) from a stream, block by block.
///
/// Memory goes with the largest block. Version 2 is read up to the end of the archive inside it; its index is left out.
///
/// ```swift
/// var reader = try CARReader(ArraySource(bytes))
/// while let section = try reader.next() { try store.put(section.block) }
/// ```
public struct CARReader<Source: ByteSource> {
  /// The header of the archive.
  public let header: CARHeader
  /// The header of version 2, if the archive is of that version.
  public let version2: CARv2Header?
  /// What to do besides reading.
  private let options: CAROptions
  private var source: BufferedSource<Source>
  /// Where the data ends, if that is known before.
  private let end: UInt64?

  /// A reader that has read the header.
  ///
  /// - Parameters:
  ///   - source: Where the archive comes from, at its start.
  ///   - options: What to check.
  /// - Throws: `CARError` for anything but a CAR of version 1 or 2.
  public init(_ source: Source, options: CAROptions = CAROptions()) throws(CARError) {
    self.options = options
    var source = BufferedSource(source)
    var (version, cbor) = try CARReader.headerBytes(&source)
    version2 = version == 2 ? try CARReader.version2(&source) : nil
    if let version2 {
      try source.skip(version2.dataOffset - source.offset, sectionAt: source.offset)
      (version, cbor) = try CARReader.headerBytes(&source)
    }
    guard version == 1 else { throw CARError(.unsupportedVersion, at: source.offset, "version \(version)") }
    do {
      header = try CARHeader(cbor: cbor)
    } catch {
      throw CARError(.invalidHeader, at: version2?.dataOffset ?? 0, cause: error)
    }
    end = version2.map { $0.dataOffset + $0.dataSize }
    self.source = source
  }

  /// The roots of the DAG in the archive.
  public var roots: [CID] { header.roots }

  private static func headerBytes(
    _ source: inout BufferedSource<Source>
  ) throws(CARError) -> (version: UInt64, cbor: [UInt8]) {
    let start = source.offset
    let count = try source.length(limit: CARHeader.maxBytes)
    let cbor = try source.read(count, sectionAt: start)
    do {
      return (try CARHeader.version(of: cbor), cbor)
    } catch {
      throw CARError(.invalidHeader, at: start, cause: error)
    }
  }

  private static func version2(_ source: inout BufferedSource<Source>) throws(CARError) -> CARv2Header {
    guard source.offset == UInt64(CARv2Header.pragma.count) else {
      throw CARError(.invalidHeader, at: 0, "the header of version 2 names nothing but the version")
    }
    return try CARv2Header(try source.read(CARv2Header.byteCount, sectionAt: source.offset))
  }

  /// The next block; `nil` at the end.
  ///
  /// - Throws: `CARError` with the position of the section that is wrong.
  public mutating func next() throws(CARError) -> CARSection? {
    guard let (count, start) = try head() else { return nil }
    let (cid, rest) = try CARReader.cid(try source.take(count, sectionAt: start), at: start)
    let block = Block(cid: cid, bytes: Array(rest))
    if options.verifiesBlocks { try block.verify(sectionAt: start) }
    return CARSection(block: block, offset: start, dataOffset: source.offset - UInt64(rest.count))
  }

  /// The CID of the next block and where its section begins; the block's bytes are passed over, whatever their number.
  ///
  /// - Returns: The CID and the position from the start of the CAR; `nil` at the end.
  /// - Throws: `CARError` with the position of the section that is wrong.
  public mutating func nextEntry() throws(CARError) -> (cid: CID, offset: UInt64)? {
    guard let (count, start) = try head() else { return nil }
    var bytes = try source.take(min(count, 64), sectionAt: start)
    if bytes.count < count, (try? CARReader.cid(bytes, at: start)) == nil {
      // Only identity CIDs and the like are longer.
      bytes += try source.read(min(count, CID.maxDigestBytes + 64) - bytes.count, sectionAt: start)
    }
    let cid = try CARReader.cid(bytes, at: start).cid
    try source.skip(UInt64(count - bytes.count), sectionAt: start)
    return (cid, start)
  }

  /// The CID that a section's content begins with, and the bytes after it.
  private static func cid(
    _ bytes: ArraySlice<UInt8>, at start: UInt64
  ) throws(CARError) -> (cid: CID, rest: ArraySlice<UInt8>) {
    var rest = bytes
    do {
      let cid = try CID.read(from: &rest)
      return (cid, rest)
    } catch {
      throw CARError(.invalidCID, at: start, cause: error)
    }
  }

  /// Reads the length of the next section, and where it begins; `nil` at the end.
  private mutating func head() throws(CARError) -> (count: Int, start: UInt64)? {
    let start = source.offset
    if let end, start >= end {
      guard start == end else { throw CARError(.invalidLength, at: start, "a section reaches beyond the data") }
      return nil
    }
    if end == nil, try source.isAtEnd() { return nil }
    let count = try source.length(limit: options.maxSectionBytes)
    guard count > 0 else {
      if options.endsAtEmptySection { return nil }
      throw CARError(.emptySection, at: start)
    }
    if let end, source.offset + UInt64(count) > end {
      throw CARError(.truncated, at: start, "a section reaches beyond the data")
    }
    return (count, start)
  }
}

extension Block {
  /// Requires that the bytes hash to the CID.
  func verify(sectionAt start: UInt64) throws(CARError) {
    do {
      if try cid.matches(bytes) { return }
    } catch {
      throw CARError(.mismatch, at: start, "\(cid)", cause: error)
    }
    throw CARError(.mismatch, at: start, "\(cid)")
  }
}
