internal import CFilKernels
internal import FilCore

extension ProjectivePoint {
  /// The multiple by a 256-bit integer, little-endian.
  ///
  /// Which additions are done and which memory is read does not depend on the integer, so it may be a secret.
  func multiplied(by scalar: Bytes32) -> ProjectivePoint {
    let table = ProjectivePoint.multiples(of: self)
    var result = ProjectivePoint.infinity
    for index in (0..<64).reversed() {
      for _ in 0..<4 { result = result.doubled() }
      let digit = Int(scalar[index / 2] >> UInt8(index % 2 * 4) & 15)
      result = result + .select(digit, from: table)
    }
    return result
  }

  /// The multiples by 0 to 15.
  static func multiples(of point: ProjectivePoint) -> [ProjectivePoint] {
    (1..<16).reduce(into: [ProjectivePoint.infinity]) { table, _ in table.append(table[table.count - 1] + point) }
  }

  /// Reads the whole table and keeps one entry.
  static func select(_ index: Int, from table: [ProjectivePoint]) -> ProjectivePoint {
    var result = ProjectivePoint.infinity
    let limbs = MemoryLayout<ProjectivePoint>.size / 8
    table.withUnsafeBytes { source in
      withUnsafeMutableBytes(of: &result) { target in
        fil_fp_select(
          target.baseAddress?.assumingMemoryBound(to: UInt64.self),
          source.baseAddress?.assumingMemoryBound(to: UInt64.self), Int32(table.count), Int32(limbs), Int32(index))
      }
    }
    return result
  }

  /// The multiple by the absolute value of the curve's parameter.
  func multipliedByParameter() -> ProjectivePoint {
    var result = self
    for bit in (0..<63).reversed() {
      result = result.doubled()
      if curveParameter >> UInt64(bit) & 1 == 1 { result = result + self }
    }
    return result
  }
}
