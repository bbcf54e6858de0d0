public import FilCore

/// The blocks of a snapshot file, read in place: no import, no writes.
///
/// Three layouts are read, told apart by their first and last bytes: a CAR (version 1 or 2), a CAR that is one stream of
/// zstd frames, which is decompressed once to an unnamed temporary file, and Forest's seekable layout, a CAR in many small
/// zstd frames with an index, which is used as it is.
///
/// ```swift
/// let snapshot = try SnapshotBlockstore(path: "mainnet.car.zst")
/// let head = try snapshot.require(snapshot.roots[0])
/// ```
public final class SnapshotBlockstore: Blockstore {
  /// How a snapshot is stored.
  public enum Layout: Hashable, Sendable {
    /// A CAR.
    case plain
    /// A CAR in zstd frames without an index.
    case compressed
    /// A CAR in zstd frames with Forest's index.
    case seekable
  }

  /// The roots of the snapshot: the keys of its newest tipset.
  public let roots: [CID]
  /// How the snapshot is stored.
  public let layout: Layout
  private let blocks: any SnapshotBlocks
  private let verifiesReads: Bool

  /// Opens a snapshot. A file without an index is read once, so that every section is known to be well formed.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - verifiesReads: Whether each block that is read is hashed and compared with its CID.
  /// - Throws: `StoreError`: `failed` if the file cannot be read, `wrongFormat` if it is no snapshot, `corrupt` if it is
  ///   damaged.
  public init(path: String, verifiesReads: Bool = false) throws(StoreError) {
    let file = try RandomAccessFile(opening: path)
    self.verifiesReads = verifiesReads
    if try file.read(at: 0, count: 4) != Zstd.magic {
      layout = .plain
      blocks = try IndexedCAR(file)
    } else if let index = try ForestIndex(of: file) {
      layout = .seekable
      blocks = try SeekableCAR(file, index)
    } else {
      layout = .compressed
      let limit = SnapshotBlockstore.decompressedLimit(file.size)
      do throws(StoreError) {
        blocks = try IndexedCAR(TemporaryFile.holding(ZstdSource(FileSource(file)), limit: limit))
      } catch {
        throw StoreError(error.code, "\(path): \(error.detail)")
      }
    }
    roots = blocks.roots
  }

  /// The most bytes that a compressed file may become on the disk. Snapshots shrink to a third or so; what claims to
  /// have shrunk much more, and is large, was made to fill the disk.
  static func decompressedLimit(_ compressed: UInt64) -> UInt64 {
    max(1 << 30, compressed.multipliedReportingOverflow(by: 64).overflow ? .max : compressed * 64)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func get(_ cid: CID) throws(StoreError) -> [UInt8]? {
    if cid.hash == .identity { return cid.digest }
    guard let bytes = try blocks.get(cid) else { return nil }
    if verifiesReads { try Block(cid: cid, bytes: bytes).verifyStored() }
    return bytes
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func put(_ blocks: [Block]) throws(StoreError) {
    guard blocks.isEmpty else { throw StoreError(.readOnly, "a snapshot takes no writes") }
  }

  /// A reader of all blocks in the order of the file, from its start.
  ///
  /// - Parameter options: What to check.
  /// - Returns: The reader.
  /// - Throws: `StoreError` as `init` does.
  public func reader(options: CAROptions = CAROptions()) throws(StoreError) -> CARReader<SnapshotSource> {
    let source = try blocks.source()
    do throws(CARError) {
      return try CARReader(source, options: options)
    } catch {
      throw .snapshot(error)
    }
  }
}
