internal import FilCore

/// The protocol buffer around a key: its kind and its bytes.
struct PeerKeyMessage {
  /// The numbers of the kinds that are known here.
  enum Kind: UInt64 {
    case ed25519 = 1
    case secp256k1 = 2
  }

  let kind: Kind
  let data: [UInt8]

  init(_ kind: Kind, _ data: [UInt8]) {
    self.kind = kind
    self.data = data
  }

  var bytes: [UInt8] {
    var writer = ProtobufWriter()
    writer.integer(1, kind.rawValue)
    writer.bytes(2, data)
    return writer.bytes
  }

  /// Reads the canonical form and nothing else: an ID is a hash of the bytes.
  init(_ bytes: [UInt8]) throws(PeerKeyError) {
    var reader = ProtobufReader(bytes[...])
    let first = try PeerKeyMessage.next(&reader)
    guard let first, first.number == 1, case .integer(let number) = first.value else { throw .malformed }
    let second = try PeerKeyMessage.next(&reader)
    guard let second, second.number == 2, case .bytes(let data) = second.value else { throw .malformed }
    guard reader.isAtEnd else { throw .malformed }
    guard let kind = Kind(rawValue: number) else { throw .unsupportedType(number) }
    self.init(kind, Array(data))
    guard self.bytes == bytes else { throw .malformed }
  }

  private static func next(
    _ reader: inout ProtobufReader
  ) throws(PeerKeyError) -> (number: UInt64, value: ProtobufReader.Value)? {
    do {
      return try reader.next()
    } catch {
      throw .malformed
    }
  }
}
