/// A key with its value, kept as the CBOR pair that a bucket holds.
struct HAMTEntry: Sendable {
  private let storage: [UInt8]
  private let start: Int
  private let keyRange: Range<Int>
  private let end: Int

  /// A pair that stands in a block.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - pair: Where the pair is.
  ///   - key: Where the key's bytes are; the value follows them.
  init(of block: [UInt8], pair: Range<Int>, key: Range<Int>) {
    storage = block
    start = pair.lowerBound
    keyRange = key
    end = pair.upperBound
  }

  /// A new pair.
  init(key: [UInt8], value: some CBOREncodable) {
    var encoder = CBOREncoder()
    encoder.array(count: 2)
    encoder.byteString(key)
    let keyEnd = encoder.bytes.count
    value.encode(to: &encoder)
    storage = encoder.bytes
    start = 0
    keyRange = keyEnd - key.count..<keyEnd
    end = storage.count
  }

  /// The key's bytes.
  var key: ByteView { ByteView(of: storage, keyRange) }

  /// The value's CBOR.
  var value: ByteView { ByteView(of: storage, keyRange.upperBound..<end) }

  /// The CBOR of the pair.
  var pair: ArraySlice<UInt8> { storage[start..<end] }
}
