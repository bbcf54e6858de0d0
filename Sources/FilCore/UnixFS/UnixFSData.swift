/// The message in the data of a dag-pb node of UnixFS.
struct UnixFSData: Hashable, Sendable {
  /// What the node is.
  enum Kind: UInt64, Sendable {
    case raw = 0
    case directory = 1
    case file = 2
    case metadata = 3
    case symlink = 4
    case shard = 5
  }

  var kind: Kind
  /// The bytes of the file that stand in the node, the target of a symbolic link, or which slots of a shard are taken.
  var data: [UInt8] = []
  /// How many bytes of the file are in the node and below it.
  var fileSize: UInt64?
  /// How many bytes of the file are below each link.
  var blockSizes: [UInt64] = []
  /// The number of the hash function of a shard.
  var hashType: UInt64?
  /// How many slots a shard has.
  var fanout: UInt64?

  init(kind: Kind) {
    self.kind = kind
  }

  var encoded: [UInt8] {
    var writer = ProtobufWriter()
    writer.integer(1, kind.rawValue)
    if !data.isEmpty { writer.bytes(2, data) }
    if let fileSize { writer.integer(3, fileSize) }
    for size in blockSizes { writer.integer(4, size) }
    if let hashType { writer.integer(5, hashType) }
    if let fanout { writer.integer(6, fanout) }
    return writer.bytes
  }

  /// Reads a message; modes, times and unknown fields are passed over.
  init(decoding bytes: [UInt8]) throws(DAGPBError) {
    var reader = ProtobufReader(bytes[...])
    var kind: Kind?
    self.init(kind: .raw)
    while let (number, value) = try reader.next() {
      switch (number, value) {
      case (1, .integer(let value)): kind = Kind(rawValue: value)
      case (2, .bytes(let bytes)): data = Array(bytes)
      case (3, .integer(let value)): fileSize = value
      case (4, .integer(let value)): blockSizes.append(value)
      case (4, .bytes(let packed)): try readPacked(packed)
      case (5, .integer(let value)): hashType = value
      case (6, .integer(let value)): fanout = value
      case (1...6, .bytes): throw .unexpectedField(number: number, wireType: 2)
      case (1...6, .integer): throw .unexpectedField(number: number, wireType: 0)
      default: break
      }
    }
    guard let kind else { throw .missingField(1) }
    self.kind = kind
  }

  private mutating func readPacked(_ bytes: ArraySlice<UInt8>) throws(DAGPBError) {
    var reader = ProtobufReader(bytes)
    while !reader.isAtEnd { blockSizes.append(try reader.varint()) }
  }
}
