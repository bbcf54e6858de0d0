/// Reads files and directories from their blocks, each of which is compared with its CID.
///
/// ```swift
/// let reader = UnixFSReader(store: store)
/// var file = try reader.file(try reader.resolve("docs/a.txt", in: root))
/// while let bytes = try file.next() { ... }
/// ```
public struct UnixFSReader<Store: Blockstore>: Sendable {
  /// Where the blocks are.
  public let store: Store
  /// Whether each block is hashed and compared with its CID.
  public let verifiesBlocks: Bool

  /// A reader.
  public init(store: Store, verifiesBlocks: Bool = true) {
    self.store = store
    self.verifiesBlocks = verifiesBlocks
  }

  /// The node with a CID.
  func node(_ cid: CID) throws(UnixFSError) -> UnixFSNode {
    let bytes: [UInt8]?
    do {
      bytes = try store.get(cid)
    } catch {
      throw UnixFSError(.store, "\(cid)", cause: error)
    }
    guard let bytes else { throw UnixFSError(.missingBlock, "\(cid)") }
    if verifiesBlocks { try verify(bytes, cid) }
    return try UnixFSNode(Block(cid: cid, bytes: bytes))
  }

  private func verify(_ bytes: [UInt8], _ cid: CID) throws(UnixFSError) {
    do {
      if try cid.matches(bytes) { return }
    } catch {
      throw UnixFSError(.mismatch, "\(cid)", cause: error)
    }
    throw UnixFSError(.mismatch, "\(cid)")
  }

  /// The file with a root, to read all of it.
  ///
  /// - Throws: `UnixFSError`: `notAFile`, or why the root cannot be read.
  public func file(_ root: CID) throws(UnixFSError) -> UnixFSFile<Store> {
    try UnixFSFile(root, self)
  }

  /// The target of a symbolic link; `nil` if the root is something else.
  ///
  /// - Throws: `UnixFSError` if the root cannot be read.
  public func symlinkTarget(_ root: CID) throws(UnixFSError) -> [UInt8]? {
    if case .symlink(let target) = try node(root) { target } else { nil }
  }
}
