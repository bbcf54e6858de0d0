import FilCore
import Synchronization

/// A store that counts what it is asked, and fails when it is told to.
final class FaultyBlockstore: Blockstore {
  struct Counts: Equatable {
    var gets = 0
    var batches = 0
    var blocks = 0
  }

  private struct State {
    var counts = Counts()
    var isFailing = false
  }

  private let base = MemoryBlockstore()
  private let state = Mutex(State())

  var counts: Counts { state.withLock { $0.counts } }

  func resetCounts() { state.withLock { $0.counts = Counts() } }

  func fail(_ isFailing: Bool) { state.withLock { $0.isFailing = isFailing } }

  private func count(_ change: (inout Counts) -> Void) throws(StoreError) {
    let isFailing = state.withLock { state in
      change(&state.counts)
      return state.isFailing
    }
    if isFailing { throw StoreError(.failed, "told to") }
  }

  func get(_ cid: CID) throws(StoreError) -> [UInt8]? {
    try count { $0.gets += 1 }
    return try base.get(cid)
  }

  func put(_ blocks: [Block]) throws(StoreError) {
    try count {
      $0.batches += 1
      $0.blocks += blocks.count
    }
    try base.put(blocks)
  }
}
