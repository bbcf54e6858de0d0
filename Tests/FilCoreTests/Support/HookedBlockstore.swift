import FilCore
import Synchronization

/// A store that calls somebody each time that blocks are put in it.
final class HookedBlockstore: Blockstore {
  private let base = MemoryBlockstore()
  private let hook = Mutex<(@Sendable () -> Void)?>(nil)

  func onPut(_ body: @escaping @Sendable () -> Void) { hook.withLock { $0 = body } }

  func get(_ cid: CID) throws(StoreError) -> [UInt8]? { try base.get(cid) }

  func put(_ blocks: [Block]) throws(StoreError) {
    hook.withLock { $0 }?()
    try base.put(blocks)
  }
}
