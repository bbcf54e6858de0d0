import FilCore
import Testing

@Suite("Sizes and types of proofs", .timeLimit(.minutes(15)))
struct SectorTests {
  @Test("a piece is the smallest power of two that holds the data")
  func paddedSizes() throws {
    for count in (0...2_000) as ClosedRange<UInt64> {
      let size = try #require(PaddedPieceSize(holding: count))
      #expect(size.unpadded >= count)
      if size.rawValue > 128 { #expect(size.rawValue / 256 * 127 < count) }
    }
    for power in 7..<64 {
      let size = try #require(PaddedPieceSize(rawValue: 1 << UInt64(power)))
      #expect(PaddedPieceSize(holding: size.unpadded) == size)
      if power < 63 { #expect(PaddedPieceSize(holding: size.unpadded + 1)?.rawValue == size.rawValue * 2) }
    }
    #expect(PaddedPieceSize(holding: .max) == nil && PaddedPieceSize(holding: 127 << 56 + 1) == nil)
    for wrong in [0, 1, 64, 127, 129, 192, UInt64.max] { #expect(PaddedPieceSize(rawValue: wrong) == nil) }
  }

  @Test("the numbers of proof types are those of the chain")
  func numbers() {
    #expect(RegisteredSealProof.all.map(\.rawValue) == Array(0..<20) as [Int64])
    #expect(RegisteredPoStProof.all.map(\.rawValue) == Array(0..<15) as [Int64])
    #expect(
      RegisteredSealProof(.v1_1, .gib32).rawValue == 8 && RegisteredSealProof(.nonInteractive, .gib64).rawValue == 19)
    #expect(
      RegisteredPoStProof(.windowV1_1, .gib32).rawValue == 13 && RegisteredPoStProof(.winning, .kib2).rawValue == 0)
    for type in RegisteredSealProof.all {
      #expect(zip(type, { RegisteredSealProof($0, $1) }) == type)
      #expect(type.windowPoStProof?.sectorSize == type.sectorSize && type.winningPoStProof?.purpose == .winning)
    }
    for type in RegisteredPoStProof.all { #expect(zip(type, { RegisteredPoStProof($0, $1) }) == type) }
  }

  private func zip(
    _ type: RegisteredSealProof, _ make: (RegisteredSealProof.Version, SectorSize) -> RegisteredSealProof
  ) -> RegisteredSealProof? {
    guard let version = type.version, let size = type.sectorSize else { return nil }
    return make(version, size)
  }

  private func zip(
    _ type: RegisteredPoStProof, _ make: (RegisteredPoStProof.Purpose, SectorSize) -> RegisteredPoStProof
  ) -> RegisteredPoStProof? {
    guard let purpose = type.purpose, let size = type.sectorSize else { return nil }
    return make(purpose, size)
  }

  @Test("numbers that do not exist have no parts", arguments: [-1, 20, .min, .max] as [Int64])
  func unknown(number: Int64) throws {
    let seal = RegisteredSealProof(rawValue: number)
    #expect(!seal.isKnown && seal.version == nil && seal.sectorSize == nil && seal.proofSize == nil)
    #expect(seal.windowPoStProof == nil && seal.winningPoStProof == nil)
    let post = RegisteredPoStProof(rawValue: number)
    #expect(!post.isKnown && post.purpose == nil && post.sectorSize == nil && post.windowPartitionSectors == nil)
    #expect(try RegisteredSealProof(cbor: seal.cbor) == seal)
  }
}
