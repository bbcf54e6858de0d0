internal import CLMDB

/// How far into the file that what is stored reaches.
struct LMDBExtent {
  /// Whether any key or value stands beyond `end` bytes of the file; goes over all of them.
  ///
  /// - Throws: `LMDBError` where a page that leads to others is none any more.
  static func isBeyond(_ end: Int, in environment: OpaquePointer) throws(LMDBError) -> Bool {
    var made: OpaquePointer?
    try LMDBError.check(mdb_txn_begin(environment, nil, UInt32(MDB_RDONLY), &made))
    guard let made else { return true }
    defer { mdb_txn_abort(made) }
    let transaction = LMDBTransaction(made)
    let extent = LMDBExtent(transaction, pageBytes: pageBytes(environment), end: end)
    var names: [String] = []
    let main = try transaction.database(nil)
    if try extent.isBeyond(in: main, visiting: { names.append(String(decoding: $0, as: UTF8.self)) }) { return true }
    for name in names {
      do {
        if try extent.isBeyond(in: try transaction.database(name)) { return true }
      } catch {
        // A value of the main database, which is no database.
        guard error.status == MDB_INCOMPATIBLE else { throw error }
      }
    }
    return false
  }

  private static func pageBytes(_ environment: OpaquePointer) -> Int {
    var statistics = MDB_stat()
    mdb_env_stat(environment, &statistics)
    return Int(statistics.ms_psize)
  }

  private let transaction: LMDBTransaction
  private let pageBytes: Int
  private let end: Int

  private init(_ transaction: LMDBTransaction, pageBytes: Int, end: Int) {
    self.transaction = transaction
    self.pageBytes = pageBytes
    self.end = end
  }

  private func isBeyond(
    in database: MDB_dbi, visiting visit: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(LMDBError) -> Bool {
    var isBeyond = false
    try transaction.scan(from: [], in: database) { key, value in
      visit(key)
      isBeyond = isOutside(key, value)
      return !isBeyond
    }
    return isBeyond
  }

  /// A key stands in a page that begins with the page's number, which tells where the map begins.
  private func isOutside(_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> Bool {
    guard let keyStart = key.baseAddress else { return false }
    let page = UnsafeRawPointer(bitPattern: UInt(bitPattern: keyStart) & ~UInt(pageBytes - 1))
    guard let page else { return true }
    let map = page - page.loadUnaligned(as: Int.self) * pageBytes
    let keyEnd = keyStart - map + key.count
    let valueEnd = value.baseAddress.map { $0 - map + value.count } ?? 0
    return max(keyEnd, valueEnd) > end
  }
}
