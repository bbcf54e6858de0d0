internal import FilCore

/// The order of G1, G2 and the target group.
enum GroupOrder {
  /// r as limbs, the least significant first.
  private static let limbs: [UInt64] = [
    0xffff_ffff_0000_0001, 0x53bd_a402_fffe_5bfe, 0x3339_d808_09a1_d805, 0x73ed_a753_299d_7d48,
  ]

  /// Whether a little-endian integer is below the order.
  static func contains(_ scalar: Bytes32) -> Bool {
    subtracting(from: limbs(of: scalar)) == nil
  }

  /// A big-endian integer of any length modulo the order, as little-endian bytes.
  ///
  /// Bit by bit: for the few dozen bytes from which keys are made.
  static func reduce(bigEndian bytes: [UInt8]) -> Bytes32 {
    var value = [UInt64](repeating: 0, count: 4)
    for byte in bytes {
      for bit in (0..<8).reversed() {
        // The order has 255 bits, so that twice a reduced value and one more still fit.
        for index in (1..<4).reversed() { value[index] = value[index] << 1 | value[index - 1] >> 63 }
        value[0] = value[0] << 1 | UInt64(byte >> UInt8(bit) & 1)
        value = subtracting(from: value) ?? value
      }
    }
    return Bytes32 { out in
      for (index, limb) in value.enumerated() {
        out.storeBytes(of: limb.littleEndian, toByteOffset: 8 * index, as: UInt64.self)
      }
    }
  }

  private static func limbs(of scalar: Bytes32) -> [UInt64] {
    scalar.withUnsafeBytes { bytes in
      (0..<4).map { UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self)) }
    }
  }

  /// The value less the order; `nil` if it is below.
  private static func subtracting(from value: [UInt64]) -> [UInt64]? {
    var borrow: UInt64 = 0
    let difference = zip(value, limbs).map { limb, orderLimb in
      let (first, under) = limb.subtractingReportingOverflow(orderLimb)
      let (second, underAgain) = first.subtractingReportingOverflow(borrow)
      borrow = under || underAgain ? 1 : 0
      return second
    }
    return borrow == 0 ? difference : nil
  }
}
