import FilCore
import Synchronization

/// A store that lacks or cannot read some blocks from a moment on.
final class FlakyStore: Blockstore {
  /// What becomes of a block.
  enum Fault: CaseIterable {
    case missing, unreadable
  }

  private let base = MemoryBlockstore()
  private let faults = Mutex<[CID: Fault]>([:])

  /// Spoils a block.
  func spoil(_ cid: CID, _ fault: Fault) { faults.withLock { $0[cid] = fault } }

  func get(_ cid: CID) throws(StoreError) -> [UInt8]? {
    switch faults.withLock({ $0[cid] }) {
    case .missing: return nil
    case .unreadable: throw StoreError(.failed, "a bad sector")
    case nil: return try base.get(cid)
    }
  }

  func put(_ blocks: [Block]) throws(StoreError) { try base.put(blocks) }
}
