/// A key with its value's CBOR.
struct KAMTEntry: Sendable {
  let key: Word256
  let value: ByteView

  init(key: Word256, value: ByteView) {
    self.key = key
    self.value = value
  }

  init(key: Word256, value: some CBOREncodable) {
    self.init(key: key, value: ByteView(value.cbor))
  }
}
