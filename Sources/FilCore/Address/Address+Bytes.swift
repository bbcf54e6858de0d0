extension Address {
  /// The most bytes of the binary form.
  public static let maxBytes = 65

  /// The binary form: the protocol, then the payload.
  public var bytes: [UInt8] { [self.protocol.rawValue] + payload }

  /// The payload: what follows the protocol in the binary form.
  public var payload: [UInt8] {
    switch storage {
    case .id(let id): Varint.encode(id)
    case .secp256k1(let hash), .actor(let hash): hash.bytes
    case .bls(let key): key.bytes
    case .ethereum(let subaddress): Varint.encode(Address.ethereumNamespace) + subaddress.bytes
    case .delegated(let namespace, let subaddress): Varint.encode(namespace) + subaddress
    }
  }

  /// Reads the binary form.
  ///
  /// Numbers and namespaces go up to 2^64 - 1, as the network's actors read them.
  public init(bytes: some Collection<UInt8>) throws(AddressError) {
    guard let first = bytes.first else { throw .invalidLength }
    guard let kind = AddressProtocol(rawValue: first) else { throw .unknownProtocol }
    try self.init(kind, payload: ArraySlice(bytes.dropFirst()))
  }

  /// Reads a payload.
  init(_ kind: AddressProtocol, payload: ArraySlice<UInt8>) throws(AddressError) {
    switch kind {
    case .id:
      var rest = payload
      let id = try Address.varint(&rest)
      guard rest.isEmpty else { throw .invalidPayload }
      self.init(.id(id))
    case .secp256k1, .actor:
      guard let hash = Bytes20(payload) else { throw .invalidLength }
      self.init(kind == .secp256k1 ? .secp256k1(hash) : .actor(hash))
    case .bls:
      guard let key = Bytes48(payload) else { throw .invalidLength }
      self.init(.bls(key))
    case .delegated:
      var rest = payload
      let namespace = try Address.varint(&rest)
      guard let address = Address(namespace: namespace, subaddress: Array(rest)) else { throw .invalidLength }
      self = address
    }
  }

  private static func varint(_ bytes: inout ArraySlice<UInt8>) throws(AddressError) -> UInt64 {
    guard !bytes.isEmpty else { throw .invalidLength }
    do {
      return try Varint.read(from: &bytes)
    } catch {
      throw .invalidPayload
    }
  }
}

/// In CBOR a byte string of the binary form.
extension Address: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.byteString(bytes) }
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    let start = decoder.offset
    let bytes = try decoder.byteSlice(limit: Address.maxBytes)
    do {
      try self.init(bytes: bytes)
    } catch {
      throw CBORError(.invalidValue, at: start, "address: \(error)")
    }
  }
}
