import FilCore
import FilProofs
import Testing

@Suite("Vanilla proofs", .timeLimit(.minutes(15)))
struct VanillaProofsTests {
  static let scheme = VanillaProofs()
  static let unchecked = VanillaProofs(checksOwnProofs: false)

  /// Randomness whose winning challenges reach every group of eight leaves of sector 7; the top bits are set, as they
  /// do not count.
  static func reachingRandomness() throws -> Bytes32 {
    let challenges = PoStChallenges(try PoStParameters(RegisteredPoStProof(.winning, .kib2)))
    let candidates = (0..<100).map { index in
      var randomness = SHA256.hash(Array("randomness/\(index)".utf8))
      randomness[31] &= 0x3f
      return randomness
    }
    var reaching = try #require(
      candidates.first {
        Set(challenges.leaves(sector: 7, position: 0, randomness: $0).map { $0 / 8 }).count == 8
      })
    reaching[31] |= 0xc0
    return reaching
  }

  @Test("a seal's proof verifies, and fits", arguments: RegisteredSealProof.Version.allCases)
  func seal(_ version: RegisteredSealProof.Version) throws {
    let sample = try SealedSample(type: RegisteredSealProof(version, .kib2))
    let proof = try Self.scheme.proveSeal(sample.sealRequest, in: sample.storage)
    #expect(try Self.scheme.verifySeal(sample.sealRequest.verifyInfo(proof: proof)))
    #expect(proof.count < 28_088)
  }

  @Test("a seal's proof does not verify for other inputs")
  func otherSeal() throws {
    let sample = try SealedSample()
    let request = sample.sealRequest
    let proof = try Self.scheme.proveSeal(request, in: sample.storage)
    let other = Bytes32.zero
    let requests = [
      SealProofRequest(
        type: request.type, sector: SectorID(miner: 1001, number: 7), ticket: request.ticket, seed: request.seed,
        sealedCID: request.sealedCID, unsealedCID: request.unsealedCID),
      SealProofRequest(
        type: request.type, sector: SectorID(miner: 1000, number: 8), ticket: request.ticket, seed: request.seed,
        sealedCID: request.sealedCID, unsealedCID: request.unsealedCID),
      SealProofRequest(
        type: request.type, sector: request.sector, ticket: other, seed: request.seed,
        sealedCID: request.sealedCID, unsealedCID: request.unsealedCID),
      SealProofRequest(
        type: request.type, sector: request.sector, ticket: request.ticket, seed: other,
        sealedCID: request.sealedCID, unsealedCID: request.unsealedCID),
      SealProofRequest(
        type: request.type, sector: request.sector, ticket: request.ticket, seed: request.seed,
        sealedCID: CID(sealedCommitment: other), unsealedCID: request.unsealedCID),
      SealProofRequest(
        type: request.type, sector: request.sector, ticket: request.ticket, seed: request.seed,
        sealedCID: request.sealedCID, unsealedCID: CID(unsealedCommitment: other)),
      SealProofRequest(
        type: RegisteredSealProof(.v1, .kib2), sector: request.sector, ticket: request.ticket, seed: request.seed,
        sealedCID: request.sealedCID, unsealedCID: request.unsealedCID),
    ]
    for request in requests {
      #expect(try !Self.scheme.verifySeal(request.verifyInfo(proof: proof)), "\(request)")
    }
  }

  @Test("a flipped bit in any byte of a seal's proof is refused")
  func flippedSealProof() throws {
    let sample = try SealedSample()
    let proof = try Self.scheme.proveSeal(sample.sealRequest, in: sample.storage)
    for position in Self.densePositions(proof.count) {
      var damaged = proof
      damaged[position] ^= 1 << UInt8(position % 8)
      #expect(
        try !Self.scheme.verifySeal(sample.sealRequest.verifyInfo(proof: damaged)), "byte \(position)")
    }
  }

  @Test("a flipped bit in any byte of a winning PoSt is refused")
  func flippedWinningProof() throws {
    let sample = try SealedSample()
    let request = try sample.winningRequest(try Self.reachingRandomness())
    let proof = try Self.scheme.proveWinningPoSt(request)
    for position in Self.densePositions(proof.bytes.count) {
      var bytes = proof.bytes
      bytes[position] ^= 1 << UInt8(position % 8)
      let info = request.verifyInfo(proof: PoStProof(type: proof.type, bytes: bytes))
      #expect(try !Self.scheme.verifyWinningPoSt(info), "byte \(position)")
    }
  }

  @Test("proofs that are cut or extended are refused")
  func wrongLength() throws {
    let sample = try SealedSample()
    let proof = try Self.scheme.proveSeal(sample.sealRequest, in: sample.storage)
    let wrong = [[], Array(proof.dropLast()), Array(proof.dropLast(32)), proof + [0], proof + proof]
    for bytes in wrong {
      #expect(try !Self.scheme.verifySeal(sample.sealRequest.verifyInfo(proof: bytes)))
    }
  }

  @Test("any flipped byte of the replica is refused, where the challenges reach it", arguments: 0..<8)
  func flippedReplica(_ part: Int) throws {
    let sample = try SealedSample()
    let request = try sample.winningRequest(try Self.reachingRandomness())
    let replica = try sample.storage.read(.sealed)
    for position in 256 * part..<256 * (part + 1) {
      try sample.storage.write([replica[position] ^ 1 << UInt8(position % 8)], to: .sealed, at: UInt64(position))
      try expectRefused(request, "byte \(position)")
      try sample.storage.write([replica[position]], to: .sealed, at: UInt64(position))
    }
    #expect(try Self.scheme.verifyWinningPoSt(request.verifyInfo(proof: try Self.scheme.proveWinningPoSt(request))))
  }

  /// With the check off the proof is made and does not verify; with it on, none is made.
  private func expectRefused(_ request: PoStProofRequest, _ what: String) throws {
    let proof = try Self.unchecked.proveWinningPoSt(request)
    #expect(try !Self.scheme.verifyWinningPoSt(request.verifyInfo(proof: proof)), "\(what)")
    #expect(throws: SealError(.selfCheck, ""), "\(what)") { try Self.scheme.proveWinningPoSt(request) }
  }

  @Test("a leaf that is no field element is refused, or found when its neighbours' parent is hashed")
  func notCanonical() throws {
    let sample = try SealedSample()
    try sample.storage.write([0xff], to: .sealed, at: 31)
    try expectRefused(try sample.winningRequest(try Self.reachingRandomness()), "leaf 0")
    let window = PoStProofRequest(
      type: RegisteredPoStProof(.windowV1_1, .kib2), prover: 1000, randomness: try Self.missingRandomness(),
      sectors: [sample.postSector])
    #expect(throws: SealError(.corrupt, "")) { try Self.unchecked.proveWindowPoSt(window) }
  }

  /// Randomness whose window challenges leave the first eight leaves of sector 7 alone.
  static func missingRandomness() throws -> Bytes32 {
    let challenges = PoStChallenges(try PoStParameters(RegisteredPoStProof(.windowV1_1, .kib2)))
    let candidates = (0..<100).map { index in
      var randomness = SHA256.hash(Array("missing/\(index)".utf8))
      randomness[31] &= 0x3f
      return randomness
    }
    return try #require(
      candidates.first { challenges.leaves(sector: 7, position: 0, randomness: $0).allSatisfy { $0 >= 8 } })
  }

  @Test("winning PoSt fits, whatever the challenges", arguments: 0..<8)
  func winning(_ index: Int) throws {
    let sample = try SealedSample()
    let request = try sample.winningRequest(SHA256.hash(Array("winning/\(index)".utf8)))
    let proof = try Self.scheme.proveWinningPoSt(request)
    #expect(try Self.scheme.verifyWinningPoSt(request.verifyInfo(proof: proof)))
    #expect(proof.bytes.count < 31_680)
  }

  @Test("window PoSt over several partitions", arguments: [RegisteredPoStProof.Purpose.window, .windowV1_1])
  func window(_ purpose: RegisteredPoStProof.Purpose) throws {
    let samples = try [3, 9, 4, 3].map { try SealedSample(number: $0) }
    let request = PoStProofRequest(
      type: RegisteredPoStProof(purpose, .kib2), prover: 1000, randomness: SHA256.hash([1]),
      sectors: samples.map(\.postSector))
    let proof = try Self.scheme.proveWindowPoSt(request)
    #expect(proof.bytes.count < 2 * 9600)
    #expect(try Self.scheme.verifyWindowPoSt(request.verifyInfo(proof: proof)))
    let reordered = PoStProofRequest(
      type: request.type, prover: 1000, randomness: request.randomness, sectors: request.sectors.reversed())
    #expect(try !Self.scheme.verifyWindowPoSt(reordered.verifyInfo(proof: proof)))
    let fewer = PoStProofRequest(
      type: request.type, prover: 1000, randomness: request.randomness, sectors: request.sectors.dropLast())
    #expect(try !Self.scheme.verifyWindowPoSt(fewer.verifyInfo(proof: proof)))
  }

  @Test("sectors that cannot be proven are named")
  func unprovable() throws {
    let samples = try [3, 9, 4, 5].map { try SealedSample(number: $0) }
    let request = PoStProofRequest(
      type: RegisteredPoStProof(.windowV1_1, .kib2), prover: 1000, randomness: SHA256.hash([1]),
      sectors: samples.map(\.postSector))
    #expect(try Self.scheme.unprovableSectors(request) == [])
    try samples[1].storage.remove(.sealed)
    #expect(throws: SealError(.storage, "")) { try Self.scheme.proveWindowPoSt(request) }
    try samples[1].storage.write(try samples[0].storage.read(.sealed), to: .sealed, at: 0)
    try samples[3].storage.write([UInt8](repeating: 1, count: 64), to: .auxiliary, at: 0)
    #expect(try Self.scheme.unprovableSectors(request) == [9, 5])
    let error = #expect(throws: SealError(.selfCheck, "")) { try Self.scheme.proveWindowPoSt(request) }
    #expect(error?.description.contains("[9, 5]") == true)
  }

  @Test("inputs that are none of a proof are errors")
  func wrongInputs() throws {
    let sample = try SealedSample()
    let request = try sample.winningRequest(.zero)
    let proof = try Self.scheme.proveWinningPoSt(request)
    let info = request.verifyInfo(proof: proof)
    #expect(throws: ProofVerifierError.self) { try Self.scheme.verifyWindowPoSt(info) }
    #expect(throws: ProofVerifierError.self) {
      try Self.scheme.verifyWinningPoSt(
        PoStVerifyInfo(randomness: .zero, proofs: [], sectors: info.sectors, prover: 1000))
    }
    #expect(throws: ProofVerifierError.self) {
      try Self.scheme.verifyWinningPoSt(PoStVerifyInfo(randomness: .zero, proofs: [proof], sectors: [], prover: 1000))
    }
    #expect(throws: ProofVerifierError.self) {
      try Self.scheme.verifyWinningPoSt(
        PoStVerifyInfo(randomness: .zero, proofs: [proof], sectors: info.sectors + info.sectors, prover: 1000))
    }
    let wrongCID = PoStSector(sealProof: sample.type, number: 7, sealedCID: sample.commitments.unsealedCID)
    #expect(throws: ProofVerifierError.self) {
      try Self.scheme.verifyWinningPoSt(
        PoStVerifyInfo(randomness: .zero, proofs: [proof], sectors: [wrongCID], prover: 1000))
    }
    #expect(throws: ProofVerifierError.self) {
      try Self.scheme.verifyWinningPoSt(
        PoStVerifyInfo(
          randomness: .zero, proofs: [PoStProof(type: RegisteredPoStProof(rawValue: 99), bytes: [])],
          sectors: info.sectors, prover: 1000))
    }
  }

  @Test("an election's sector is below the number of sectors", arguments: [1, 2, 3, 1000, UInt64.max])
  func winningSectors(_ eligible: UInt64) throws {
    let type = RegisteredPoStProof(.winning, .kib2)
    let sectors = try Self.scheme.winningPoStSectors(
      type: type, prover: 1000, randomness: SHA256.hash([2]), eligible: eligible)
    #expect(sectors.count == 1 && sectors.allSatisfy { $0 < eligible })
    #expect(throws: ProofVerifierError.self) {
      try Self.scheme.winningPoStSectors(type: type, prover: 1000, randomness: .zero, eligible: 0)
    }
  }

  @Test("CommD of pieces is that of the sector they were packed in")
  func unsealedCID() throws {
    let sample = try SealedSample()
    let first = try #require(sample.pieces.first)
    for pieces in [sample.pieces, [first]] {
      let cid = try Self.scheme.unsealedSectorCID(type: sample.type, pieces: pieces.map(\.info))
      #expect(cid == sample.commitments.unsealedCID)
    }
    #expect(throws: ProofVerifierError.self) {
      try Self.scheme.unsealedSectorCID(type: sample.type, pieces: (sample.pieces + sample.pieces).map(\.info))
    }
    #expect(throws: ProofVerifierError.self) {
      try Self.scheme.unsealedSectorCID(
        type: sample.type, pieces: [PieceInfo(size: 100, cid: sample.commitments.unsealedCID)])
    }
  }

  /// Every byte of small proofs; of larger ones every seventh, so that every place within a value is met.
  static func densePositions(_ count: Int) -> [Int] {
    count <= 2500 ? Array(0..<count) : Array(stride(from: 0, to: count, by: 7))
  }
}
