/// Keys that are the binary form of addresses.
extension Address: CollectionKey {
  /// The binary form.
  public var keyBytes: [UInt8] { bytes }

  /// Reads the binary form.
  ///
  /// - Throws: `CollectionError` with code `invalidKey`.
  public init(keyBytes: [UInt8]) throws(CollectionError) {
    do {
      try self.init(bytes: keyBytes)
    } catch {
      throw CollectionError(.invalidKey, "0x\(keyBytes.hex) is no address", cause: error)
    }
  }
}
