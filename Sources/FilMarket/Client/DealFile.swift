public import FilCore
internal import FilProofs

/// Data that is ready for a deal: an archive, its root, and its commitment.
public struct DealFile: Hashable, Sendable {
  /// The root of the archive.
  public let root: CID
  /// The archive: a CAR, without padding.
  public let archive: [UInt8]
  /// The archive's commitment and padded size.
  public let piece: PieceInfo

  /// An archive that is there already.
  ///
  /// - Parameters:
  ///   - archive: The archive; nobody looks into it.
  ///   - root: Its root.
  public init(archive: [UInt8], root: CID) {
    self.root = root
    self.archive = archive
    let commitment = PieceCommitment.of(archive)
    piece = PieceInfo(size: commitment.size.rawValue, cid: commitment.cid)
  }

  /// The archive of a file's bytes, as UnixFS.
  ///
  /// - Throws: `UnixFSError` or `StoreError` if it cannot be made.
  public init(_ bytes: [UInt8]) throws {
    let store = MemoryBlockstore()
    // Small files too are blocks of the archive: what a root names comes from the provider, and not out of the root.
    var options = UnixFSOptions.filecoin
    options.inlineLimit = 0
    let root = try UnixFSImporter(store: store, options: options).file(ArraySource(bytes)).cid
    var car = try CARWriter(roots: [root], to: ArraySink())
    try car.write(DAGWalk(from: [root], in: store))
    self.init(archive: car.sink.bytes, root: root)
  }
}
