import FilCore
import FilStore
import Foundation

/// A process that tests start, and kill, to see what of its writes stays.
enum StoreWriter {
  /// Writes batches to the store in a folder for ever, and reports each one before and after.
  static func write(to folder: String, from first: UInt64) throws {
    let store = try LMDBBlockstore(path: folder, options: LMDBOptions(initialMapBytes: 1 << 16))
    let table = try store.table("progress")
    var number = first
    while true {
      let batch = WriterBatch(number: number)
      let (blocks, changes) = (try batch.blocks, batch.changes)
      WriterReport.putting(number).send()
      try store.put(blocks)
      WriterReport.put(number).send()
      WriterReport.applying(number).send()
      try table.apply(changes)
      WriterReport.applied(number).send()
      number += 1
    }
  }

  /// Writes batches until the system gives no more of something; then, with the limit gone, what was refused and one more.
  ///
  /// - Parameters:
  ///   - folder: Where the store is.
  ///   - resource: What is limited: the length of files, or the memory of the process.
  ///   - limit: How much of it there is.
  /// - Throws: What the store throws with the limit gone.
  static func write(to folder: String, until resource: Resource, exceeds limit: UInt64) throws {
    signal(SIGXFSZ, SIG_IGN)
    let store = try LMDBBlockstore(path: folder, options: LMDBOptions(initialMapBytes: 1 << 16))
    try resource.limit(to: limit)
    var number: UInt64 = 0
    do {
      while number < 100_000 {
        try store.put(group(number))
        WriterReport.put(number).send()
        number += 1
      }
    } catch {
      WriterReport.failed("\(error)").send()
    }
    for earlier in 0..<number where !(try isWhole(earlier, in: store)) { WriterReport.failed("\(earlier)").send() }
    try resource.limit(to: nil)
    for later in [number, number + 1] {
      try store.put(group(later))
      WriterReport.put(later).send()
    }
  }

  /// The blocks of several batches, which are put at once.
  static func group(_ number: UInt64) throws -> [Block] {
    try (number * 10..<number * 10 + 10).flatMap { try WriterBatch(number: $0).blocks }
  }

  private static func isWhole(_ number: UInt64, in store: LMDBBlockstore) throws -> Bool {
    try group(number).allSatisfy { try store.get($0.cid) == $0.bytes }
  }
}
