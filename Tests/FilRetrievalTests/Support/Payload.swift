import FilCore
import FilRetrieval

/// A file with its blocks and the CAR that is a piece.
struct Payload: Sendable {
  static let piece = CID(hashing: [1], .raw)
  static let options = UnixFSOptions(chunkSize: 300, maxLinks: 4, inlineLimit: 0)

  let file: [UInt8]
  let root: CID
  /// The blocks, in the order of the CAR.
  let blocks: [Block]
  let car: [UInt8]
  /// Where the bytes of each block begin in the CAR.
  let offsets: [Int]

  init(bytes: Int, options: UnixFSOptions = Payload.options) throws {
    file = SeededRandom(seed: UInt64(bytes)).bytes(bytes)
    let store = MemoryBlockstore()
    root = try UnixFSImporter(store: store, options: options).file(ArraySource(file)).cid
    var writer = try CARWriter(roots: [root], to: ArraySink())
    try writer.write(DAGWalk(from: [root], in: store))
    car = writer.sink.bytes
    var reader = try CARReader(ArraySource(car))
    var sections: [CARSection] = []
    while let section = try reader.next() { sections.append(section) }
    blocks = sections.map(\.block)
    offsets = sections.map { Int($0.dataOffset) }
  }

  /// A gateway over the CAR, which lies in a piece with zeros behind it.
  func gateway(changing byte: Int? = nil, verifies: Bool = true) throws -> TrustlessGateway {
    let index = MemoryPayloadIndex()
    try index.add(ArraySource(car + [UInt8](repeating: 0, count: 100)), as: Payload.piece)
    var data = car
    if let byte { data[byte] ^= 1 }
    return TrustlessGateway(
      index: index, pieces: MemoryPieceSource([Payload.piece: data]), verifiesBlocks: verifies)
  }
}

extension CID {
  /// The CID of a block, which can always be hashed by SHA-256.
  init(hashing block: [UInt8], _ codec: Multicodec) {
    self.init(codec: codec, hash: .sha256, digest: SHA256.hash(block))
  }
}
