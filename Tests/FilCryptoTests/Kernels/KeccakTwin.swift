/// Keccak-256 bit by bit from its definition: the twin that the kernel is compared with.
enum KeccakTwin {
  static func hash(_ message: [UInt8]) -> [UInt8] {
    let rate = 136
    var padded = message + [1]
    while !padded.count.isMultiple(of: rate) { padded.append(0) }
    padded[padded.count - 1] |= 0x80
    var lanes = [[UInt64]](repeating: [UInt64](repeating: 0, count: 5), count: 5)
    for start in stride(from: 0, to: padded.count, by: rate) {
      for index in 0..<(rate / 8) {
        let bytes = padded[(start + 8 * index)..<(start + 8 * index + 8)]
        lanes[index % 5][index / 5] ^= bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
      }
      permute(&lanes)
    }
    return (0..<32).map { UInt8(truncatingIfNeeded: lanes[$0 / 8][0] >> UInt64(8 * ($0 % 8))) }
  }

  private static func permute(_ a: inout [[UInt64]]) {
    var register: UInt8 = 1
    for _ in 0..<24 {
      let c = a.map { $0.reduce(0, ^) }
      for x in 0..<5 {
        for y in 0..<5 { a[x][y] ^= c[(x + 4) % 5] ^ rotate(c[(x + 1) % 5], 1) }
      }
      var b = a
      var (x, y) = (1, 0)
      b[0][0] = a[0][0]
      for t in 0..<24 {
        b[y][(2 * x + 3 * y) % 5] = rotate(a[x][y], (t + 1) * (t + 2) / 2 % 64)
        (x, y) = (y, (2 * x + 3 * y) % 5)
      }
      for x in 0..<5 {
        for y in 0..<5 { a[x][y] = b[x][y] ^ (~b[(x + 1) % 5][y] & b[(x + 2) % 5][y]) }
      }
      for j in 0..<7 {
        if register & 1 == 1 { a[0][0] ^= 1 << UInt64((1 << j) - 1) }
        register = register << 1 ^ (register >> 7 == 1 ? 0x71 : 0)
      }
    }
  }

  private static func rotate(_ value: UInt64, _ count: Int) -> UInt64 {
    count == 0 ? value : value << UInt64(count) | value >> UInt64(64 - count)
  }
}
