internal import Synchronization

/// Writes that stay in memory over a base store until they are flushed or dropped.
///
/// The state changes of a message or a tipset go here; what no root reaches in the end is never written to the base.
public final class BufferedBlockstore<Base: Blockstore>: Blockstore {
  private struct Buffer {
    /// The blocks, each with the number of the put that came last for it.
    var blocks: [CID: (bytes: [UInt8], put: UInt64)] = [:]
    var puts: UInt64 = 0
  }

  /// The store that is read where the buffer has nothing.
  public let base: Base
  private let buffer = Mutex(Buffer())

  /// An empty buffer over `base`.
  public init(over base: Base) {
    self.base = base
  }

  /// How many blocks wait in the buffer.
  public var bufferedCount: Int { buffer.withLock { $0.blocks.count } }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func get(_ cid: CID) throws(StoreError) -> [UInt8]? {
    if let bytes = buffer.withLock({ $0.blocks[cid]?.bytes }) { return bytes }
    return try base.get(cid)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func has(_ cid: CID) throws(StoreError) -> Bool {
    if buffer.withLock({ $0.blocks[cid] != nil }) { return true }
    return try base.has(cid)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func put(_ blocks: [Block]) throws(StoreError) {
    buffer.withLock { buffer in
      buffer.puts += 1
      for block in blocks { buffer.blocks[block.cid] = (block.bytes, buffer.puts) }
    }
  }

  /// Writes those buffered blocks that `roots` reach to the base in one batch, children before parents, and forgets
  /// all that was put before this began.
  ///
  /// - Parameter roots: The DAG-CBOR blocks to start from; only buffered blocks are walked.
  /// - Throws: `StoreError` if the base fails or a buffered block is no DAG-CBOR; the buffer is then unchanged.
  public func flush(roots: [CID]) throws(StoreError) {
    let (blocks, puts) = buffer.withLock { ($0.blocks, $0.puts) }
    try base.put(try BlockWalk.reachable(from: roots, in: blocks.mapValues(\.bytes)))
    // What was put meanwhile stays, also where it was there before.
    buffer.withLock { $0.blocks = $0.blocks.filter { $0.value.put > puts } }
  }
}
