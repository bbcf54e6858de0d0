internal import CLMDB
public import FilCore

/// Blocks in a folder on the disk, in LMDB: durable when `put` returns, read by any number of threads and processes, written
/// by one process at a time.
///
/// ```swift
/// let store = try LMDBBlockstore(path: folder)
/// let heads = try store.table("heads")
/// ```
public final class LMDBBlockstore: Blockstore {
  private let environment: LMDBEnvironment
  private let database: MDB_dbi

  /// Opens the store in a folder, or creates it there.
  ///
  /// - Parameters:
  ///   - path: The folder, in one that exists.
  ///   - options: Whether and how far the store may grow.
  /// - Throws: `StoreError`: `locked` if it is open for writing already, `wrongFormat` if the folder holds something else,
  ///   `failed` if the system refuses.
  public init(path: String, options: LMDBOptions = LMDBOptions()) throws(StoreError) {
    environment = try LMDBEnvironment(path: path, options: options)
    database = try LMDBTable.open("blocks", in: environment)
  }

  /// How many blocks are here.
  ///
  /// - Throws: `StoreError` if the store fails.
  public func count() throws(StoreError) -> Int {
    try environment.read { transaction throws(StoreError) in try transaction.count(of: database) }
  }

  /// A table of keys and values in the same folder, created if need be.
  ///
  /// - Throws: `StoreError`: `readOnly` if it is absent and the store takes no writes, else `failed`.
  public func table(_ name: String) throws(StoreError) -> LMDBTable {
    try LMDBTable(name, in: environment)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func get(_ cid: CID) throws(StoreError) -> [UInt8]? {
    if cid.hash == .identity { return cid.digest }
    let key = LMDBBlockstore.key(cid)
    return try environment.read { transaction throws(StoreError) in try transaction.get(key, in: database) }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func put(_ blocks: [Block]) throws(StoreError) {
    guard !blocks.isEmpty else { return }
    try environment.write { transaction throws(StoreError) in
      for block in blocks where block.cid.hash != .identity {
        try transaction.put(LMDBBlockstore.key(block.cid), block.bytes, in: database, overwrite: false)
      }
    }
  }

  /// The CID's bytes; where they are longer than LMDB's keys may be, a hash of them behind a byte that begins no CID.
  private static func key(_ cid: CID) -> [UInt8] {
    let bytes = cid.bytes
    return bytes.count <= KeyValuePair.maxKeyBytes ? bytes : [0xff] + BLAKE2b.hash256(bytes).bytes
  }
}
