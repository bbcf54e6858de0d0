extension BitField {
  /// The RLE+ form: unique for every set, and empty for the empty one.
  public var rlePlus: [UInt8] {
    guard let first = ranges.first else { return [] }
    var writer = RLEPlusWriter()
    writer.bits(0, 2)
    writer.bits(first.lowerBound == 0 ? 1 : 0, 1)
    var end: UInt64 = 0
    for range in ranges {
      if range.lowerBound > end { writer.length(range.lowerBound - end) }
      writer.length(range.length)
      end = range.upperBound
    }
    return writer.finish()
  }

  /// Reads the RLE+ form.
  ///
  /// - Throws: `BitFieldError` for anything but the unique form of a set.
  public init(rlePlus bytes: [UInt8]) throws(BitFieldError) {
    var reader = try RLEPlusReader(bytes)
    let version = reader.bits(2)
    guard version == 0 else { throw .unsupportedVersion(Int(version)) }
    var isRunOfMembers = reader.bits(1) == 1
    var ranges: [Range<UInt64>] = []
    var end: UInt64 = 0
    while let length = try reader.length() {
      let (next, overflow) = end.addingReportingOverflow(length)
      guard !overflow else { throw .outOfRange }
      if isRunOfMembers { ranges.append(end..<next) }
      isRunOfMembers.toggle()
      end = next
    }
    // The run before was then one of zeros.
    guard !isRunOfMembers else { throw .notMinimal }
    self.init(canonical: ranges)
  }

  /// Requires that the encoded form is short enough for the chain.
  ///
  /// - Throws: `BitFieldError.tooLong`.
  public func checkEncodedLength() throws(BitFieldError) {
    let count = rlePlus.count
    guard count <= BitField.maxEncodedBytes else { throw .tooLong(count) }
  }
}

extension BitField: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.byteString(rlePlus) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    let start = decoder.offset
    let bytes = try decoder.byteString(limit: BitField.maxEncodedBytes)
    do {
      try self.init(rlePlus: bytes)
    } catch {
      throw CBORError(.invalidValue, at: start, "bit field: \(error)")
    }
  }
}
