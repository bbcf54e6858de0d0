/// A node of UnixFS as it is read.
enum UnixFSNode: Sendable {
  /// Bytes of a file that end here.
  case leaf([UInt8])
  /// Bytes of a file, some here and the rest below.
  case file(data: [UInt8], children: [UnixFSPart])
  /// A directory in one node.
  case directory([PBLink])
  /// A part of a sharded directory.
  case shard(UnixFSData, [PBLink])
  /// A symbolic link with its target.
  case symlink([UInt8])

  /// Reads a block.
  init(_ block: Block) throws(UnixFSError) {
    switch block.cid.codec {
    case .raw: self = .leaf(block.bytes)
    case .dagPB: self = try UnixFSNode.node(block)
    default: throw UnixFSError(.malformedNode, "\(block.cid): codec \(block.cid.codec)")
    }
  }

  private static func node(_ block: Block) throws(UnixFSError) -> UnixFSNode {
    let node: PBNode
    let data: UnixFSData
    do throws(DAGPBError) {
      node = try PBNode(decoding: block.bytes)
      guard let bytes = node.data else { throw .missingField(1) }
      data = try UnixFSData(decoding: bytes)
    } catch {
      throw UnixFSError(.malformedNode, "\(block.cid)", cause: error)
    }
    switch data.kind {
    case .raw, .file: return try file(block.cid, data, node.links)
    case .directory: return .directory(node.links)
    case .shard: return .shard(data, node.links)
    case .symlink: return .symlink(data.data)
    case .metadata: throw UnixFSError(.malformedNode, "\(block.cid): metadata")
    }
  }

  private static func file(_ cid: CID, _ data: UnixFSData, _ links: [PBLink]) throws(UnixFSError) -> UnixFSNode {
    var size = UInt64(data.data.count)
    for part in data.blockSizes {
      let (sum, overflow) = size.addingReportingOverflow(part)
      guard !overflow else { throw UnixFSError(.malformedNode, "\(cid): sizes above 64 bits") }
      size = sum
    }
    guard data.blockSizes.count == links.count, data.fileSize ?? size == size else {
      throw UnixFSError(.malformedNode, "\(cid): sizes that do not add up")
    }
    guard !links.isEmpty else { return .leaf(data.data) }
    let children = zip(links, data.blockSizes).map { link, size in
      UnixFSPart(link: UnixFSLink(cid: link.cid, totalSize: link.totalSize ?? 0), fileSize: size)
    }
    return .file(data: data.data, children: children)
  }

  /// How many bytes of a file are here and below; `nil` if this is no part of a file.
  var fileSize: UInt64? {
    switch self {
    case .leaf(let bytes): UInt64(bytes.count)
    case .file(let data, let children): children.reduce(UInt64(data.count)) { $0 + $1.fileSize }
    case .directory, .shard, .symlink: nil
    }
  }
}
