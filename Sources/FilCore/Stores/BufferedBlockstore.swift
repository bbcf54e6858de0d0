internal import Synchronization

/// Writes that stay in memory over a base store until they are flushed or dropped.
///
/// The state changes of a message or a tipset go here; what no root reaches in the end is never written to the base.
public final class BufferedBlockstore<Base: Blockstore>: Blockstore {
  /// The store that is read where the buffer has nothing.
  public let base: Base
  private let buffer: Mutex<[CID: [UInt8]]>

  /// An empty buffer over `base`.
  public init(over base: Base) {
    self.base = base
    buffer = Mutex([:])
  }

  /// How many blocks wait in the buffer.
  public var bufferedCount: Int { buffer.withLock { $0.count } }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func get(_ cid: CID) throws(StoreError) -> [UInt8]? {
    if let bytes = buffer.withLock({ $0[cid] }) { return bytes }
    return try base.get(cid)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func has(_ cid: CID) throws(StoreError) -> Bool {
    if buffer.withLock({ $0[cid] != nil }) { return true }
    return try base.has(cid)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func put(_ blocks: [Block]) throws(StoreError) {
    buffer.withLock { table in
      for block in blocks { table[block.cid] = block.bytes }
    }
  }

  /// Writes those buffered blocks that `roots` reach to the base in one batch, children before parents, and forgets
  /// all that was in the buffer when this began.
  ///
  /// - Parameter roots: The DAG-CBOR blocks to start from; only buffered blocks are walked.
  /// - Throws: `StoreError` if the base fails or a buffered block is no DAG-CBOR; the buffer is then unchanged.
  public func flush(roots: [CID]) throws(StoreError) {
    let table = buffer.withLock { $0 }
    try base.put(try BlockWalk.reachable(from: roots, in: table))
    buffer.withLock { current in
      // Nothing else was put meanwhile, nearly always.
      if current.count == table.count { return current.removeAll() }
      for cid in table.keys { current[cid] = nil }
    }
  }
}
