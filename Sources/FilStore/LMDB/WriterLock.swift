internal import FilCore
internal import Foundation

/// Keeps a second writer out of a folder, in this process or another, as long as it lives; the system frees it when the
/// process ends, however it ends.
final class WriterLock: Sendable {
  private let descriptor: Int32

  init(folder: String) throws(StoreError) {
    let path = folder + "/writer.lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system("open", path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK { throw StoreError(.locked, "\(folder) is open for writing already") }
      throw .system("lock", path, errno: code)
    }
  }

  deinit {
    close(descriptor)
  }
}
