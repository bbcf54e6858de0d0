extension Address: CustomStringConvertible, LosslessStringConvertible {
  private static let checksumBytes = 4

  /// The text form with mainnet's letter.
  public var description: String { formatted(for: .mainnet) }

  /// The text form with a network's letter.
  public func formatted(for network: AddressNetwork) -> String {
    let prefix = "\(network.rawValue)\(self.protocol.rawValue)"
    switch storage {
    case .id(let id): return prefix + String(id)
    case .secp256k1, .actor, .bls: return prefix + checked(payload)
    case .ethereum(let subaddress): return "\(prefix)\(Address.ethereumNamespace)f" + checked(subaddress.bytes)
    case .delegated(let namespace, let subaddress): return "\(prefix)\(namespace)f" + checked(subaddress)
    }
  }

  /// The digits of `payload` and the checksum, which is over the whole binary form.
  private func checked(_ payload: [UInt8]) -> String {
    BaseEncoding.base32.encode(payload + checksum)
  }

  private var checksum: [UInt8] { BLAKE2b.hash(bytes, count: Address.checksumBytes) }

  /// Reads the text form with either letter; `nil` where `init(text:)` throws.
  public init?(_ description: String) {
    try? self.init(text: description)
  }

  /// Reads the text form with either letter.
  public init(text: some StringProtocol) throws(AddressError) {
    guard let letter = text.first, AddressNetwork(rawValue: letter) != nil else { throw .unknownNetwork }
    // In other text a character may be more than the byte that is looked at.
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { throw .invalidPayload }
    let digits = text.dropFirst()
    guard let digit = digits.utf8.first, (0x30...0x39).contains(digit) else { throw .unknownProtocol }
    guard let kind = AddressProtocol(rawValue: digit - 0x30) else { throw .unknownProtocol }
    let rest = digits.dropFirst()
    switch kind {
    case .id: self.init(id: try Address.decimal(rest))
    case .secp256k1, .actor, .bls: try self.init(kind, checked: rest, prefix: [])
    case .delegated:
      guard let end = rest.firstIndex(of: "f") else { throw .invalidPayload }
      let namespace = Varint.encode(try Address.decimal(rest[..<end]))
      try self.init(kind, checked: rest[rest.index(after: end)...], prefix: namespace)
    }
  }

  private init(_ kind: AddressProtocol, checked text: some StringProtocol, prefix: [UInt8]) throws(AddressError) {
    guard text.utf8.count <= 2 * Address.maxBytes else { throw .invalidLength }
    guard let decoded = try? BaseEncoding.base32.decode(text) else { throw .invalidPayload }
    guard decoded.count >= Address.checksumBytes else { throw .invalidLength }
    let payload = prefix + decoded.dropLast(Address.checksumBytes)
    try self.init(kind, payload: payload[...])
    guard decoded.suffix(Address.checksumBytes).elementsEqual(checksum) else { throw .invalidChecksum }
  }

  private static func decimal(_ text: some StringProtocol) throws(AddressError) -> UInt64 {
    guard (1...20).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let value = UInt64(text)
    else { throw .invalidPayload }
    return value
  }
}
