/// Text encodings of bytes that name themselves by their first character (the multibase table).
public enum Multibase: Character, Sendable, CaseIterable {
  /// Hexadecimal, lower case.
  case base16 = "f"
  /// Base 32, lower case, without padding: the default of CID version 1.
  case base32 = "b"
  /// Base 32 with the extended hexadecimal alphabet.
  case base32Hex = "v"
  /// Base 36, lower case.
  case base36 = "k"
  /// Base 58 with Bitcoin's alphabet.
  case base58btc = "z"
  /// Base 64 without padding.
  case base64 = "m"
  /// Base 64 for URLs, without padding.
  case base64URL = "u"

  /// The prefix and the digits for `bytes`.
  public func encode(_ bytes: some Collection<UInt8>) -> String {
    String(rawValue) + digits(bytes)
  }

  /// Reads text that starts with the prefix of its encoding; `nil` for an unknown prefix or wrong digits.
  public static func decode(_ text: some StringProtocol) -> (base: Multibase, bytes: [UInt8])? {
    guard let prefix = text.first, let base = Multibase(rawValue: prefix),
      let bytes = base.bytes(text.dropFirst())
    else { return nil }
    return (base, bytes)
  }

  private func digits(_ bytes: some Collection<UInt8>) -> String {
    switch self {
    case .base16: BaseEncoding.base16.encode(bytes)
    case .base32: BaseEncoding.base32.encode(bytes)
    case .base32Hex: BaseEncoding.base32Hex.encode(bytes)
    case .base36: RadixEncoding.base36.encode(bytes)
    case .base58btc: RadixEncoding.base58btc.encode(bytes)
    case .base64: BaseEncoding.base64.encode(bytes)
    case .base64URL: BaseEncoding.base64URL.encode(bytes)
    }
  }

  private func bytes(_ digits: some StringProtocol) -> [UInt8]? {
    switch self {
    case .base16: try? BaseEncoding.base16.decode(digits)
    case .base32: try? BaseEncoding.base32.decode(digits)
    case .base32Hex: try? BaseEncoding.base32Hex.decode(digits)
    case .base36: RadixEncoding.base36.decode(digits)
    case .base58btc: RadixEncoding.base58btc.decode(digits)
    case .base64: try? BaseEncoding.base64.decode(digits)
    case .base64URL: try? BaseEncoding.base64URL.decode(digits)
    }
  }
}
