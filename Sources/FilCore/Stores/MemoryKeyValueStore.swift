internal import Synchronization

/// Pairs of keys and values in memory.
public final class MemoryKeyValueStore: KeyValueStore {
  private let values: Mutex<[[UInt8]: [UInt8]]> = Mutex([:])

  /// An empty store.
  public init() {}

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func get(_ key: [UInt8]) throws(StoreError) -> [UInt8]? {
    values.withLock { $0[key] }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func pairs(
    withPrefix prefix: [UInt8], startingAt start: [UInt8]?, limit: Int
  ) throws(StoreError) -> [KeyValuePair] {
    let found = values.withLock { values in
      values.filter { key, _ in
        key.starts(with: prefix) && !(start.map { key.lexicographicallyPrecedes($0) } ?? false)
      }
    }
    return found.map { KeyValuePair(key: $0.key, value: $0.value) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.prefix(max(limit, 0)).map(\.self)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func apply(_ changes: [KeyValueChange]) throws(StoreError) {
    for change in changes { try change.checkKey() }
    values.withLock { values in
      for change in changes {
        switch change {
        case .set(let pair): values[pair.key] = pair.value
        case .remove(let key): values[key] = nil
        }
      }
    }
  }
}
