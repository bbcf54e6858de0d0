extension KAMTNode {
  /// The canonical form; every child must be a link.
  var encoded: [UInt8] {
    var encoder = CBOREncoder()
    encoder.array(count: 2)
    encoder.byteString(slots.bigEndianBytes)
    encoder.array(count: pointers.count)
    for pointer in pointers { KAMTNode.encode(pointer, to: &encoder) }
    return encoder.bytes
  }

  private static func encode(_ pointer: KAMTPointer, to encoder: inout CBOREncoder) {
    encoder.map(count: 1)
    switch pointer {
    case .bucket(let entries):
      encoder.text("v")
      encoder.array(count: entries.count)
      for entry in entries {
        encoder.array(count: 2)
        entry.key.encode(to: &encoder)
        encoder.raw(entry.value.slice)
      }
    case .link(let link, let skipped):
      encoder.text("l")
      encoder.array(count: 3)
      encoder.link(link.cid)
      encoder.unsigned(UInt64(skipped.count))
      encoder.byteString(skipped.bytes)
    case .dirty: preconditionFailure("a node is written after its children")
    }
  }

  /// Reads a node.
  ///
  /// - Parameters:
  ///   - block: The node's bytes.
  ///   - configuration: The layout.
  ///   - bit: How many bits of a key lead to the node; 0 is the root, which alone may be empty.
  ///   - parentBit: The same of the node above; `nil` for the root.
  /// - Throws: `CollectionError` with code `malformedNode`.
  init(
    decoding block: [UInt8], _ configuration: KAMTConfiguration, bit: Int, parentBit: Int?
  ) throws(CollectionError) {
    do {
      var decoder = CBORDecoder(block)
      try decoder.array(count: 2)
      slots = try BitSet256(bigEndianBytesFrom: &decoder)
      try readPointers(from: &decoder, block, configuration, bit: bit)
      try decoder.finish()
    } catch {
      throw CollectionError(.malformedNode, "KAMT node at bit \(bit)", cause: error)
    }
    guard let parentBit else { return }
    if isEmpty { throw CollectionError(.malformedNode, "empty KAMT node at bit \(bit)") }
    guard configuration.holdsEntries(at: parentBit) else { return }
    if pointers.count == 1 || collapsed(configuration) != nil {
      throw CollectionError(.malformedNode, "KAMT node at bit \(bit) should have been collapsed")
    }
  }

  private mutating func readPointers(
    from decoder: inout CBORDecoder, _ block: [UInt8], _ configuration: KAMTConfiguration, bit: Int
  ) throws(CBORError) {
    let start = decoder.offset
    let count = try decoder.array()
    let width = configuration.slotWidth(at: bit)
    guard count == slots.count, slots.next(atLeast: 1 << width) == nil else {
      throw CBORError(.wrongCount, at: start, "\(count) pointers for \(slots.count) slots")
    }
    pointers.reserveCapacity(count)
    for _ in 0..<count {
      let start = decoder.offset
      guard try decoder.map() == 1 else { throw CBORError(.wrongCount, at: start, "expected a map of one pair") }
      switch try decoder.text(limit: 1) {
      case "l": pointers.append(try KAMTNode.link(from: &decoder, configuration, bit: bit + width))
      case "v" where configuration.holdsEntries(at: bit):
        pointers.append(try KAMTNode.bucket(from: &decoder, block, configuration))
      case let key: throw CBORError(.invalidValue, at: start, "key '\(key)'")
      }
    }
  }

  private static func link(
    from decoder: inout CBORDecoder, _ configuration: KAMTConfiguration, bit: Int
  ) throws(CBORError) -> KAMTPointer {
    let start = decoder.offset
    try decoder.array(count: 3)
    let cid = try decoder.link()
    guard cid.codec == .dagCBOR else { throw CBORError(.invalidLink, at: start, "codec \(cid.codec)") }
    let count = try decoder.unsigned()
    let bytes = try decoder.byteString(limit: Bytes32.count)
    guard count <= 255, let skipped = KAMTBits(count: Int(count), bytes: bytes),
      skipped.count % configuration.bitWidth == 0, bit + skipped.count < KAMTConfiguration.keyBits
    else { throw CBORError(.invalidValue, at: start, "\(count) skipped bits in \(bytes.count) bytes") }
    return .link(NodeLink(cid), skipped)
  }

  private static func bucket(
    from decoder: inout CBORDecoder, _ block: [UInt8], _ configuration: KAMTConfiguration
  ) throws(CBORError) -> KAMTPointer {
    let start = decoder.offset
    let count = try decoder.array()
    guard (1...configuration.bucketSize).contains(count) else {
      throw CBORError(.wrongCount, at: start, "bucket of \(count) entries")
    }
    var entries: [KAMTEntry] = []
    for _ in 0..<count {
      try decoder.array(count: 2)
      let key = try Word256(from: &decoder)
      let value = try decoder.item()
      if let last = entries.last, !(last.key < key) {
        throw CBORError(.invalidValue, at: start, "bucket unsorted or with a key twice")
      }
      entries.append(KAMTEntry(key: key, value: ByteView(of: block, value.indices)))
    }
    return .bucket(entries)
  }
}
