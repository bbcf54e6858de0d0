/// An AMT over canonical CBOR values, without the type of its values: the concrete code below `AMT`.
struct AMTTree: Sendable {
  let configuration: AMTConfiguration
  var height = 0
  var count: UInt64 = 0
  var root = AMTNode()
  /// The root's CID while nothing has changed since it was read or written.
  private var stored: CID?

  init(_ configuration: AMTConfiguration) {
    self.configuration = configuration
  }

  init(root cid: CID, in store: some Blockstore, form: AMTConfiguration.Form) throws(CollectionError) {
    let block = try store.nodeBytes(cid)
    do {
      try self.init(decoding: block, form)
    } catch {
      throw CollectionError(.malformedNode, "AMT root \(cid)", cause: error)
    }
    stored = cid
  }

  private init(decoding block: [UInt8], _ form: AMTConfiguration.Form) throws(CBORError) {
    var decoder = CBORDecoder(block)
    configuration = try AMTTree.readConfiguration(from: &decoder, form)
    let start = decoder.offset
    let height = try decoder.unsigned()
    guard configuration.allows(height: height) else {
      throw CBORError(.invalidValue, at: start, "height \(height)")
    }
    self.height = Int(height)
    count = try decoder.unsigned()
    root = try AMTNode(from: &decoder, block, configuration, height: self.height)
    try decoder.finish()
    guard count == 0 || count - 1 <= configuration.maxIndex(height: self.height) else {
      throw CBORError(.invalidValue, at: start, "\(count) elements at height \(height)")
    }
    guard height == 0 || !root.isEmpty else { throw CBORError(.invalidValue, at: start, "empty at height \(height)") }
  }

  private static func readConfiguration(
    from decoder: inout CBORDecoder, _ form: AMTConfiguration.Form
  ) throws(CBORError) -> AMTConfiguration {
    guard form == .current else {
      try decoder.array(count: 3)
      return .legacy
    }
    try decoder.array(count: 4)
    let start = decoder.offset
    let bitWidth = try decoder.unsigned()
    guard (1...8).contains(bitWidth) else { throw CBORError(.invalidValue, at: start, "bit width \(bitWidth)") }
    return AMTConfiguration(bitWidth: Int(bitWidth))
  }

  /// The value at an index.
  func value(at index: UInt64, _ nodes: AMTNodes<some Blockstore>) throws(CollectionError) -> ByteView? {
    try AMTTree.check(index)
    guard index <= configuration.maxIndex(height: height) else { return nil }
    var node = root
    for level in stride(from: height, through: 0, by: -1) {
      let slot = configuration.slot(of: index, height: level)
      guard node.slots.contains(slot) else { return nil }
      let position = node.slots.rank(slot)
      if level == 0 { return node.values[position] }
      node = try nodes.child(node.children[position], height: level - 1)
    }
    return nil
  }

  static func check(_ index: UInt64) throws(CollectionError) {
    guard index <= AMTConfiguration.maxIndex else { throw CollectionError(.indexOutOfRange, "index \(index)") }
  }

  /// Forgets the root's CID: something is about to change.
  mutating func markChanged() { stored = nil }
}

extension AMTTree {
  /// Writes the changed nodes in one batch, children before parents, and gives the root's CID.
  mutating func flush(to store: some Blockstore) throws(CollectionError) -> CID {
    if let stored { return stored }
    var blocks: [Block] = []
    let written = root.flushed(configuration, into: &blocks)
    let block = Block(dagCBOR: encoded(written))
    blocks.append(block)
    try store.putNodes(blocks)
    root = written
    stored = block.cid
    return block.cid
  }

  private func encoded(_ root: AMTNode) -> [UInt8] {
    var encoder = CBOREncoder()
    encoder.array(count: configuration.form == .current ? 4 : 3)
    if configuration.form == .current { encoder.unsigned(UInt64(configuration.bitWidth)) }
    encoder.unsigned(UInt64(height))
    encoder.unsigned(count)
    root.encode(to: &encoder, configuration)
    return encoder.bytes
  }
}
