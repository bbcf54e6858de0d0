internal import FilCore

/// How the blocks of one layout are found.
protocol SnapshotBlocks: Sendable {
  var roots: [CID] { get }

  func get(_ cid: CID) throws(StoreError) -> [UInt8]?

  /// The bytes of the CAR from its start.
  func source() throws(StoreError) -> SnapshotSource
}
