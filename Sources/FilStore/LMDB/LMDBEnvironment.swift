internal import CLMDB
internal import FilCore
internal import Foundation
internal import Synchronization

/// An open LMDB environment: transactions, growth of the map, translation of errors.
final class LMDBEnvironment: Sendable {
  let path: String
  let options: LMDBOptions
  // An environment is made for use by many threads. What LMDB asks of its callers is kept here: transactions are begun and
  // ended within one call on one thread, reading ones need no thread (MDB_NOTLS), and the map changes its size only while
  // `growth` is held for writing, when no transaction is under way.
  private nonisolated(unsafe) let environment: OpaquePointer
  private let growth = ReadWriteLock()
  private let writerLock: WriterLock?

  static let markerKey = Array("filecoin-store".utf8)
  static let markerValue: [UInt8] = [1]

  /// Opens the environment in a folder, which is created if need be.
  init(path: String, options: LMDBOptions) throws(StoreError) {
    self.path = path
    self.options = options
    if !options.isReadOnly, mkdir(path, 0o755) != 0, errno != EEXIST { throw .system("create", path) }
    writerLock = options.isReadOnly ? nil : try WriterLock(folder: path)
    environment = try LMDBEnvironment.open(path, options)
    try checkMarker()
  }

  deinit {
    mdb_env_close(environment)
  }

  private static func open(_ path: String, _ options: LMDBOptions) throws(StoreError) -> OpaquePointer {
    var made: OpaquePointer?
    guard mdb_env_create(&made) == 0, let environment = made else { throw StoreError(.failed, "LMDB: no memory") }
    mdb_env_set_maxdbs(environment, 64)
    mdb_env_set_maxreaders(environment, 1024)
    mdb_env_set_mapsize(environment, options.initialMapBytes)
    let flags = UInt32(MDB_NOTLS) | UInt32(MDB_NORDAHEAD) | (options.isReadOnly ? UInt32(MDB_RDONLY) : 0)
    let status = mdb_env_open(environment, path, flags, 0o644)
    guard status == 0 else {
      mdb_env_close(environment)
      throw error(status, path)
    }
    return environment
  }

  /// Requires the marker of our format, and writes it in an empty environment.
  private func checkMarker() throws(StoreError) {
    let marker = try read { transaction throws(StoreError) in
      try transaction.get(LMDBEnvironment.markerKey, in: try transaction.database(nil))
    }
    if marker == LMDBEnvironment.markerValue { return }
    guard marker == nil, try isEmpty(), !options.isReadOnly else {
      throw StoreError(.wrongFormat, "\(path) is no store of this kind, or of another version")
    }
    try write { transaction throws(StoreError) in
      try transaction.put(LMDBEnvironment.markerKey, LMDBEnvironment.markerValue, in: try transaction.database(nil))
    }
  }

  private func isEmpty() throws(StoreError) -> Bool {
    var statistics = MDB_stat()
    mdb_env_stat(environment, &statistics)
    return statistics.ms_entries == 0
  }

  /// Runs a reading transaction; database handles that it has opened stay open if `keepingHandles`.
  func read<R>(
    keepingHandles: Bool = false, _ body: (LMDBTransaction) throws(StoreError) -> R
  ) throws(StoreError) -> R {
    while true {
      let result = try growth.withRead { () throws(StoreError) -> R? in
        var made: OpaquePointer?
        let status = mdb_txn_begin(environment, nil, UInt32(MDB_RDONLY), &made)
        // Another process has grown the map.
        if status == MDB_MAP_RESIZED { return nil }
        guard status == 0, let transaction = made else { throw LMDBEnvironment.error(status, path) }
        defer { if keepingHandles { mdb_txn_commit(transaction) } else { mdb_txn_abort(transaction) } }
        return try body(LMDBTransaction(transaction, path: path))
      }
      if let result { return result }
      growth.withWrite { _ = mdb_env_set_mapsize(environment, 0) }
    }
  }

  /// Runs a writing transaction and makes it durable; the map grows until it fits.
  func write(_ body: (LMDBTransaction) throws(StoreError) -> Void) throws(StoreError) {
    guard !options.isReadOnly else { throw StoreError(.readOnly, "\(path) was opened for reading") }
    while true {
      do {
        return try growth.withRead { () throws(StoreError) in try commit(body) }
      } catch {
        guard error == StoreError(.full, ""), try growth.withWrite({ () throws(StoreError) in try grow() })
        else { throw error }
      }
    }
  }

  private func commit(_ body: (LMDBTransaction) throws(StoreError) -> Void) throws(StoreError) {
    var made: OpaquePointer?
    let begun = mdb_txn_begin(environment, nil, 0, &made)
    guard begun == 0, let transaction = made else { throw LMDBEnvironment.error(begun, path) }
    do {
      try body(LMDBTransaction(transaction, path: path))
    } catch {
      mdb_txn_abort(transaction)
      throw error
    }
    let status = mdb_txn_commit(transaction)
    guard status == 0 else { throw LMDBEnvironment.error(status, path) }
  }

  /// Doubles the map; whether it has become larger.
  private func grow() throws(StoreError) -> Bool {
    var information = MDB_envinfo()
    mdb_env_info(environment, &information)
    let target = min(information.me_mapsize * 2, options.maxMapBytes)
    guard target > information.me_mapsize else { return false }
    let status = mdb_env_set_mapsize(environment, target)
    guard status == 0 else { throw LMDBEnvironment.error(status, path) }
    return true
  }

  /// What LMDB's status means.
  static func error(_ status: Int32, _ path: String) -> StoreError {
    let detail = "\(path): \(String(cString: mdb_strerror(status)))"
    switch status {
    case MDB_MAP_FULL, ENOSPC: return StoreError(.full, detail)
    case MDB_INVALID, MDB_VERSION_MISMATCH, MDB_INCOMPATIBLE: return StoreError(.wrongFormat, detail)
    case MDB_CORRUPTED, MDB_PAGE_NOTFOUND, MDB_PANIC: return StoreError(.corrupt, detail)
    default: return StoreError(.failed, detail)
    }
  }
}
