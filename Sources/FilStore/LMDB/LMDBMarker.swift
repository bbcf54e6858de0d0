internal import FilCore

/// What tells our stores, and the versions of their format, from other databases.
enum LMDBMarker {
  private static let key = Array("filecoin-store".utf8)
  private static let value: [UInt8] = [1]

  /// Requires the marker, and writes it in an empty environment.
  static func check(in environment: LMDBEnvironment) throws(StoreError) {
    let marker = try environment.read { transaction throws(LMDBError) in
      try transaction.get(key, in: try transaction.database(nil))
    }
    if marker == value { return }
    let path = environment.path
    if let marker { throw StoreError(.wrongFormat, "\(path) is a store of another version: \(marker)") }
    guard environment.entryCount == 0 else {
      throw StoreError(.wrongFormat, "\(path) is an LMDB database, but no store of this kind")
    }
    guard !environment.options.isReadOnly else { throw StoreError(.wrongFormat, "\(path) is empty, no store") }
    try environment.write { transaction throws(LMDBError) in
      try transaction.put(key, value, in: try transaction.database(nil))
    }
  }
}
