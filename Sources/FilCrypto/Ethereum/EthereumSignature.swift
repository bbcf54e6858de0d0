public import FilCore

/// An Ethereum account's signature of a transaction, in any of the forms that the network carries.
public struct EthereumSignature: Hashable, Sendable {
  /// The first number, big-endian.
  public let r: Bytes32
  /// The second number, big-endian.
  public let s: Bytes32
  /// Whether y of the point that r comes from is odd.
  public let isOdd: Bool

  /// A signature from its numbers.
  public init(r: Bytes32, s: Bytes32, isOdd: Bool) {
    self.r = r
    self.s = s
    self.isOdd = isOdd
  }

  /// Reads r, s and the recovery identifier, 65 bytes; `nil` if there are more or fewer, or that is not 0 or 1.
  public init?(recoverable bytes: [UInt8]) {
    guard bytes.count == Secp256k1.signatureCount, bytes[64] < 2 else { return nil }
    guard let r = Bytes32(bytes[..<32]), let s = Bytes32(bytes[32..<64]) else { return nil }
    self.init(r: r, s: s, isOdd: bytes[64] == 1)
  }

  /// r, s and the recovery identifier: 65 bytes.
  public var recoverable: [UInt8] { r.bytes + s.bytes + [isOdd ? 1 : 0] }

  /// The number that transactions carry behind or before r and s.
  public func v(_ kind: EthereumTransaction.Kind, chainID: UInt64) -> UInt64 {
    let parity: UInt64 = isOdd ? 1 : 0
    switch kind {
    case .homestead: return 27 + parity
    case .eip155: return chainID &* 2 &+ 35 &+ parity
    case .eip1559: return parity
    }
  }
}
