internal import FilCore

/// The bytes of vanilla proofs: one byte for what it is, then 32-byte values. How many values follows from what is
/// proven, so each proof has exactly one encoding.
enum ProofEncoding {
  /// What a proof is of; the byte is also the version of the encoding.
  enum Kind: UInt8 {
    case seal = 0x11
    case winningPoSt = 0x12
    case windowPoSt = 0x13
  }

  static func encode(_ kind: Kind, _ values: [Bytes32]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 + 32 * values.count)
    bytes.append(kind.rawValue)
    for value in values { value.withUnsafeBytes { bytes.append(contentsOf: $0) } }
    return bytes
  }

  /// The values; `nil` if the bytes are of another kind or length.
  static func decode(_ kind: Kind, _ bytes: [UInt8], count: Int) -> [Bytes32]? {
    guard bytes.first == kind.rawValue, bytes.count == 1 + 32 * count else { return nil }
    return (0..<count).compactMap { Bytes32(bytes[1 + 32 * $0..<33 + 32 * $0]) }
  }
}
