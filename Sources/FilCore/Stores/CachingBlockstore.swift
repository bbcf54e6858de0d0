internal import Synchronization

/// A store that keeps in memory what was read or written last, up to a number of bytes.
///
/// Over a store on disk or a compressed snapshot, where a read costs more than a look in a table.
public final class CachingBlockstore<Base: Blockstore>: Blockstore {
  /// How often the cache has served.
  public struct Statistics: Hashable, Sendable {
    /// Blocks that were in memory.
    public internal(set) var hits = 0
    /// Blocks that the base was asked for.
    public internal(set) var misses = 0
  }

  private struct State {
    var cache: GenerationalCache
    var statistics = Statistics()
  }

  /// The store below, which every write reaches.
  public let base: Base
  private let state: Mutex<State>

  /// An empty cache.
  ///
  /// - Parameters:
  ///   - base: The store below.
  ///   - byteLimit: The most bytes of memory to take, about; a block of more than half of it is not kept.
  public init(over base: Base, byteLimit: Int = 64 << 20) {
    self.base = base
    state = Mutex(State(cache: GenerationalCache(byteLimit: byteLimit)))
  }

  /// How often the cache has served since it was made.
  public var statistics: Statistics { state.withLock { $0.statistics } }

  /// How many bytes of memory the blocks take, about.
  public var cachedBytes: Int { state.withLock { $0.cache.bytes } }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func get(_ cid: CID) throws(StoreError) -> [UInt8]? {
    if let bytes = cached(cid) { return bytes }
    guard let bytes = try base.get(cid) else { return nil }
    if cid.hash != .identity { state.withLock { $0.cache.insert(bytes, for: cid) } }
    return bytes
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func has(_ cid: CID) throws(StoreError) -> Bool {
    if state.withLock({ $0.cache.contains(cid) }) { return true }
    return try base.has(cid)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func put(_ blocks: [Block]) throws(StoreError) {
    try base.put(blocks)
    state.withLock { state in
      for block in blocks where block.cid.hash != .identity { state.cache.insert(block.bytes, for: block.cid) }
    }
  }

  private func cached(_ cid: CID) -> [UInt8]? {
    state.withLock { state in
      let bytes = state.cache.get(cid)
      if bytes == nil { state.statistics.misses += 1 } else { state.statistics.hits += 1 }
      return bytes
    }
  }
}
