/// Writes a content archive (CAR) of version 1 to a stream.
public struct CARWriter<Sink: ByteSink> {
  /// Where the archive goes.
  public private(set) var sink: Sink
  /// How many bytes were written.
  public private(set) var byteCount: UInt64 = 0

  /// A writer that has written the header.
  ///
  /// - Parameters:
  ///   - roots: The roots of the DAG.
  ///   - sink: Where the archive goes.
  /// - Throws: `StoreError` if the sink fails.
  public init(roots: [CID], to sink: Sink) throws(StoreError) {
    self.sink = sink
    try section(CARHeader(roots: roots).cbor)
  }

  /// Writes a block, which is not compared with its CID.
  ///
  /// - Throws: `StoreError` if the sink fails.
  public mutating func write(_ block: Block) throws(StoreError) {
    try section(block.cid.bytes, block.bytes)
  }

  private mutating func section(_ parts: [UInt8]...) throws(StoreError) {
    var bytes = Varint.encode(UInt64(parts.reduce(0) { $0 + $1.count }))
    for part in parts { bytes += part }
    try sink.write(bytes)
    byteCount += UInt64(bytes.count)
  }

  /// Writes the blocks that a walk gives: each once, parents before children, identity CIDs left out, since they hold
  /// their data themselves.
  ///
  /// - Parameter walk: A walk from the roots.
  /// - Throws: `StoreError` if the store or the sink fails, or a block is missing.
  public mutating func write(_ walk: DAGWalk<some Blockstore>) throws(StoreError) {
    var walk = walk
    while let block = try walk.next() {
      if block.cid.hash != .identity { try write(block) }
    }
  }
}
