public import FilCore

extension Gt {
  /// The power by a little-endian 256-bit integer, in time that depends on the integer.
  public func raised(to scalar: Bytes32) -> Gt {
    var result = Gt.one
    for bit in (0..<256).reversed() {
      result = result.squared()
      if scalar[bit / 8] >> UInt8(bit % 8) & 1 == 1 { result = result * self }
    }
    return result
  }
}
