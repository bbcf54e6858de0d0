internal import CLMDB
internal import FilCore
internal import Foundation

/// A transaction that is under way, for the length of one call.
struct LMDBTransaction {
  private let transaction: OpaquePointer
  private let path: String

  init(_ transaction: OpaquePointer, path: String) {
    self.transaction = transaction
    self.path = path
  }

  /// Opens a database, the main one if `name` is `nil`; `create` says whether to create it if it is absent.
  func database(_ name: String?, create: Bool = false) throws(StoreError) -> MDB_dbi {
    var handle: MDB_dbi = 0
    try check(mdb_dbi_open(transaction, name, create ? UInt32(MDB_CREATE) : 0, &handle))
    return handle
  }

  private func check(_ status: Int32) throws(StoreError) {
    guard status == 0 else { throw LMDBEnvironment.error(status, path) }
  }

  /// Calls `body` with bytes as LMDB takes them.
  private func withValue<R>(_ bytes: [UInt8], _ body: (inout MDB_val) -> R) -> R {
    bytes.withUnsafeBytes { buffer in
      // LMDB does not write through the pointers that it is given, except where MDB_RESERVE asks for it.
      var value = MDB_val(mv_size: buffer.count, mv_data: UnsafeMutableRawPointer(mutating: buffer.baseAddress))
      return body(&value)
    }
  }

  /// The value under a key.
  func get(_ key: [UInt8], in database: MDB_dbi) throws(StoreError) -> [UInt8]? {
    var value = MDB_val()
    let status = withValue(key) { mdb_get(transaction, database, &$0, &value) }
    if status == MDB_NOTFOUND { return nil }
    try check(status)
    return Array(UnsafeRawBufferPointer(start: value.mv_data, count: value.mv_size))
  }

  /// Puts a value under a key; one that is there stays if `overwrite` is false.
  func put(_ key: [UInt8], _ value: [UInt8], in database: MDB_dbi, overwrite: Bool = true) throws(StoreError) {
    let flags = overwrite ? 0 : UInt32(MDB_NOOVERWRITE)
    let status = withValue(key) { key in
      withValue(value) { mdb_put(transaction, database, &key, &$0, flags) }
    }
    if status == MDB_KEYEXIST, !overwrite { return }
    try check(status)
  }

  /// Removes a key, if it is there.
  func remove(_ key: [UInt8], in database: MDB_dbi) throws(StoreError) {
    let status = withValue(key) { mdb_del(transaction, database, &$0, nil) }
    if status != MDB_NOTFOUND { try check(status) }
  }

  /// Pairs in order from a key on, as long as `body` says so.
  func scan(
    from start: [UInt8], in database: MDB_dbi, _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Bool
  ) throws(StoreError) {
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
  func count(of database: MDB_dbi) throws(StoreError) -> Int {
    var statistics = MDB_stat()
    try check(mdb_stat(transaction, database, &statistics))
    return statistics.ms_entries
  }
}
