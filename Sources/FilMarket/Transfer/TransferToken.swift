public import FilCore

/// What lets a provider fetch the data of one deal: a secret between its client and it.
///
/// It travels as the password of HTTP's basic authorisation, with an empty user name.
public struct TransferToken: Hashable, Sendable {
  /// The longest token, in bytes.
  public static let maxBytes = 512
  private static let scheme = "basic "

  /// The secret, in characters without control characters.
  public let text: String

  /// A token of a given secret; `nil` if it is empty, too long, or has control characters.
  public init?(_ text: String) {
    guard (1...TransferToken.maxBytes).contains(text.utf8.count),
      text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f })
    else { return nil }
    self.text = text
  }

  /// A new token.
  public init(from random: any RandomSource) {
    text = BaseEncoding.base16.encode(random.bytes(32))
  }

  /// Reads the value of an `Authorization` field; the user name does not matter. `nil` for anything else.
  public init?(authorization: String) {
    let bytes = Array(authorization.utf8)
    guard bytes.count <= 4 * TransferToken.maxBytes,
      String(decoding: bytes.prefix(TransferToken.scheme.utf8.count), as: UTF8.self).lowercased()
        == TransferToken.scheme
    else { return nil }
    let digits = String(decoding: bytes.dropFirst(TransferToken.scheme.utf8.count), as: UTF8.self)
    guard let pair = TransferToken.decode(digits), let colon = pair.firstIndex(of: UInt8(ascii: ":")),
      let password = String(validating: pair[(colon + 1)...], as: UTF8.self)
    else { return nil }
    self.init(password)
  }

  /// The value of an `Authorization` field.
  public var authorization: String {
    let digits = BaseEncoding.base64.encode(Array(":\(text)".utf8))
    return "Basic " + digits + String(repeating: "=", count: (4 - digits.utf8.count % 4) % 4)
  }

  /// Reads base 64 with padding.
  private static func decode(_ text: String) -> [UInt8]? {
    guard text.utf8.count % 4 == 0 else { return nil }
    let padding = text.utf8.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard padding <= 2 else { return nil }
    return try? BaseEncoding.base64.decode(text.dropLast(padding))
  }
}

extension TransferToken: CustomStringConvertible {
  /// Not the secret: descriptions end up in logs.
  public var description: String { "transfer token" }
}
