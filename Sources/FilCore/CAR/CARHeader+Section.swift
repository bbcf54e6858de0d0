extension CARHeader {
  /// The header as it stands at the start of a CAR of version 1, its length first.
  public var section: [UInt8] {
    let cbor = cbor
    return Varint.encode(UInt64(cbor.count)) + cbor
  }
}

extension Block {
  /// The block as it stands in a CAR: the length of what follows, the CID, the bytes.
  public var carSection: [UInt8] {
    let name = cid.bytes
    var section: [UInt8] = []
    section.reserveCapacity(Varint.maxBytes + name.count + bytes.count)
    Varint.append(UInt64(name.count + bytes.count), to: &section)
    section.append(contentsOf: name)
    section.append(contentsOf: bytes)
    return section
  }
}
