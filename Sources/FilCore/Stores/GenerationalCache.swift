/// Blocks in two generations: when the younger one is full it takes the place of the older one, which is forgotten.
///
/// A block that is asked for becomes young again, so that what is in use stays, at the cost of a table's look-up.
struct GenerationalCache {
  /// What a block takes beside its bytes, about: its place in a table, and what an array takes.
  static let overhead = 128

  private let generationLimit: Int
  private var young: [CID: [UInt8]] = [:]
  private var old: [CID: [UInt8]] = [:]
  private var youngBytes = 0
  private var oldBytes = 0

  init(byteLimit: Int) {
    generationLimit = max(0, byteLimit / 2)
  }

  /// How many bytes the blocks that are here take.
  var bytes: Int { youngBytes + oldBytes }

  func contains(_ cid: CID) -> Bool { young[cid] != nil || old[cid] != nil }

  mutating func get(_ cid: CID) -> [UInt8]? {
    if let bytes = young[cid] { return bytes }
    guard let bytes = old.removeValue(forKey: cid) else { return nil }
    oldBytes -= GenerationalCache.cost(bytes)
    insert(bytes, for: cid)
    return bytes
  }

  mutating func insert(_ bytes: [UInt8], for cid: CID) {
    let cost = GenerationalCache.cost(bytes)
    guard cost <= generationLimit else { return }
    if let before = old.removeValue(forKey: cid) { oldBytes -= GenerationalCache.cost(before) }
    if let before = young.removeValue(forKey: cid) { youngBytes -= GenerationalCache.cost(before) }
    if youngBytes + cost > generationLimit {
      (old, oldBytes) = (young, youngBytes)
      (young, youngBytes) = ([:], 0)
    }
    young[cid] = bytes
    youngBytes += cost
  }

  private static func cost(_ bytes: [UInt8]) -> Int { bytes.count + overhead }
}
