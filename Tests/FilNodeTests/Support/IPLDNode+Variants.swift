import FilCore

extension IPLDNode {
  /// Integers at the ends of what a number can be.
  private static let integers: [IPLDInteger] = [
    0, 1, -1, IPLDInteger(UInt64(Int64.max)), IPLDInteger(negativeComplement: UInt64(Int64.max)), IPLDInteger(.max),
    IPLDInteger(negativeComplement: .max),
  ]
  /// Bytes that mean something somewhere: no number, zero, minus one, huge ones, a bit field of nearly all integers.
  private static let byteStrings: [[UInt8]] = [
    [], [0], [1, 1], [0] + [UInt8](repeating: 0xff, count: 40), [1] + [UInt8](repeating: 0xff, count: 40),
    BitField(0..<(.max - 1)).rlePlus, [UInt8](repeating: 0, count: 5_000),
  ]

  /// The node with one thing in it changed, for each thing and each change.
  var variants: [IPLDNode] {
    switch self {
    case .integer: Self.integers.map(IPLDNode.integer) + [.null]
    case .bool(let value): [.bool(!value), .null]
    case .bytes(let bytes): (Self.byteStrings + [bytes.dropLast(), bytes + bytes]).map(IPLDNode.bytes)
    case .null: [.integer(0), .bytes([]), .list([])]
    case .list(let elements): Self.variants(of: elements)
    default: [.null]
    }
  }

  private static func variants(of elements: [IPLDNode]) -> [IPLDNode] {
    var lists = [[], Array(elements.dropLast()), elements + elements.suffix(1), elements.reversed()]
    for (index, element) in elements.enumerated() {
      for variant in element.variants {
        var list = elements
        list[index] = variant
        lists.append(list)
      }
    }
    return lists.map(IPLDNode.list)
  }
}
