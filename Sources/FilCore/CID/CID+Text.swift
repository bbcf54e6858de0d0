extension CID: CustomStringConvertible, LosslessStringConvertible {
  /// The usual text: base 58 for version 0, base 32 with its prefix for version 1.
  public var description: String {
    version == 0 ? RadixEncoding.base58btc.encode(bytes) : Multibase.base32.encode(bytes)
  }

  /// Reads the text form in any base of `Multibase`; `nil` where `init(text:)` throws.
  public init?(_ description: String) {
    try? self.init(text: description)
  }

  /// Reads the text form in any base of `Multibase`, or version 0 in base 58.
  ///
  /// - Throws: `CIDError` that says what is wrong.
  public init(text: some StringProtocol) throws(CIDError) {
    if text.utf8.count == 46, text.hasPrefix("Qm") {
      guard let bytes = RadixEncoding.base58btc.decode(text) else { throw .invalidText }
      try self.init(bytes: bytes)
      return
    }
    guard let bytes = Multibase.decode(text)?.bytes else { throw .invalidText }
    try self.init(bytes: bytes)
    // The text form of version 0 has no prefix.
    if version == 0 { throw .unsupportedVersion(0) }
  }
}
