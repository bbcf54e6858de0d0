/// Writes a content archive (CAR) of version 2 with an index.
///
/// The header is written again at the end, when the sizes are known: an archive that was not finished has no data to a
/// reader.
///
/// ```swift
/// var writer = try CARv2Writer(roots: [root], to: FileSink(path: path))
/// try writer.write(DAGWalk(from: [root], in: store))
/// try writer.finish().finish()
/// ```
///
/// The second `finish` is that of `FileSink`, which waits for the disk.
public struct CARv2Writer<Sink: RewritableSink> {
  private var writer: CARWriter<Sink>
  private let kind: CARIndex.Kind
  private var entries: [CARIndex.Entry] = []

  /// A writer that has written the headers.
  ///
  /// - Parameters:
  ///   - roots: The roots of the DAG.
  ///   - sink: Where the archive goes; nothing was written to it.
  ///   - kind: The kind of the index.
  /// - Throws: `StoreError` if the sink fails.
  public init(roots: [CID], to sink: Sink, index kind: CARIndex.Kind = .multihashSorted) throws(StoreError) {
    self.kind = kind
    var sink = sink
    try sink.write(CARv2Header.pragma + [UInt8](repeating: 0, count: CARv2Header.byteCount))
    writer = try CARWriter(roots: roots, to: sink)
  }

  /// How many bytes the archive of version 1 inside has.
  public var dataByteCount: UInt64 { writer.byteCount }

  /// Writes a block, which is not compared with its CID. Blocks with identity CIDs are not indexed.
  ///
  /// - Throws: `StoreError` if the sink fails.
  public mutating func write(_ block: Block) throws(StoreError) {
    let entry = CARIndex.Entry(hash: block.cid.hash, digest: block.cid.digest, offset: writer.byteCount)
    try writer.write(block)
    if block.cid.hash != .identity { entries.append(entry) }
  }

  /// Writes the blocks that a walk gives, without identity CIDs.
  ///
  /// - Parameter walk: A walk from the roots.
  /// - Throws: `StoreError` if the store or the sink fails, or a block is missing.
  public mutating func write(_ walk: DAGWalk<some Blockstore>) throws(StoreError) {
    var walk = walk
    while let block = try walk.next() {
      if block.cid.hash != .identity { try write(block) }
    }
  }

  /// Writes the index and the final header.
  ///
  /// - Returns: The sink, which holds the whole archive.
  /// - Throws: `StoreError` if the sink fails.
  public consuming func finish() throws(StoreError) -> Sink {
    var sink = writer.sink
    let header = CARv2Header(dataSize: writer.byteCount, isIndexed: true)
    try sink.write(CARIndex(entries: entries).encoded(as: kind))
    try sink.rewrite(header.bytes, at: UInt64(CARv2Header.pragma.count))
    return sink
  }
}
