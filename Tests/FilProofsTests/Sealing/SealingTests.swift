import FilCore
import FilProofs
import Testing

@Suite("Sealing", .timeLimit(.minutes(15)))
struct SealingTests {
  @Test("a sector proves and unseals from what stays of it")
  func afterCleanUp() throws {
    let sample = try SealedSample()
    for file in [SectorFile.unsealed, .treeD, .treeC(part: nil), .layer(1), .layer(2)] {
      try sample.storage.remove(file)
    }
    let request = try sample.winningRequest(SHA256.hash([1]))
    let scheme = VanillaProofs()
    #expect(try scheme.verifyWinningPoSt(request.verifyInfo(proof: try scheme.proveWinningPoSt(request))))
    let sealer = SectorSealer(try PoRepParameters(sample.type))
    let replicaID = sample.commitments.replicaID
    #expect(try sealer.unseal(0..<UInt64(sample.data.count), replicaID: replicaID, in: sample.storage) == sample.data)
    #expect(try sealer.unseal(200..<201, replicaID: replicaID, in: sample.storage) == Array(sample.data[200..<201]))
    #expect(try sealer.unseal(5..<5, replicaID: replicaID, in: sample.storage) == [])
    try sealer.restoreUnsealed(replicaID: replicaID, in: sample.storage)
    #expect(try Fr32.unpad(try sample.storage.read(.unsealed)).starts(with: sample.data))
    #expect(throws: SealError(.wrongInput, "")) {
      try sealer.unseal(0..<2033, replicaID: replicaID, in: sample.storage)
    }
  }

  @Test("phase 1 refuses data of another size or commitment")
  func wrongData() throws {
    let type = RegisteredSealProof(.v1_1, .kib2)
    let sealer = SectorSealer(try PoRepParameters(type))
    let identity = SealIdentity(SectorID(miner: 1000, number: 1), ticket: .zero)
    let storage = InMemorySectorStorage()
    #expect(throws: SealError(.wrongInput, "")) { try sealer.preCommitPhase1(identity, in: storage) }
    try storage.write([UInt8](repeating: 0, count: 2048), to: .unsealed, at: 0)
    #expect(throws: SealError(.wrongInput, "")) {
      try sealer.preCommitPhase1(identity, expected: .zero, in: storage)
    }
    let expected = ZeroCommitments.root(ofPadded: 2048)
    #expect(try sealer.preCommitPhase1(identity, expected: expected, in: storage).commD == expected)
  }

  @Test("data that is no field element is refused in phase 2")
  func notCanonical() throws {
    let sealer = SectorSealer(try PoRepParameters(RegisteredSealProof(.v1_1, .kib2)))
    let storage = InMemorySectorStorage()
    try storage.write([UInt8](repeating: 0xff, count: 2048), to: .unsealed, at: 0)
    let output = try sealer.preCommitPhase1(
      SealIdentity(SectorID(miner: 1000, number: 1), ticket: .zero), in: storage)
    #expect(throws: SealError(.corrupt, "")) { try sealer.preCommitPhase2(output, in: storage) }
  }

  @Test("missing files are errors of the storage")
  func missing() throws {
    let sample = try SealedSample()
    try sample.storage.remove(.auxiliary)
    let request = try sample.winningRequest(.zero)
    let error = #expect(throws: SealError(.storage, "")) { try VanillaProofs().proveWinningPoSt(request) }
    #expect(error?.cause == SectorStorageError(.missing, .auxiliary, ""))
  }

  @Test("a packer aligns pieces and refuses what has no room")
  func packing() throws {
    let storage = InMemorySectorStorage()
    var packer = SectorPacker(sectorSize: 2048, storage: storage)
    #expect(try packer.add([1]).offset == 0)
    #expect(try packer.add([UInt8](repeating: 2, count: 500)).offset == 512)
    #expect(throws: SealError(.wrongInput, "")) { try packer.add([UInt8](repeating: 3, count: 1100)) }
    #expect(try packer.add([UInt8](repeating: 3, count: 1000)).offset == 1024)
    #expect(try packer.finish().map(\.size.rawValue) == [128, 128, 256, 512, 1024])
    #expect(packer.offset(for: try #require(PaddedPieceSize(rawValue: 128))) == nil)
  }

  @Test("an empty sector is one piece of zeros")
  func empty() throws {
    let storage = InMemorySectorStorage()
    let pieces = try SectorPacker(sectorSize: 2048, storage: storage).finish()
    #expect(pieces.map(\.size.rawValue) == [2048])
    #expect(try storage.read(.unsealed) == [UInt8](repeating: 0, count: 2048))
  }

  @Test("both phases of a 2 KiB sector take less than 200 ms, also in a debug build")
  func speed() throws {
    _ = try SealedSample()  // Draws the constants.
    let clock = ContinuousClock()
    let fastest = try (0..<3).map { index in
      try clock.measure { _ = try SealedSample(number: UInt64(index)) }
    }.min()
    #expect(try #require(fastest) < .milliseconds(200))
  }
}
