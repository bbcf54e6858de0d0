extension CBORDecodable {
  /// Reads a value as a collection keeps it.
  init(collectionValue view: ByteView) throws(CollectionError) {
    do {
      var decoder = CBORDecoder(view.slice)
      try self.init(from: &decoder)
      try decoder.finish()
    } catch {
      throw CollectionError(.valueCBOR, "\(Self.self)", cause: error)
    }
  }
}
