import FilCore

/// A copy with a few bytes changed, dropped, doubled or cut off.
func mutate(_ original: [UInt8], _ random: any RandomSource) -> [UInt8] {
  var bytes = original
  for _ in 0...random.next(below: 3) {
    guard !bytes.isEmpty else { return bytes }
    let index = Int(random.next(below: UInt64(bytes.count)))
    switch random.next(below: 5) {
    case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
    case 1: bytes[index] ^= 1 << UInt8(random.next(below: 8))
    case 2: bytes.remove(at: index)
    case 3: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 4)], at: index)
    default: bytes.removeLast(Int(random.next(below: UInt64(bytes.count) / 2 + 1)))
    }
  }
  return bytes
}
