internal import FilCore
internal import Foundation

/// What keeps a folder from a second writer, in this process or another, and from being opened twice by one process,
/// which LMDB does not bear. The system frees the locks when the process ends, however it ends.
final class LMDBLocks: Sendable {
  /// What tells this process from others, whatever their numbers.
  private static let process = UInt64.random(in: 1 << 32..<1 << 62)

  private let descriptor: Int32

  init(folder: String, isReadOnly: Bool) throws(StoreError) {
    let path = folder + "/writer.lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    if descriptor < 0 {
      // On a disk that takes no writes LMDB locks nothing either.
      if isReadOnly, errno == EROFS { return }
      throw .system("open", path)
    }
    do throws(StoreError) {
      try lockForProcess(folder)
      if !isReadOnly { try lockForWriting(folder) }
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  private func lockForWriting(_ folder: String) throws(StoreError) {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      if errno == EWOULDBLOCK { throw StoreError(.locked, "\(folder) is open for writing already") }
      throw .system("lock", folder)
    }
  }

  /// Locks the byte at the process's own position, which another opening by the same process would lock too.
  private func lockForProcess(_ folder: String) throws(StoreError) {
    #if os(Linux)
      var lock = flock()
      lock.l_type = Int16(F_WRLCK)
      lock.l_whence = Int16(SEEK_SET)
      lock.l_start = off_t(LMDBLocks.process)
      lock.l_len = 1
      // F_OFD_SETLK: the lock belongs to the open file, not to the process.
      guard fcntl(descriptor, 37, &lock) == 0 else {
        if errno == EAGAIN || errno == EACCES {
          throw StoreError(.locked, "\(folder) is open in this process already")
        }
        throw .system("lock", folder)
      }
    #endif
  }
}
