public import FilChain
public import FilCore
public import FilProofs

/// Sectors that are sealed before there is a chain; their data and tickets come from a seed.
public enum GenesisSectors {
  /// Seals sectors for a miner.
  ///
  /// - Parameters:
  ///   - miner: The number that the miner will have.
  ///   - count: How many.
  ///   - sealProof: How.
  ///   - seed: Decides data and tickets.
  ///   - storage: Makes the place for each sector's files.
  /// - Returns: The sectors, numbered from 0.
  /// - Throws: `MinerError` if sealing fails.
  public static func seal(
    miner: ActorID, count: Int, sealProof: RegisteredSealProof, seed: Bytes32,
    storage: (SectorID) throws -> any SectorStorage
  ) throws(MinerError) -> [SealedSector] {
    guard let size = sealProof.sectorSize, let pieceSize = PaddedPieceSize(rawValue: size.rawValue) else {
      throw MinerError(.proofs, "seal proof \(sealProof) does not exist")
    }
    var sectors: [SealedSector] = []
    for number in 0..<SectorNumber(max(0, count)) {
      let id = SectorID(miner: miner, number: number)
      let source = BLAKE2b.hash256(seed.bytes + id.miner.keyBytes + [0] + number.keyBytes)
      let place = try orFail(.storage) { () throws(any Error) in try storage(id) }
      var builder = try SectorBuilder(id, sealProof: sealProof, storage: place)
      try builder.add(bytes(from: source, count: Int(pieceSize.unpadded)))
      sectors.append(try builder.seal(ticket: BLAKE2b.hash256(source.bytes + [1])))
    }
    return sectors
  }

  private static func bytes(from source: Bytes32, count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + Bytes32.count)
    var counter: UInt64 = 0
    while bytes.count < count {
      bytes += BLAKE2b.hash256(source.bytes + counter.keyBytes).bytes
      counter += 1
    }
    return Array(bytes[..<count])
  }
}

extension SealedSector {
  /// The sector for a genesis, without a deal.
  public var forGenesis: GenesisSector {
    GenesisSector(
      number: id.number, sealProof: sealProof, sealedCID: commitments.sealedCID, unsealedCID: commitments.unsealedCID)
  }
}
