internal import CLMDB
internal import FilCore
internal import Foundation

/// The file of an environment, where LMDB does not look after it itself.
struct LMDBFile {
  private let environment: OpaquePointer
  private let path: String

  init(_ environment: OpaquePointer, _ path: String) {
    self.environment = environment
    self.path = path
  }

  private var descriptor: Int32 {
    var number: Int32 = -1
    mdb_env_get_fd(environment, &number)
    return number
  }

  /// How long the file is; to be asked only while nothing is written.
  var length: Int { max(0, Int(lseek(descriptor, 0, SEEK_END))) }

  /// Requires that the file has all pages that are in use: one beyond its end would end the process when it is read.
  ///
  /// Pages at the end that were used and freed in one transaction are never written, so a file may be shorter; a writer
  /// makes it longer, unless something that is stored was cut off.
  func checkLength(isReadOnly: Bool) throws(StoreError) {
    var (information, statistics) = (MDB_envinfo(), MDB_stat())
    mdb_env_info(environment, &information)
    mdb_env_stat(environment, &statistics)
    let needed = (information.me_last_pgno + 1) * Int(statistics.ms_psize)
    guard length < needed else { return }
    guard !isReadOnly else { throw StoreError(.corrupt, "\(path)/data.mdb ends at byte \(length) of \(needed)") }
    let end = length
    guard ftruncate(descriptor, off_t(needed)) == 0 else { throw .system("extend", "\(path)/data.mdb") }
    do throws(LMDBError) {
      guard try LMDBExtent.isBeyond(end, in: environment) else { return }
    } catch {
      guard error.isCorrupt else { throw error.storeError(path) }
    }
    // As it was, so that whoever comes next sees it too.
    ftruncate(descriptor, off_t(end))
    throw StoreError(.corrupt, "\(path)/data.mdb ends at byte \(end) of \(needed)")
  }

  /// Why the file does not get longer; `nil` if it does.
  ///
  /// A write that the system cuts short tells no reason, and LMDB reports it as a failure of the device.
  var fullness: LMDBError? {
    var made: OpaquePointer?
    // While this transaction is under way no other one writes.
    guard mdb_txn_begin(environment, nil, 0, &made) == 0, let transaction = made else { return nil }
    defer { mdb_txn_abort(transaction) }
    let end = length
    defer { ftruncate(descriptor, off_t(end)) }
    let page = [UInt8](repeating: 0, count: 1 << 16)
    var written = 0
    while written < page.count {
      let step = page.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, page.count, off_t(end + written)) }
      if step <= 0 { return step < 0 && errno == EINTR ? nil : LMDBError(status: step < 0 ? errno : ENOSPC) }
      written += step
    }
    return nil
  }

  /// Requires that there is room for a map of so many bytes: LMDB does not survive that there is none.
  func checkMap(of count: Int) throws(StoreError) {
    guard let map = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0), map != MAP_FAILED else {
      throw StoreError(.full, "\(path): no room for a map of \(count) bytes: \(String(cString: strerror(errno)))")
    }
    munmap(map, count)
  }

  /// Makes the names of a folder's files, and its own name, durable.
  static func syncFolder(_ path: String) throws(StoreError) {
    do {
      try FileDescriptor(opening: path, for: .reading).sync()
    } catch {
      throw StoreError(error, path)
    }
    // The folder above may be one that this user must not open.
    try? FileDescriptor(opening: path + "/..", for: .reading).sync()
  }
}
