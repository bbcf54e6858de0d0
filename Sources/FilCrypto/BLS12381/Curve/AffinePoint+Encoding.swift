/// The encodings of points that Zcash introduced: big-endian coordinates, with three flags in the top bits.
extension AffinePoint {
  private static var compressedFlag: UInt8 { 0x80 }
  private static var infinityFlag: UInt8 { 0x40 }
  private static var signFlag: UInt8 { 0x20 }

  /// x with the sign of y.
  var compressed: [UInt8] {
    var bytes = x.canonicalBytes
    bytes[0] |= AffinePoint.compressedFlag
    if isInfinity { bytes[0] |= AffinePoint.infinityFlag }
    if !isInfinity && y.isLargerHalf { bytes[0] |= AffinePoint.signFlag }
    return bytes
  }

  /// x and y.
  var uncompressed: [UInt8] {
    var bytes = x.canonicalBytes + y.canonicalBytes
    if isInfinity { bytes[0] |= AffinePoint.infinityFlag }
    return bytes
  }

  /// Reads x with the sign of y; the subgroup is not looked at.
  init(compressedOnCurve bytes: [UInt8]) throws(PointDecodingError) {
    let flags = try AffinePoint.flags(of: bytes, count: Field.encodedCount)
    guard flags & AffinePoint.compressedFlag != 0 else { throw .invalidFlags }
    if flags & AffinePoint.infinityFlag != 0 {
      try AffinePoint.checkInfinity(bytes, flags)
      self = .infinity
      return
    }
    let x = try AffinePoint.coordinate(bytes[...])
    guard let root = (x.squared() * x + Field.curveConstant).squareRoot() else { throw .notOnCurve }
    let isLarger = flags & AffinePoint.signFlag != 0
    self.init(x: x, y: root.isLargerHalf == isLarger ? root : -root)
  }

  /// Reads x and y; the subgroup is not looked at.
  init(uncompressedOnCurve bytes: [UInt8]) throws(PointDecodingError) {
    let flags = try AffinePoint.flags(of: bytes, count: 2 * Field.encodedCount)
    guard flags & (AffinePoint.compressedFlag | AffinePoint.signFlag) == 0 else { throw .invalidFlags }
    if flags & AffinePoint.infinityFlag != 0 {
      try AffinePoint.checkInfinity(bytes, flags)
      self = .infinity
      return
    }
    self.init(
      x: try AffinePoint.coordinate(bytes.prefix(Field.encodedCount)),
      y: try AffinePoint.coordinate(bytes.suffix(Field.encodedCount)))
    guard isOnCurve, !isInfinity else { throw .notOnCurve }
  }

  /// This point, if it is in the subgroup.
  func checkedForSubgroup() throws(PointDecodingError) -> AffinePoint {
    guard isInSubgroup else { throw .notInSubgroup }
    return self
  }

  private static func flags(of bytes: [UInt8], count: Int) throws(PointDecodingError) -> UInt8 {
    guard bytes.count == count else { throw .wrongLength(bytes.count) }
    return bytes[0] & 0xe0
  }

  private static func checkInfinity(_ bytes: [UInt8], _ flags: UInt8) throws(PointDecodingError) {
    guard flags & signFlag == 0 else { throw .invalidFlags }
    guard bytes[0] == flags, bytes.dropFirst().allSatisfy({ $0 == 0 }) else { throw .notCanonical }
  }

  /// The canonical coordinate in `bytes`, flags aside.
  private static func coordinate(_ bytes: ArraySlice<UInt8>) throws(PointDecodingError) -> Field {
    var bytes = Array(bytes)
    if !bytes.isEmpty { bytes[0] &= 0x1f }
    guard let value = Field(canonical: bytes[...]) else { throw .notCanonical }
    return value
  }
}
