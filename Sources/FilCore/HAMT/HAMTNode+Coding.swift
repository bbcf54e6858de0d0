extension HAMTNode {
  /// The canonical form; every child must be a link.
  func encoded(_ form: HAMTConfiguration.Form) -> [UInt8] {
    var encoder = CBOREncoder()
    encoder.array(count: 2)
    encoder.byteString(slots.bigEndianBytes)
    encoder.array(count: pointers.count)
    for pointer in pointers { HAMTNode.encode(pointer, form, to: &encoder) }
    return encoder.bytes
  }

  private static func encode(_ pointer: HAMTPointer, _ form: HAMTConfiguration.Form, to encoder: inout CBOREncoder) {
    if form == .legacy {
      encoder.map(count: 1)
      if case .bucket = pointer { encoder.text("1") } else { encoder.text("0") }
    }
    switch pointer {
    case .bucket(let entries):
      encoder.array(count: entries.count)
      for entry in entries { encoder.raw(entry.pair) }
    case .link(let link): encoder.link(link.cid)
    case .dirty: preconditionFailure("a node is written after its children")
    }
  }

  /// Reads a node.
  ///
  /// - Parameters:
  ///   - block: The node's bytes.
  ///   - configuration: The layout.
  ///   - depth: The node's level; 0 is the root, which alone may be empty.
  /// - Throws: `CollectionError` with code `malformedNode`.
  init(decoding block: [UInt8], _ configuration: HAMTConfiguration, depth: Int) throws(CollectionError) {
    do {
      var decoder = CBORDecoder(block)
      try decoder.array(count: 2)
      slots = try BitSet256(bigEndianBytesFrom: &decoder)
      try readPointers(from: &decoder, block, configuration)
      try decoder.finish()
    } catch {
      throw CollectionError(.malformedNode, "HAMT node at level \(depth)", cause: error)
    }
    guard depth > 0 else { return }
    if isEmpty { throw CollectionError(.malformedNode, "empty HAMT node at level \(depth)") }
    if configuration.form == .current, collapsed != nil {
      throw CollectionError(.malformedNode, "HAMT node at level \(depth) should have been collapsed")
    }
  }

  private mutating func readPointers(
    from decoder: inout CBORDecoder, _ block: [UInt8], _ configuration: HAMTConfiguration
  ) throws(CBORError) {
    let start = decoder.offset
    let count = try decoder.array()
    guard count == slots.count, count <= 1 << configuration.bitWidth else {
      throw CBORError(.wrongCount, at: start, "\(count) pointers for \(slots.count) slots")
    }
    pointers.reserveCapacity(count)
    for _ in 0..<count {
      switch configuration.form {
      case .current: pointers.append(try HAMTNode.pointer(from: &decoder, block))
      case .legacy: pointers.append(try HAMTNode.legacyPointer(from: &decoder, block))
      }
    }
  }

  private static func pointer(
    from decoder: inout CBORDecoder, _ block: [UInt8]
  ) throws(CBORError) -> HAMTPointer {
    try decoder.peek() == .link ? try link(from: &decoder) : try bucket(from: &decoder, block)
  }

  private static func legacyPointer(
    from decoder: inout CBORDecoder, _ block: [UInt8]
  ) throws(CBORError) -> HAMTPointer {
    let start = decoder.offset
    guard try decoder.map() == 1 else { throw CBORError(.wrongCount, at: start, "expected a map of one pair") }
    switch try decoder.text(limit: 1) {
    case "0": return try link(from: &decoder)
    case "1": return try bucket(from: &decoder, block)
    case let key: throw CBORError(.invalidValue, at: start, "key '\(key)'")
    }
  }

  private static func link(from decoder: inout CBORDecoder) throws(CBORError) -> HAMTPointer {
    let start = decoder.offset
    let cid = try decoder.link()
    guard cid.codec == .dagCBOR else { throw CBORError(.invalidLink, at: start, "codec \(cid.codec)") }
    return .link(NodeLink(cid))
  }

  private static func bucket(
    from decoder: inout CBORDecoder, _ block: [UInt8]
  ) throws(CBORError) -> HAMTPointer {
    let start = decoder.offset
    let count = try decoder.array()
    guard (1...HAMTConfiguration.bucketSize).contains(count) else {
      throw CBORError(.wrongCount, at: start, "bucket of \(count) entries")
    }
    var entries: [HAMTEntry] = []
    entries.reserveCapacity(count)
    for _ in 0..<count {
      let pairStart = decoder.offset
      try decoder.array(count: 2)
      let key = try decoder.byteSlice()
      try decoder.skip()
      let entry = HAMTEntry(of: block, pair: pairStart..<decoder.offset, key: key.indices)
      if let last = entries.last, !(last.key < entry.key) {
        throw CBORError(.invalidValue, at: start, "bucket unsorted or with a key twice")
      }
      entries.append(entry)
    }
    return .bucket(entries)
  }
}
