import FilProofs
import Synchronization

/// A storage that takes no more files' ends beyond a limit, as a disk that is full; the limit can be raised.
final class QuotaStorage: SectorStorage {
  let files = InMemorySectorStorage()
  private let limit: Mutex<Int>
  private let used = Mutex<[SectorFile: Int]>([:])

  init(limit: Int) {
    self.limit = Mutex(limit)
  }

  func raise(to limit: Int) { self.limit.withLock { $0 = limit } }

  func size(of file: SectorFile) throws(SectorStorageError) -> UInt64? { files.size(of: file) }

  func read(_ file: SectorFile, at offset: UInt64, count: Int) throws(SectorStorageError) -> [UInt8] {
    try files.read(file, at: offset, count: count)
  }

  func write(_ bytes: [UInt8], to file: SectorFile, at offset: UInt64) throws(SectorStorageError) {
    let limit = limit.withLock { $0 }
    let fits = used.withLock { used in
      let end = max(used[file] ?? 0, Int(offset) + bytes.count)
      guard used.values.reduce(end - (used[file] ?? 0), +) <= limit else { return false }
      used[file] = end
      return true
    }
    guard fits else { throw SectorStorageError(.failed, file, "write: No space left on device") }
    try files.write(bytes, to: file, at: offset)
  }

  func remove(_ file: SectorFile) throws(SectorStorageError) {
    used.withLock { $0[file] = nil }
    files.remove(file)
  }
}
