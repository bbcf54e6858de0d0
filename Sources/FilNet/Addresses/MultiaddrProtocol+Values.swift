internal import FilCore

extension MultiaddrProtocol {
  /// The bytes that a value's text stands for; `nil` if the protocol does not allow it.
  func bytes(ofText text: String) -> [UInt8]? {
    let bytes: [UInt8]? =
      switch self {
      case .ip4: IPAddressText.parse4(text)
      case .ip6: IPAddressText.parse6(text)
      case .tcp, .udp, .dccp, .sctp: MultiaddrProtocol.number(text, byteCount: 2)
      case .ipcidr: MultiaddrProtocol.number(text, byteCount: 1)
      case .memory: MultiaddrProtocol.number(text, byteCount: 8)
      case .p2p: try? PeerID(text: text).bytes
      case .certhash: Multibase.decode(text)?.bytes
      case .httpPath: PercentEncoding.decode(text)
      default: Array(text.utf8)
      }
    guard let bytes, isValid(bytes[...]) else { return nil }
    return bytes
  }

  /// The text of a valid value.
  func text(of bytes: ArraySlice<UInt8>) -> String {
    switch self {
    case .ip4: IPAddressText.format4(Array(bytes))
    case .ip6: IPAddressText.format6(Array(bytes))
    case .tcp, .udp, .dccp, .sctp, .ipcidr, .memory: String(bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    case .p2p: RadixEncoding.base58btc.encode(bytes)
    case .certhash: Multibase.base64URL.encode(bytes)
    case .httpPath: PercentEncoding.encode(bytes)
    default: String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Whether the protocol allows a value of the right size.
  func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .ip6zone, .dns, .dns4, .dns6, .dnsaddr, .sni:
      !bytes.isEmpty && !bytes.contains(UInt8(ascii: "/")) && MultiaddrProtocol.isText(bytes)
    case .unix: bytes.count > 1 && bytes.first == UInt8(ascii: "/") && MultiaddrProtocol.isText(bytes)
    case .httpPath: !bytes.isEmpty
    case .p2p: (try? PeerID(bytes: Array(bytes))) != nil
    case .certhash: (try? CID(bytes: [1, 0x55] + bytes)) != nil
    default: true
    }
  }

  private static func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  /// A decimal number, most significant byte first.
  private static func number(_ text: String, byteCount: Int) -> [UInt8]? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = UInt64(text) else { return nil }
    let bytes = withUnsafeBytes(of: value.bigEndian) { Array($0) }
    guard bytes.prefix(8 - byteCount).allSatisfy({ $0 == 0 }) else { return nil }
    return bytes.suffix(byteCount)
  }
}
