extension AMTNode {
  /// Writes the node; every child must be a link.
  func encode(to encoder: inout CBOREncoder, _ configuration: AMTConfiguration) {
    encoder.array(count: 3)
    encoder.byteString((0..<configuration.bitmapBytes).map { slots.byte($0) })
    encoder.array(count: children.count)
    for child in children {
      guard case .link(let cid, _) = child else { preconditionFailure("a node is written after its children") }
      encoder.link(cid)
    }
    encoder.array(count: values.count)
    for value in values { encoder.raw(value.slice) }
  }

  /// Reads a node at a height from a decoder over `block`.
  init(
    from decoder: inout CBORDecoder, _ block: [UInt8], _ configuration: AMTConfiguration, height: Int
  ) throws(CBORError) {
    try decoder.array(count: 3)
    try readSlots(from: &decoder, configuration)
    let start = decoder.offset
    try readChildren(from: &decoder)
    try readValues(from: &decoder, block)
    guard children.count + values.count == slots.count else {
      throw CBORError(.wrongCount, at: start, "\(children.count) links and \(values.count) values")
    }
    guard height == 0 ? children.isEmpty : values.isEmpty else {
      throw CBORError(.invalidValue, at: start, height == 0 ? "links in a leaf" : "values above the leaves")
    }
  }

  private mutating func readSlots(
    from decoder: inout CBORDecoder, _ configuration: AMTConfiguration
  ) throws(CBORError) {
    let start = decoder.offset
    let bitmap = try decoder.byteSlice(limit: BitSet256.byteCount)
    guard bitmap.count == configuration.bitmapBytes else {
      throw CBORError(.wrongCount, at: start, "bitmap of \(bitmap.count) bytes")
    }
    // Narrow nodes have fewer slots than a byte has bits; the bits above them mean nothing.
    let mask: UInt8 = configuration.width < 8 ? 1 << UInt8(configuration.width) - 1 : 0xff
    for (number, byte) in bitmap.enumerated() { slots.insert(byte: byte & mask, at: number) }
  }

  private mutating func readChildren(from decoder: inout CBORDecoder) throws(CBORError) {
    let start = decoder.offset
    let count = try decoder.array()
    guard count <= slots.count else { throw CBORError(.wrongCount, at: start, "\(count) links") }
    children.reserveCapacity(count)
    for _ in 0..<count {
      let start = decoder.offset
      let cid = try decoder.link()
      guard cid.codec == .dagCBOR else { throw CBORError(.invalidLink, at: start, "codec \(cid.codec)") }
      children.append(.link(cid, NodeCache()))
    }
  }

  private mutating func readValues(from decoder: inout CBORDecoder, _ block: [UInt8]) throws(CBORError) {
    let start = decoder.offset
    let count = try decoder.array()
    guard count <= slots.count else { throw CBORError(.wrongCount, at: start, "\(count) values") }
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(ByteView(of: block, try decoder.item().indices)) }
  }
}
