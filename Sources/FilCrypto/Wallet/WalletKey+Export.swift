internal import FilCore

/// Keys as text: hexadecimal of a JSON object with the kind and the secret bytes in base64, as Lotus prints it.
extension WalletKey {
  /// The most characters that an exported key may have.
  public static let maxExportCharacters = 4096

  /// The key as text. Whoever reads it owns the account.
  public var exported: String {
    let base64 = BaseEncoding.base64.encode(privateKey.bytes) + "="
    return Array(#"{"Type":"\#(type.rawValue)","PrivateKey":"\#(base64)"}"#.utf8).hex
  }

  /// Reads a key as text, with white space around it or without.
  ///
  /// - Throws: ``WalletError``.
  public init(exported text: String) throws(WalletError) {
    guard text.utf8.count <= WalletKey.maxExportCharacters else { throw .malformedExport }
    let trimmed = text.utf8.filter { ![0x20, 0x0a, 0x0d, 0x09].contains($0) }
    guard let json = [UInt8](hex: String(decoding: trimmed, as: UTF8.self)) else { throw .malformedExport }
    guard let fields = FlatJSON.fields(of: json), let name = fields["Type"], let type = KeyType(rawValue: name)
    else { throw .malformedExport }
    guard let base64 = fields["PrivateKey"], let bytes = WalletKey.secret(base64) else { throw .malformedExport }
    guard let key = WalletKey(type: type, privateKey: bytes) else { throw .invalidPrivateKey }
    self = key
  }

  private static func secret(_ base64: String) -> Bytes32? {
    guard base64.hasSuffix("="), let bytes = try? BaseEncoding.base64.decode(base64.dropLast()) else { return nil }
    return Bytes32(bytes)
  }
}
