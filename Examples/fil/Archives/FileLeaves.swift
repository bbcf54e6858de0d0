import FilCore
import Foundation
import Synchronization

/// A store for the import of one file: nodes stay in memory, and of leaves only where they are in the file, so that
/// memory does not grow with the file.
final class FileLeaves: Blockstore {
  private struct State {
    var nodes: [CID: [UInt8]] = [:]
    var leaves: [CID: Range<UInt64>] = [:]
    /// Where the next leaf begins: leaves come in the order of the file, each once.
    var end: UInt64 = 0
  }

  private let path: String
  private let state = Mutex(State())

  /// A store for the import of the file at a path.
  init(path: String) {
    self.path = path
  }

  func put(_ blocks: [Block]) throws(StoreError) {
    state.withLock { state in
      for block in blocks {
        guard block.cid.codec == .raw else {
          state.nodes[block.cid] = block.bytes
          continue
        }
        let start = state.end
        state.end += UInt64(block.bytes.count)
        state.leaves[block.cid] = start..<state.end
      }
    }
  }

  func get(_ cid: CID) throws(StoreError) -> [UInt8]? {
    if cid.hash == .identity { return cid.digest }
    let (node, leaf) = state.withLock { ($0.nodes[cid], $0.leaves[cid]) }
    guard let leaf else { return node }
    let bytes = try read(leaf)
    guard (try? cid.matches(bytes)) == true else {
      throw StoreError(.corrupt, "'\(path)' has changed while it was read")
    }
    return bytes
  }

  private func read(_ range: Range<UInt64>) throws(StoreError) -> [UInt8] {
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      try file.seek(toOffset: range.lowerBound)
      return [UInt8](try file.read(upToCount: range.count) ?? Data())
    } catch {
      throw StoreError(.failed, "reading '\(path)': \((error as NSError).localizedDescription)")
    }
  }
}
