public import FilCore
internal import FilCrypto

/// What a proof of spacetime is challenged on.
public struct PoStChallenges: Sendable {
  private let parameters: PoStParameters

  /// The challenges of one kind of proof.
  public init(_ parameters: PoStParameters) {
    self.parameters = parameters
  }

  /// The challenged leaves of a sector, as drawn.
  ///
  /// - Parameters:
  ///   - sector: The sector's number.
  ///   - position: Its place in the list of all sectors of the proof.
  ///   - randomness: The chain's randomness, its two top bits cleared.
  /// - Returns: As many leaves as the parameters say; some may repeat.
  public func leaves(sector: UInt64, position: Int, randomness: Bytes32) -> [UInt64] {
    let first = parameters.indexRule == .position ? UInt64(position) * UInt64(parameters.challengeCount) : 0
    return (0..<UInt64(parameters.challengeCount)).map {
      leaf(sector: sector, index: first + $0, randomness: randomness)
    }
  }

  private func leaf(sector: UInt64, index: UInt64, randomness: Bytes32) -> UInt64 {
    let digest = SHA256.hash(randomness.bytes + sector.littleEndianBytes + index.littleEndianBytes)
    return digest.firstWord % (parameters.sectorSize / 32)
  }

  /// The sectors that an election challenges, as places in the list of the prover's sectors.
  ///
  /// - Parameters:
  ///   - prover: The prover, see ``ProverID``.
  ///   - randomness: The chain's randomness, its two top bits cleared.
  ///   - eligible: The number of sectors in the list.
  ///   - count: How many to draw.
  /// - Returns: The places, one of them perhaps several times; `nil` if there is no sector, or if prover or randomness
  ///   are no field elements.
  public static func winningSectors(
    prover: Bytes32, randomness: Bytes32, eligible: UInt64, count: Int = 1
  ) -> [UInt64]? {
    guard eligible > 0, Fr(littleEndian: prover) != nil, Fr(littleEndian: randomness) != nil else { return nil }
    return (0..<UInt64(count)).map { index in
      SHA256.hash(prover.bytes + randomness.bytes + index.littleEndianBytes).firstWord % eligible
    }
  }
}
