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
    try append(CARHeader(roots: roots).section)
  }

  /// Writes a block, which is not compared with its CID.
  ///
  /// - Throws: `StoreError` if the sink fails.
  public mutating func write(_ block: Block) throws(StoreError) {
    try append(block.carSection)
  }

  private mutating func append(_ section: [UInt8]) throws(StoreError) {
    try sink.write(section)
    byteCount += UInt64(section.count)
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
