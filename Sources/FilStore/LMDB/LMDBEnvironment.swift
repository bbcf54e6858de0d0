internal import CLMDB
internal import FilCore
internal import Foundation

/// An open LMDB environment: transactions, growth of the map, translation of errors.
final class LMDBEnvironment: Sendable {
  let path: String
  let options: LMDBOptions
  // An environment is made for use by many threads. What LMDB asks of its callers is kept here: writing transactions are
  // begun and ended within one call on one thread, reading ones need no thread (MDB_NOTLS), the map changes its size and
  // handles of databases are opened only while `growth` is held for writing, when no transaction is under way, and
  // `locks` keep a process from opening the folder twice.
  private nonisolated(unsafe) let environment: OpaquePointer
  private let growth = ReadWriteLock()
  private let readers: LMDBReaders
  private let locks: LMDBLocks

  /// Opens the environment in a folder, which is created if need be.
  init(path: String, options: LMDBOptions) throws(StoreError) {
    self.path = path
    self.options = options
    if !options.isReadOnly, mkdir(path, 0o755) != 0, errno != EEXIST { throw .system("create", path) }
    locks = try LMDBLocks(folder: path, isReadOnly: options.isReadOnly)
    do {
      environment = try LMDBEnvironment.open(path, options)
    } catch {
      throw error.storeError(path)
    }
    readers = LMDBReaders(of: environment)
    mdb_reader_check(environment, nil)
    try LMDBFile(environment, path).checkLength(isReadOnly: options.isReadOnly)
    try LMDBMarker.check(in: self)
    if !options.isReadOnly { try LMDBFile.syncFolder(path) }
  }

  deinit {
    readers.close()
    mdb_env_close(environment)
  }

  /// LMDB's flags: every commit is synchronous, data first and then the page that makes it valid.
  private static func flags(_ options: LMDBOptions) -> UInt32 {
    UInt32(MDB_NOTLS) | UInt32(MDB_NORDAHEAD) | (options.isReadOnly ? UInt32(MDB_RDONLY) : 0)
  }

  private static func open(_ path: String, _ options: LMDBOptions) throws(LMDBError) -> OpaquePointer {
    var made: OpaquePointer?
    let status = mdb_env_create(&made)
    guard status == 0, let environment = made else { throw LMDBError(status: status) }
    do throws(LMDBError) {
      try LMDBError.check(mdb_env_set_maxdbs(environment, 64))
      try LMDBError.check(mdb_env_set_maxreaders(environment, 1024))
      try LMDBError.check(mdb_env_set_mapsize(environment, options.firstMapBytes))
      try LMDBError.check(mdb_env_open(environment, path, flags(options), 0o644))
    } catch {
      mdb_env_close(environment)
      throw error
    }
    return environment
  }

  /// Whether a commit returns only when what it has written is on the disk.
  var isSynchronous: Bool {
    var flags: UInt32 = 0
    mdb_env_get_flags(environment, &flags)
    return flags & UInt32(MDB_NOSYNC | MDB_NOMETASYNC | MDB_MAPASYNC | MDB_WRITEMAP) == 0
  }

  /// How many databases and values the main database has.
  var entryCount: Int {
    var statistics = MDB_stat()
    mdb_env_stat(environment, &statistics)
    return statistics.ms_entries
  }

  /// Opens a database, and creates it if the store takes writes and it is absent.
  func database(_ name: String) throws(StoreError) -> MDB_dbi {
    guard name.utf8.count <= KeyValuePair.maxKeyBytes, !name.utf8.contains(0) else {
      throw StoreError(.failed, "\(path): no name of a table: \(name.debugDescription)")
    }
    var handle: MDB_dbi = 0
    if options.isReadOnly {
      try openHandles { transaction throws(LMDBError) in handle = try transaction.database(name) }
    } else {
      try write(isExclusive: true) { transaction throws(LMDBError) in
        handle = try transaction.database(name, create: true)
      }
    }
    return handle
  }

  /// Runs a reading transaction whose handles stay open.
  private func openHandles(_ body: (LMDBTransaction) throws(LMDBError) -> Void) throws(StoreError) {
    do {
      try growth.withWrite { () throws(LMDBError) in
        var made: OpaquePointer?
        let status = mdb_txn_begin(environment, nil, UInt32(MDB_RDONLY), &made)
        guard status == 0, let transaction = made else { throw LMDBError(status: status) }
        defer { mdb_txn_commit(transaction) }
        try body(LMDBTransaction(transaction))
      }
    } catch {
      guard error.isMapResized else { throw error.storeError(path) }
      try adoptMap()
      try openHandles(body)
    }
  }

  /// Runs a reading transaction.
  func read<R>(_ body: (LMDBTransaction) throws(LMDBError) -> R) throws(StoreError) -> R {
    while true {
      do {
        return try growth.withRead { () throws(LMDBError) -> R in
          let transaction = try readers.begin()
          defer { readers.end(transaction) }
          return try body(LMDBTransaction(transaction))
        }
      } catch {
        guard error.isMapResized else { throw error.storeError(path) }
        try adoptMap()
      }
    }
  }

  /// Takes the size to which another process has grown the map.
  private func adoptMap() throws(StoreError) {
    try growth.withWrite { () throws(StoreError) in
      // What that process has as its map, about.
      let file = LMDBFile(environment, path)
      try file.checkMap(of: max(file.length, 1 << 16) * 2)
      let status = mdb_env_set_mapsize(environment, 0)
      guard status == 0 else { throw LMDBError(status: status).storeError(path) }
    }
  }

  /// Runs a writing transaction and makes it durable; the map grows until it fits.
  ///
  /// - Parameters:
  ///   - isExclusive: Whether no reading transaction may be under way.
  ///   - body: What to write; it may run several times.
  /// - Throws: `StoreError`; nothing is written then.
  func write(isExclusive: Bool = false, _ body: (LMDBTransaction) throws(LMDBError) -> Void) throws(StoreError) {
    guard !options.isReadOnly else { throw StoreError(.readOnly, "\(path) was opened for reading") }
    while true {
      do {
        let step = { () throws(LMDBError) in try self.commit(body) }
        return isExclusive ? try growth.withWrite(step) : try growth.withRead(step)
      } catch {
        let failure = error.isShortWrite ? growth.withRead { LMDBFile(environment, path).fullness } ?? error : error
        guard failure.isMapFull, try growth.withWrite({ () throws(StoreError) in try grow() }) else {
          throw failure.storeError(path)
        }
      }
    }
  }

  private func commit(_ body: (LMDBTransaction) throws(LMDBError) -> Void) throws(LMDBError) {
    var made: OpaquePointer?
    let begun = mdb_txn_begin(environment, nil, 0, &made)
    guard begun == 0, let transaction = made else { throw LMDBError(status: begun) }
    do {
      try body(LMDBTransaction(transaction))
    } catch {
      mdb_txn_abort(transaction)
      throw error
    }
    try LMDBError.check(mdb_txn_commit(transaction))
  }

  /// Doubles the map; whether it has become larger.
  private func grow() throws(StoreError) -> Bool {
    // A reading process that was killed keeps what it saw from being written over.
    mdb_reader_check(environment, nil)
    var information = MDB_envinfo()
    mdb_env_info(environment, &information)
    let target = min(information.me_mapsize * 2, options.maxMapBytes)
    guard target > information.me_mapsize else { return false }
    try LMDBFile(environment, path).checkMap(of: target)
    let status = mdb_env_set_mapsize(environment, target)
    guard status == 0 else { throw LMDBError(status: status).storeError(path) }
    return true
  }
}
