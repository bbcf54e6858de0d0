/// Reads a CAR of version 1 whose bytes come in portions, as from a network, block by block.
///
/// ```swift
/// var parser = CARStreamParser()
/// while case let bytes = try await body.read(), !bytes.isEmpty {
///   parser.append(bytes)
///   while let section = try parser.next() { try take(section.block) }
/// }
/// try parser.finish()
/// ```
///
/// It keeps what was appended and not read yet: whoever appends takes all sections before the next portion.
public struct CARStreamParser: Sendable {
  /// The header, once it has come.
  public private(set) var header: CARHeader?
  private let options: CAROptions
  private let maxHeaderBytes: UInt64
  private var buffer: [UInt8] = []
  private var position = 0
  /// The position of the next byte in the CAR.
  private var offset: UInt64 = 0

  /// A parser at the start of a CAR.
  ///
  /// - Parameters:
  ///   - options: What to check; an empty section is an error.
  ///   - maxHeaderBytes: The longest header that is read.
  public init(options: CAROptions = CAROptions(), maxHeaderBytes: UInt64 = 64 << 10) {
    self.options = options
    self.maxHeaderBytes = maxHeaderBytes
  }

  /// Adds bytes that have come.
  public mutating func append(_ bytes: [UInt8]) {
    buffer.removeFirst(position)
    position = 0
    buffer += bytes
  }

  /// The next block; `nil` if more bytes are needed.
  ///
  /// - Throws: `CARError` with the position of the header or section that is wrong.
  public mutating func next() throws(CARError) -> CARSection? {
    if header == nil {
      guard let (bytes, start) = try portion(limit: maxHeaderBytes) else { return nil }
      header = try CARStreamParser.header(bytes, at: start)
    }
    guard let (bytes, start) = try portion(limit: options.maxSectionBytes) else { return nil }
    guard !bytes.isEmpty else { throw CARError(.emptySection, at: start) }
    var rest = bytes[...]
    let cid: CID
    do {
      cid = try CID.read(from: &rest)
    } catch {
      throw CARError(.invalidCID, at: start, cause: error)
    }
    let block = Block(cid: cid, bytes: Array(rest))
    if options.verifiesBlocks { try block.verify(sectionAt: start) }
    return CARSection(block: block, offset: start, dataOffset: offset - UInt64(rest.count))
  }

  /// Requires that the CAR can end here.
  ///
  /// - Throws: `CARError` with code `truncated` inside the header or a section.
  public func finish() throws(CARError) {
    guard header != nil, position == buffer.count else {
      throw CARError(.truncated, at: offset, "after \(buffer.count - position) bytes of a section")
    }
  }

  /// The next bytes with their length before them, without it, and where they begin with it.
  private mutating func portion(limit: UInt64) throws(CARError) -> (bytes: [UInt8], start: UInt64)? {
    var rest = buffer[position...]
    guard let length = try length(&rest, limit: limit), length <= rest.count else { return nil }
    let start = offset
    let bytes = Array(rest.prefix(length))
    offset += UInt64(rest.startIndex - position + length)
    position = rest.startIndex + length
    return (bytes, start)
  }

  private func length(_ rest: inout ArraySlice<UInt8>, limit: UInt64) throws(CARError) -> Int? {
    let length: UInt64
    do {
      length = try Varint.read(from: &rest)
    } catch .truncated {
      return nil
    } catch {
      throw CARError(.invalidLength, at: offset, cause: error)
    }
    guard length <= min(limit, UInt64(Int32.max)) else {
      throw CARError(.invalidLength, at: offset, "\(length) bytes")
    }
    return Int(length)
  }

  private static func header(_ bytes: [UInt8], at start: UInt64) throws(CARError) -> CARHeader {
    do {
      let version = try CARHeader.version(of: bytes)
      guard version == 1 else { throw CARError(.unsupportedVersion, at: start, "version \(version)") }
      return try CARHeader(cbor: bytes)
    } catch let error as CARError {
      throw error
    } catch {
      throw CARError(.invalidHeader, at: start, cause: error)
    }
  }
}
