internal import CLMDB
internal import FilCore
internal import Foundation

/// What LMDB, or the system below it, has answered instead of success.
struct LMDBError: Error {
  let status: Int32

  /// Requires success.
  static func check(_ status: Int32) throws(LMDBError) {
    guard status == 0 else { throw LMDBError(status: status) }
  }

  /// Whether the map, not the disk, is too small.
  var isMapFull: Bool { status == MDB_MAP_FULL }
  /// Whether another process has made the map larger.
  var isMapResized: Bool { status == MDB_MAP_RESIZED }
  /// Whether a write did not go through: the system tells the reason only to the next one.
  var isShortWrite: Bool { status == EIO }

  /// Whether a page is not what it should be.
  var isCorrupt: Bool { code == .corrupt }

  private var code: StoreError.Code {
    switch status {
    case MDB_MAP_FULL, ENOSPC, EDQUOT, EFBIG: .full
    // LMDB writes into a file that is empty, though it has opened it for reading: EBADF.
    case MDB_INVALID, MDB_VERSION_MISMATCH, MDB_INCOMPATIBLE, EBADF: .wrongFormat
    case MDB_CORRUPTED, MDB_PAGE_NOTFOUND, MDB_PANIC: .corrupt
    default: .failed
    }
  }

  /// The error of a store in a folder.
  func storeError(_ path: String) -> StoreError {
    let reason = String(cString: mdb_strerror(status))
    return StoreError(code, "\(path): \(code == .full ? "no space: " : "")\(reason)")
  }
}
