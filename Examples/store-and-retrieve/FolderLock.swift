import Foundation

/// Keeps other demos from giving names in a folder at the same time, as long as this value lives. Where a folder cannot
/// be locked, nothing is kept.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Waits until no other demo has the folder.
  init(_ path: String) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0 { flock(descriptor, LOCK_EX) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
