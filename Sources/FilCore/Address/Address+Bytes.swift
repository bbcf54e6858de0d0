extension Address {
  /// The most bytes of the binary form.
  public static let maxBytes = 65

  /// The binary form: the protocol, then the payload.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 + payloadCount)
    append(to: &bytes)
    return bytes
  }

  /// The payload: what follows the protocol in the binary form.
  public var payload: [UInt8] {
    var bytes: [UInt8] = []
    appendPayload(to: &bytes)
    return bytes
  }

  /// How many bytes the payload has.
  private var payloadCount: Int {
    switch storage {
    case .id(let id): Varint.byteCount(id)
    case .secp256k1, .actor: Bytes20.count
    case .bls: Bytes48.count
    case .ethereum: Varint.byteCount(Address.ethereumNamespace) + Bytes20.count
    case .delegated(let namespace, let subaddress): Varint.byteCount(namespace) + subaddress.count
    }
  }

  private func append(to bytes: inout [UInt8]) {
    bytes.append(self.protocol.rawValue)
    appendPayload(to: &bytes)
  }

  private func appendPayload(to bytes: inout [UInt8]) {
    switch storage {
    case .id(let id): Varint.append(id, to: &bytes)
    case .secp256k1(let hash), .actor(let hash): hash.append(to: &bytes)
    case .bls(let key): bytes.append(contentsOf: key.bytes)
    case .ethereum(let subaddress):
      Varint.append(Address.ethereumNamespace, to: &bytes)
      subaddress.append(to: &bytes)
    case .delegated(let namespace, let subaddress):
      Varint.append(namespace, to: &bytes)
      bytes.append(contentsOf: subaddress)
    }
  }

  /// Reads the binary form.
  ///
  /// Numbers and namespaces go up to 2^64 - 1, as the network's actors read them.
  public init(bytes: some Collection<UInt8>) throws(AddressError) {
    self = try ArraySlice(bytes).withUnsafeBufferPointer { bytes throws(AddressError) in try Address(bytes: bytes) }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) throws(AddressError) {
    guard let first = bytes.first else { throw .invalidLength }
    guard let kind = AddressProtocol(rawValue: first) else { throw .unknownProtocol }
    try self.init(kind, payload: UnsafeBufferPointer(rebasing: bytes.dropFirst()))
  }

  /// Reads a payload.
  init(_ kind: AddressProtocol, payload: ArraySlice<UInt8>) throws(AddressError) {
    self = try payload.withUnsafeBufferPointer { payload throws(AddressError) in try Address(kind, payload: payload) }
  }

  private init(_ kind: AddressProtocol, payload: UnsafeBufferPointer<UInt8>) throws(AddressError) {
    var position = 0
    switch kind {
    case .id:
      let id = try Address.varint(payload, at: &position)
      guard position == payload.count else { throw .invalidPayload }
      self.init(.id(id))
    case .secp256k1, .actor:
      guard let hash = Bytes20(payload) else { throw .invalidLength }
      self.init(kind == .secp256k1 ? .secp256k1(hash) : .actor(hash))
    case .bls:
      guard let key = Bytes48(payload) else { throw .invalidLength }
      self.init(.bls(key))
    case .delegated:
      let namespace = try Address.varint(payload, at: &position)
      let rest = UnsafeBufferPointer(rebasing: payload[position...])
      if namespace == Address.ethereumNamespace, let short = Bytes20(rest) {
        self.init(.ethereum(short))
      } else {
        guard rest.count <= Address.maxSubaddressBytes else { throw .invalidLength }
        self.init(.delegated(namespace: namespace, subaddress: Array(rest)))
      }
    }
  }

  private static func varint(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: inout Int
  ) throws(AddressError) -> UInt64 {
    guard position < bytes.count else { throw .invalidLength }
    do {
      return try Varint.read(from: bytes, at: &position)
    } catch {
      throw .invalidPayload
    }
  }
}

/// In CBOR a byte string of the binary form.
extension Address: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.byteString(count: 1 + payloadCount) { append(to: &$0) }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    self = try decoder.byteString(limit: Address.maxBytes) { bytes, start throws(CBORError) in
      do {
        return try Address(bytes: bytes)
      } catch {
        throw CBORError(.invalidValue, at: start, "address: \(error)")
      }
    }
  }
}
