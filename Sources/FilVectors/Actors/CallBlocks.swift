internal import FilCore
internal import FilStore
internal import Foundation

/// The blocks of a CAR file that comes with vectors.
enum CallBlocks {
  /// Reads all blocks of a file, plain or compressed, into memory; an absent file has none.
  static func load(_ name: String, in folder: VectorFolder) throws -> MemoryBlockstore {
    let store = MemoryBlockstore()
    guard let file = folder.fileNames.first(where: { $0 == name || $0 == "\(name).zst" }) else { return store }
    let snapshot = try SnapshotBlockstore(path: folder.url.appending(path: file).path)
    var reader = try snapshot.reader(options: CAROptions(verifiesBlocks: false))
    while let section = try reader.next() {
      try verify(section.block)
      try store.put(section.block)
    }
    return store
  }

  /// Requires that a block has its CID. Some calls make blocks with hash functions that do not exist: their CIDs cannot
  /// be compared.
  private static func verify(_ block: Block) throws {
    do throws(CIDError) {
      guard try !block.cid.matches(block.bytes) else { return }
    } catch .cannotHash {
      return
    }
    throw VectorError("\(block.cid): the bytes have another hash")
  }
}
