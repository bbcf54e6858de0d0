internal import FilCore
internal import FilCrypto

/// The two commitments that CommR is made of, as a sector's auxiliary file keeps them.
struct SectorAuxiliary: Hashable, Sendable {
  let commC: Bytes32
  let commRLast: Bytes32

  /// The commitment to the replica; `nil` if one of the two is no field element.
  var commR: Bytes32? {
    guard let left = Fr(littleEndian: commC), let right = Fr(littleEndian: commRLast) else { return nil }
    return Poseidon.arity2.hash([left, right]).littleEndian
  }

  func write(to storage: some SectorStorage) throws(SealError) {
    try storing { () throws(SectorStorageError) in
      try storage.write(commC.bytes + commRLast.bytes, to: .auxiliary, at: 0)
    }
  }

  init(commC: Bytes32, commRLast: Bytes32) {
    self.commC = commC
    self.commRLast = commRLast
  }

  /// Reads the auxiliary file.
  init(from storage: some SectorStorage) throws(SealError) {
    let bytes = try storing { () throws(SectorStorageError) in try storage.read(.auxiliary, at: 0, count: 64) }
    guard let commC = Bytes32(bytes[..<32]), let commRLast = Bytes32(bytes[32...]) else {
      throw SealError(.corrupt, "p_aux: not two commitments")
    }
    self.init(commC: commC, commRLast: commRLast)
  }
}
