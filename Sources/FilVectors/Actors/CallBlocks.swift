internal import FilCore
internal import FilStore
internal import Foundation

/// The blocks of a CAR file that comes with vectors.
enum CallBlocks {
  /// Reads all blocks of a file, plain or compressed, into memory; an absent file has none.
  static func load(_ name: String, in folder: VectorFolder) throws -> MemoryBlockstore {
    let store = MemoryBlockstore()
    guard let file = folder.fileNames.first(where: { $0 == name || $0 == "\(name).zst" }) else { return store }
    var reader = try SnapshotBlockstore(path: folder.url.appending(path: file).path).reader()
    while let section = try reader.next() { try store.put(section.block) }
    return store
  }
}
