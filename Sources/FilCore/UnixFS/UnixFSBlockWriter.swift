/// Makes blocks with CIDs as the options want them, and writes them to a store in batches.
struct UnixFSBlockWriter<Store: Blockstore> {
  let options: UnixFSOptions
  private let store: Store
  private var pending: [Block] = []
  private var pendingBytes = 0
  private static var batchBytes: Int { 4 << 20 }

  init(_ store: Store, _ options: UnixFSOptions) throws(UnixFSError) {
    try options.check()
    self.store = store
    self.options = options
  }

  /// Stores a block and gives its CID; small ones are held by their CID.
  private mutating func store(_ bytes: [UInt8], codec: Multicodec) throws(UnixFSError) -> CID {
    if options.inlineLimit > 0, bytes.count <= options.inlineLimit {
      return CID(codec: codec, hash: .identity, digest: bytes)
    }
    let digest = options.hash == .sha256 ? SHA256.hash(bytes) : BLAKE2b.hash256(bytes)
    let isVersion0 = options.cidVersion == 0 && codec == .dagPB
    let cid = isVersion0 ? CID(version0: digest) : CID(codec: codec, hash: options.hash, digest: digest)
    pending.append(Block(cid: cid, bytes: bytes))
    pendingBytes += bytes.count
    if pendingBytes >= UnixFSBlockWriter.batchBytes { try flush() }
    return cid
  }

  /// Writes the blocks that wait.
  mutating func flush() throws(UnixFSError) {
    guard !pending.isEmpty else { return }
    do {
      try store.put(pending)
    } catch {
      throw UnixFSError(.store, "writing \(pending.count) blocks", cause: error)
    }
    pending.removeAll(keepingCapacity: true)
    pendingBytes = 0
  }

  /// Stores a node.
  mutating func node(_ links: [PBLink], _ data: UnixFSData) throws(UnixFSError) -> UnixFSLink {
    let bytes = PBNode(links: links, data: data.encoded).encoded
    // Sizes of entries are the caller's word; too large ones stay at the greatest integer.
    let totalSize = links.reduce(UInt64(bytes.count)) { sum, link in
      let (next, overflow) = sum.addingReportingOverflow(link.totalSize ?? 0)
      return overflow ? .max : next
    }
    return UnixFSLink(cid: try store(bytes, codec: .dagPB), totalSize: totalSize)
  }

  /// Stores a leaf of a file.
  mutating func leaf(_ chunk: [UInt8], kind: UnixFSData.Kind) throws(UnixFSError) -> UnixFSPart {
    let fileSize = UInt64(chunk.count)
    if options.rawLeaves {
      let link = UnixFSLink(cid: try store(chunk, codec: .raw), totalSize: fileSize)
      return UnixFSPart(link: link, fileSize: fileSize)
    }
    var data = UnixFSData(kind: kind)
    data.data = chunk
    data.fileSize = fileSize
    return UnixFSPart(link: try node([], data), fileSize: fileSize)
  }

  /// Stores an inner node of a file.
  mutating func inner(_ parts: [UnixFSPart]) throws(UnixFSError) -> UnixFSPart {
    var data = UnixFSData(kind: .file)
    data.blockSizes = parts.map(\.fileSize)
    let fileSize = data.blockSizes.reduce(0, +)
    data.fileSize = fileSize
    let links = parts.map { PBLink(cid: $0.link.cid, name: "", totalSize: $0.link.totalSize) }
    return UnixFSPart(link: try node(links, data), fileSize: fileSize)
  }
}
