/// A file that is read piece by piece, each block when it is needed.
public struct UnixFSFile<Store: Blockstore>: Sendable {
  /// How many bytes the file has.
  public let size: UInt64
  private let reader: UnixFSReader<Store>
  private let root: UnixFSPart
  /// What is left to read, the next part last, each with where it begins in the file.
  private var pending: [(part: UnixFSPart, start: UInt64)]
  /// The bytes that are wanted.
  private var wanted: Range<UInt64>

  init(_ cid: CID, _ reader: UnixFSReader<Store>) throws(UnixFSError) {
    guard let size = try reader.node(cid).fileSize else { throw UnixFSError(.notAFile, "\(cid)") }
    self.reader = reader
    self.size = size
    root = UnixFSPart(link: UnixFSLink(cid: cid, totalSize: 0), fileSize: size)
    pending = [(root, 0)]
    wanted = 0..<size
  }

  /// The same file, to read a part of it from its start.
  ///
  /// - Parameter range: Positions in the file.
  /// - Returns: The file, of which `next` gives these bytes only.
  /// - Throws: `UnixFSError` with code `outOfRange`.
  public func range(_ range: Range<UInt64>) throws(UnixFSError) -> UnixFSFile {
    guard range.upperBound <= size else { throw UnixFSError(.outOfRange, "\(range) of \(size) bytes") }
    var file = self
    file.pending = [(root, 0)]
    file.wanted = range
    return file
  }

  /// The next bytes, those of one block; `nil` at the end.
  ///
  /// - Throws: `UnixFSError` if a block is missing, damaged or contradicts the one above it.
  public mutating func next() throws(UnixFSError) -> [UInt8]? {
    while let (part, start) = pending.popLast() {
      let end = start + part.fileSize
      guard part.fileSize > 0, start < wanted.upperBound, end > wanted.lowerBound else { continue }
      let node = try reader.node(part.link.cid)
      guard node.fileSize == part.fileSize else {
        throw UnixFSError(.malformedNode, "\(part.link.cid): not the \(part.fileSize) bytes that the node above says")
      }
      if let bytes = open(node, at: start) { return bytes }
    }
    return nil
  }

  /// Puts the children of a node up for reading, and gives the wanted bytes in it, if any.
  private mutating func open(_ node: UnixFSNode, at start: UInt64) -> [UInt8]? {
    switch node {
    case .leaf(let bytes): return clipped(bytes, at: start)
    case .file(let data, let children):
      var childStart = start + UInt64(data.count)
      var parts: [(part: UnixFSPart, start: UInt64)] = []
      for child in children {
        parts.append((child, childStart))
        childStart += child.fileSize
      }
      pending += parts.reversed()
      return clipped(data, at: start)
    case .directory, .shard, .symlink: return nil
    }
  }

  private func clipped(_ bytes: [UInt8], at start: UInt64) -> [UInt8]? {
    let end = start + UInt64(bytes.count)
    let range = wanted.clamped(to: start..<end)
    guard !range.isEmpty else { return nil }
    return range == start..<end ? bytes : Array(bytes[Int(range.lowerBound - start)..<Int(range.upperBound - start)])
  }

  /// All bytes that are wanted, in memory.
  ///
  /// - Parameter limit: The most bytes to take memory for.
  /// - Returns: The bytes.
  /// - Throws: `UnixFSError`: `outOfRange` if there are more, or as `next`.
  public func bytes(limit: Int) throws(UnixFSError) -> [UInt8] {
    guard wanted.upperBound - wanted.lowerBound <= UInt64(max(limit, 0)) else {
      throw UnixFSError(.outOfRange, "more than \(limit) bytes")
    }
    var file = self
    var bytes: [UInt8] = []
    while let part = try file.next() { bytes += part }
    return bytes
  }
}
