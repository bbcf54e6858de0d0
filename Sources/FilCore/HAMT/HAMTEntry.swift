/// A key with its value's canonical CBOR.
struct HAMTEntry: Sendable {
  let key: ByteView
  var value: ByteView
}
