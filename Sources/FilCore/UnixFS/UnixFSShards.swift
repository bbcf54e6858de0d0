/// The rules of sharded directories: which slot a name takes in a node at a depth, and how links are named.
struct UnixFSShards {
  let fanout: Int
  private let bits: Int
  /// How many hexadecimal digits stand before the name in a link.
  let prefixCount: Int
  /// The number of the hash function.
  static let murmur3: UInt64 = 0x22

  init(fanout: Int) throws(UnixFSError) {
    guard (8...1024).contains(fanout), fanout.nonzeroBitCount == 1 else {
      throw UnixFSError(.invalidOptions, "fanout \(fanout)")
    }
    self.fanout = fanout
    bits = fanout.trailingZeroBitCount
    prefixCount = String(fanout - 1, radix: 16).count
  }

  /// How many levels the bits of a hash can choose slots in.
  var maxDepth: Int { 64 / bits }

  static func hash(_ name: String) -> UInt64 { Murmur3.hash64(Array(name.utf8)) }

  /// The slot of a hash in a node at a depth, from its highest bits down.
  func slot(_ hash: UInt64, depth: Int) -> Int {
    Int((hash << UInt64(depth * bits)) >> UInt64(64 - bits))
  }

  /// The digits of a slot.
  func prefix(_ slot: Int) -> String {
    let digits = String(slot, radix: 16, uppercase: true)
    return String(repeating: "0", count: prefixCount - digits.count) + digits
  }

  /// Stores the nodes over entries with different names.
  func build<Store: Blockstore>(
    _ entries: [UnixFSEntry], _ writer: inout UnixFSBlockWriter<Store>
  ) throws(UnixFSError) -> UnixFSLink {
    try build(entries.map { ($0, UnixFSShards.hash($0.name)) }, depth: 0, &writer)
  }

  private func build<Store: Blockstore>(
    _ entries: [(entry: UnixFSEntry, hash: UInt64)], depth: Int, _ writer: inout UnixFSBlockWriter<Store>
  ) throws(UnixFSError) -> UnixFSLink {
    guard depth < maxDepth else { throw UnixFSError(.invalidName, "names with the same hash") }
    var links: [PBLink] = []
    let bySlot = Dictionary(grouping: entries) { slot($0.hash, depth: depth) }
    for slot in bySlot.keys.sorted() {
      guard let group = bySlot[slot] else { continue }
      if group.count == 1 {
        let (name, link) = (group[0].entry.name, group[0].entry.link)
        links.append(PBLink(cid: link.cid, name: prefix(slot) + name, totalSize: link.totalSize))
      } else {
        let link = try build(group, depth: depth + 1, &writer)
        links.append(PBLink(cid: link.cid, name: prefix(slot), totalSize: link.totalSize))
      }
    }
    return try writer.node(links, data(Array(bySlot.keys)))
  }

  /// The message of a node: its taken slots as a big-endian integer without leading zero bytes.
  private func data(_ slots: [Int]) -> UnixFSData {
    var bitmap = [UInt8](repeating: 0, count: fanout / 8)
    for slot in slots { bitmap[bitmap.count - 1 - slot / 8] |= 1 << UInt8(slot % 8) }
    var data = UnixFSData(kind: .shard)
    data.data = Array(bitmap.drop { $0 == 0 })
    data.hashType = UnixFSShards.murmur3
    data.fanout = UInt64(fanout)
    return data
  }
}
