import FilCore
import FilProofs

/// A sealed 2 KiB sector with data from a seed, and all that proofs of it need.
struct SealedSample {
  static let miner: ActorID = 1000

  let type: RegisteredSealProof
  let number: SectorNumber
  let storage: any SectorStorage
  let pieces: [PieceCommitment]
  let data: [UInt8]
  let commitments: SealCommitments

  init(
    number: SectorNumber = 7, type: RegisteredSealProof = RegisteredSealProof(.v1_1, .kib2),
    in storage: any SectorStorage = InMemorySectorStorage()
  ) throws {
    self.storage = storage
    self.type = type
    self.number = number
    let parameters = try PoRepParameters(type)
    data = Self.bytes("data/\(number)", count: Int(parameters.sectorSize / 128 * 127) - 300)
    var packer = SectorPacker(sectorSize: parameters.sectorSize, storage: storage)
    try packer.add(data)
    pieces = try packer.finish()
    let identity = SealIdentity(SectorID(miner: Self.miner, number: number), ticket: Self.ticket)
    let expected = try DataCommitment.ofSector(pieces: pieces, sectorSize: parameters.sectorSize)
    commitments = try SectorSealer(parameters).seal(identity, expected: expected, in: storage)
  }

  static let ticket = SHA256.hash(Array("ticket".utf8))

  static func bytes(_ seed: String, count: Int) -> [UInt8] {
    Array((0..<(count + 31) / 32).flatMap { SHA256.hash(Array("\(seed)/\($0)".utf8)).bytes }[..<count])
  }

  var sealRequest: SealProofRequest {
    SealProofRequest(
      type: type, sector: SectorID(miner: Self.miner, number: number), ticket: Self.ticket,
      seed: SHA256.hash(Array("seed".utf8)), sealedCID: commitments.sealedCID, unsealedCID: commitments.unsealedCID)
  }

  var postSector: PoStProofRequest.Sector {
    PoStProofRequest.Sector(
      PoStSector(sealProof: type, number: number, sealedCID: commitments.sealedCID), storage: storage)
  }

  func winningRequest(_ randomness: Bytes32) throws -> PoStProofRequest {
    PoStProofRequest(
      type: RegisteredPoStProof(.winning, type.sectorSize ?? .kib2), prover: Self.miner, randomness: randomness,
      sectors: [postSector])
  }
}
