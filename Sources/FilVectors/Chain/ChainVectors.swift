internal import FilCore
internal import FilStore
internal import Foundation

/// Runs snapshots: each must be read through the store, hash to its CIDs, and be canonical.
public struct ChainVectors: VectorKind {
  /// The name of the folder.
  public let name = "chain"

  /// The kind.
  public init() {}

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    for name in folder.fileNames where name.hasSuffix(".car") || name.hasSuffix(".car.zst") {
      run.check(name) { try ChainVectors.check(folder.url.appendingPathComponent(name).path) }
    }
  }

  /// What the genesis block of every Lotus network names as its parent: a note of the first day, its keys not in canonical
  /// order. It is not part of the state or the chain.
  private static let preGenesis = "bafyreiaqpwbbyjo4a42saasj36kkrpv4tsherf2e7bvezkert2a7dhonoi"

  private static func check(_ path: String) throws {
    let store = try SnapshotBlockstore(path: path, verifiesReads: true)
    guard !store.roots.isEmpty else { throw VectorError("no roots") }
    var reader = try store.reader()
    var blocks = 0
    while let section = try reader.next() {
      try check(section.block, in: store)
      blocks += 1
    }
    guard blocks > 0 else { throw VectorError("no blocks") }
    var walk = DAGWalk(from: store.roots, in: store, allowsMissing: true)
    guard try walk.next() != nil else { throw VectorError("the first root is not in the snapshot") }
  }

  /// A block is found by its CID with the same bytes, and DAG-CBOR encodes to the same bytes again.
  private static func check(_ block: Block, in store: SnapshotBlockstore) throws {
    try expect(try store.get(block.cid), equals: block.bytes, "block \(block.cid)")
    guard block.cid.codec == .dagCBOR else { return }
    _ = try block.links()
    if block.cid.description == ChainVectors.preGenesis { return }
    try expect(try IPLDNode(cbor: block.bytes).cbor, equals: block.bytes, "\(block.cid) encoded again")
  }
}
