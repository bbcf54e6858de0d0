internal import Synchronization

/// A store that remembers what was read through it: the blocks that somebody needs to do the same without the base.
///
/// ```swift
/// let recording = RecordingBlockstore(over: store)
/// let balance = try HAMT<TokenAmount, _>(root: root, store: recording).get(key)
/// let witness = MemoryBlockstore(try recording.blocks())
/// ```
public final class RecordingBlockstore<Base: Blockstore>: Blockstore {
  private struct Record {
    var reads: [CID] = []
    var seen: Set<CID> = []
    /// What was stored through this store: reading it again needs nothing of the base.
    var written: Set<CID> = []
  }

  /// The store that is read and written.
  public let base: Base
  private let record = Mutex(Record())

  /// A store that has recorded nothing.
  public init(over base: Base) {
    self.base = base
  }

  /// The blocks that were found in the base, each once, in the order in which they were first asked for.
  ///
  /// Left out are blocks that were stored through this store before, and identity CIDs.
  public var reads: [CID] { record.withLock { $0.reads } }

  /// The blocks of `reads`.
  ///
  /// - Throws: `StoreError` if the base fails or no longer has one of them.
  public func blocks() throws(StoreError) -> [Block] {
    var blocks: [Block] = []
    for cid in reads { blocks.append(Block(cid: cid, bytes: try base.require(cid))) }
    return blocks
  }

  /// Forgets all that was recorded.
  public func reset() {
    record.withLock { $0 = Record() }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func get(_ cid: CID) throws(StoreError) -> [UInt8]? {
    let bytes = try base.get(cid)
    if bytes != nil { note(cid) }
    return bytes
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func has(_ cid: CID) throws(StoreError) -> Bool {
    let isHere = try base.has(cid)
    if isHere { note(cid) }
    return isHere
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func put(_ blocks: [Block]) throws(StoreError) {
    try base.put(blocks)
    record.withLock { record in
      for block in blocks where !record.seen.contains(block.cid) { record.written.insert(block.cid) }
    }
  }

  private func note(_ cid: CID) {
    guard cid.hash != .identity else { return }
    record.withLock { record in
      guard !record.written.contains(cid), record.seen.insert(cid).inserted else { return }
      record.reads.append(cid)
    }
  }
}
