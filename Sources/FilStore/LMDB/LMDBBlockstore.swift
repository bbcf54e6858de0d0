internal import CLMDB
public import FilCore

/// Blocks in a folder on the disk, in LMDB: durable when `put` returns, read by any number of threads and processes, written
/// by one process at a time.
///
/// A process opens a folder once at a time, and shares the store among all that use it. The map grows by itself; other
/// processes that read follow. The folder is trusted: bytes of blocks that were changed behind the store's back are found
/// by reads that verify, but a damaged tree of pages is LMDB's to notice.
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
  /// - Throws: `StoreError`: `locked` if it is open for writing already, or in this process, `wrongFormat` if the folder
  ///   holds something else or another version, `corrupt` if the file was cut off, `full` if there is no space for a new
  ///   one, `failed` if the system refuses.
  public init(path: String, options: LMDBOptions = LMDBOptions()) throws(StoreError) {
    environment = try LMDBEnvironment(path: path, options: options)
    database = try environment.database("blocks")
  }

  /// How many blocks are here.
  ///
  /// - Throws: `StoreError` if the store fails.
  public func count() throws(StoreError) -> Int {
    try environment.read { transaction throws(LMDBError) in try transaction.count(of: database) }
  }

  /// A table of keys and values in the same folder, created if need be.
  ///
  /// - Throws: `StoreError`: `failed` if it is absent and the store takes no writes, and for more than about 60 tables.
  public func table(_ name: String) throws(StoreError) -> LMDBTable {
    try LMDBTable(name, in: environment)
  }

  /// Whether `put` returns only when the blocks are on the disk.
  package var isDurable: Bool { environment.isSynchronous }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func get(_ cid: CID) throws(StoreError) -> [UInt8]? {
    if cid.hash == .identity { return cid.digest }
    let key = LMDBBlockstore.key(cid)
    let found = try environment.read { transaction throws(LMDBError) in try transaction.get(key, in: database) }
    if let found, environment.options.verifiesReads { try Block(cid: cid, bytes: found).verifyStored() }
    return found
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func has(_ cid: CID) throws(StoreError) -> Bool {
    if cid.hash == .identity { return true }
    let key = LMDBBlockstore.key(cid)
    return try environment.read { transaction throws(LMDBError) in try transaction.has(key, in: database) }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func put(_ blocks: [Block]) throws(StoreError) {
    guard !blocks.isEmpty else { return }
    try environment.write { transaction throws(LMDBError) in
      for block in blocks where block.cid.hash != .identity { try put(block, transaction) }
    }
  }

  /// Puts a block unless it is there; one that was damaged is mended.
  private func put(_ block: Block, _ transaction: LMDBTransaction) throws(LMDBError) {
    let key = LMDBBlockstore.key(block.cid)
    guard let present = try transaction.putNew(key, block.bytes, in: database), !present.elementsEqual(block.bytes),
      (try? block.cid.matches(Array(present))) == false
    else { return }
    try transaction.put(key, block.bytes, in: database)
  }

  /// The CID's bytes; where they are longer than LMDB's keys may be, a hash of them behind a byte that begins no CID.
  private static func key(_ cid: CID) -> [UInt8] {
    var bytes: [UInt8] = []
    // All of Filecoin's own CIDs have 38 bytes.
    bytes.reserveCapacity(40)
    cid.append(to: &bytes)
    return bytes.count <= KeyValuePair.maxKeyBytes ? bytes : [0xff] + BLAKE2b.hash256(bytes).bytes
  }
}
