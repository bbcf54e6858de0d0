import FilCore
import FilCrypto
import Testing

@Suite("Elections", .timeLimit(.minutes(15)))
struct ElectionTests {
  private let lowest = Bytes32.zero
  private let highest = Bytes32([UInt8](repeating: 255, count: 32)) ?? .zero

  @Test("without power there are no wins") func noPower() {
    #expect(WinCount.count(digest: lowest, power: 0, totalPower: 100) == 0)
    #expect(WinCount.count(digest: lowest, power: 5, totalPower: 0) == 0)
    #expect(WinCount.count(digest: lowest, power: -5, totalPower: 100) == 0)
  }

  @Test("the best draw wins most, the worst nothing") func extremes() {
    #expect(WinCount.count(digest: lowest, power: 100, totalPower: 100) == 15)
    #expect(WinCount.count(digest: lowest, power: 1, totalPower: 100, expectedLeaders: 1) == 3)
    #expect(WinCount.count(digest: highest, power: 100, totalPower: 100) == 0)
  }

  @Test("more power never wins less") func monotonous() {
    for seed: UInt8 in 0..<8 {
      let digest = SHA256.hash([seed])
      let wins = (1...10).map { WinCount.count(digest: digest, power: BigInt($0), totalPower: 10) }
      #expect(wins == wins.sorted())
    }
  }

  @Test("draws differ by tag, epoch, base and entropy") func draws() {
    let draws = [
      Randomness.draw(base: [1], tag: .ticketProduction, epoch: 1, entropy: []),
      Randomness.draw(base: [2], tag: .ticketProduction, epoch: 1, entropy: []),
      Randomness.draw(base: [1], tag: .sealRandomness, epoch: 1, entropy: []),
      Randomness.draw(base: [1], tag: .ticketProduction, epoch: -1, entropy: []),
      Randomness.draw(base: [1], tag: .ticketProduction, epoch: 1, entropy: [0]),
    ]
    #expect(Set(draws).count == draws.count)
  }
}
