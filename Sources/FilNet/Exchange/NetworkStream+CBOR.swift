public import FilCore

extension NetworkStream {
  /// Writes one CBOR value.
  ///
  /// - Parameters:
  ///   - value: What is written.
  ///   - framing: How it stands on the stream.
  /// - Throws: ``StreamError``.
  public func writeCBOR(_ value: some CBOREncodable, framing: CBORFraming) async throws(StreamError) {
    let bytes = value.cbor
    switch framing {
    case .bare: try await write(bytes)
    case .lengthPrefixed: try await write(Varint.encode(UInt64(bytes.count)) + bytes)
    }
  }
}
