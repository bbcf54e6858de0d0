internal import CLMDB
public import FilCore

/// Keys and values in the folder of an LMDB block store.
public final class LMDBTable: KeyValueStore {
  private let environment: LMDBEnvironment
  private let database: MDB_dbi

  init(_ name: String, in environment: LMDBEnvironment) throws(StoreError) {
    self.environment = environment
    database = try environment.database("table/" + name)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func get(_ key: [UInt8]) throws(StoreError) -> [UInt8]? {
    guard (1...KeyValuePair.maxKeyBytes).contains(key.count) else { return nil }
    return try environment.read { transaction throws(LMDBError) in try transaction.get(key, in: database) }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func pairs(
    withPrefix prefix: [UInt8], startingAt start: [UInt8]?, limit: Int
  ) throws(StoreError) -> [KeyValuePair] {
    guard limit > 0 else { return [] }
    let first = start.map { $0.lexicographicallyPrecedes(prefix) ? prefix : $0 } ?? prefix
    guard first.count <= KeyValuePair.maxKeyBytes else { return [] }
    var found: [KeyValuePair] = []
    try environment.read { transaction throws(LMDBError) in
      try transaction.scan(from: first, in: database) { key, value in
        guard key.starts(with: prefix) else { return false }
        found.append(KeyValuePair(key: Array(key), value: Array(value)))
        return found.count < limit
      }
    }
    return found
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func apply(_ changes: [KeyValueChange]) throws(StoreError) {
    for change in changes { try change.checkKey() }
    guard !changes.isEmpty else { return }
    try environment.write { transaction throws(LMDBError) in
      for change in changes {
        switch change {
        case .set(let pair): try transaction.put(pair.key, pair.value, in: database)
        case .remove(let key): try transaction.remove(key, in: database)
        }
      }
    }
  }
}
