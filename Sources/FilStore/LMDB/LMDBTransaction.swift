internal import CLMDB

/// A transaction that is under way, for the length of one call.
struct LMDBTransaction {
  private let transaction: OpaquePointer

  init(_ transaction: OpaquePointer) {
    self.transaction = transaction
  }

  /// Opens a database, the main one if `name` is `nil`; `create` says whether to create it if it is absent.
  func database(_ name: String?, create: Bool = false) throws(LMDBError) -> MDB_dbi {
    var handle: MDB_dbi = 0
    try check(mdb_dbi_open(transaction, name, create ? UInt32(MDB_CREATE) : 0, &handle))
    return handle
  }

  private func check(_ status: Int32) throws(LMDBError) { try LMDBError.check(status) }

  /// Calls `body` with bytes as LMDB takes them.
  private func withValue<R>(_ bytes: [UInt8], _ body: (inout MDB_val) -> R) -> R {
    bytes.withUnsafeBytes { buffer in
      // LMDB does not write through the pointers that it is given, except where MDB_RESERVE asks for it.
      var value = MDB_val(mv_size: buffer.count, mv_data: UnsafeMutableRawPointer(mutating: buffer.baseAddress))
      return body(&value)
    }
  }

  /// The value under a key.
  func get(_ key: [UInt8], in database: MDB_dbi) throws(LMDBError) -> [UInt8]? {
    var value = MDB_val()
    let status = withValue(key) { mdb_get(transaction, database, &$0, &value) }
    if status == MDB_NOTFOUND { return nil }
    try check(status)
    return Array(UnsafeRawBufferPointer(start: value.mv_data, count: value.mv_size))
  }

  /// Whether there is a value under a key.
  func has(_ key: [UInt8], in database: MDB_dbi) throws(LMDBError) -> Bool {
    var value = MDB_val()
    let status = withValue(key) { mdb_get(transaction, database, &$0, &value) }
    if status != MDB_NOTFOUND { try check(status) }
    return status == 0
  }

  /// Puts a value under a key, in the place of one that is there.
  func put(_ key: [UInt8], _ value: [UInt8], in database: MDB_dbi) throws(LMDBError) {
    try check(withValue(key) { key in withValue(value) { mdb_put(transaction, database, &key, &$0, 0) } })
  }

  /// Puts a value under a key that has none.
  ///
  /// - Returns: The value that is there instead; valid until the next write.
  func putNew(
    _ key: [UInt8], _ value: [UInt8], in database: MDB_dbi
  ) throws(LMDBError) -> UnsafeRawBufferPointer? {
    var present = MDB_val()
    let status = withValue(key) { key in
      withValue(value) { value in
        defer { present = value }
        return mdb_put(transaction, database, &key, &value, UInt32(MDB_NOOVERWRITE))
      }
    }
    if status == MDB_KEYEXIST { return UnsafeRawBufferPointer(start: present.mv_data, count: present.mv_size) }
    try check(status)
    return nil
  }

  /// Removes a key, if it is there.
  func remove(_ key: [UInt8], in database: MDB_dbi) throws(LMDBError) {
    let status = withValue(key) { mdb_del(transaction, database, &$0, nil) }
    if status != MDB_NOTFOUND { try check(status) }
  }

  /// Pairs in order from a key on, as long as `body` says so.
  func scan(
    from start: [UInt8], in database: MDB_dbi, _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Bool
  ) throws(LMDBError) {
    var made: OpaquePointer?
    try check(mdb_cursor_open(transaction, database, &made))
    guard let cursor = made else { return }
    defer { mdb_cursor_close(cursor) }
    var (key, value) = (MDB_val(), MDB_val())
    var status = withValue(start) { first in
      key = first
      return mdb_cursor_get(cursor, &key, &value, start.isEmpty ? MDB_FIRST : MDB_SET_RANGE)
    }
    while status == 0 {
      let keyBytes = UnsafeRawBufferPointer(start: key.mv_data, count: key.mv_size)
      guard body(keyBytes, UnsafeRawBufferPointer(start: value.mv_data, count: value.mv_size)) else { return }
      status = mdb_cursor_get(cursor, &key, &value, MDB_NEXT)
    }
    if status != MDB_NOTFOUND { try check(status) }
  }

  /// How many pairs a database has.
  func count(of database: MDB_dbi) throws(LMDBError) -> Int {
    var statistics = MDB_stat()
    try check(mdb_stat(transaction, database, &statistics))
    return statistics.ms_entries
  }
}
