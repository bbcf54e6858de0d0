import FilChain
import FilCore
import Testing

@Suite("Weight, reward, supply, gas of inclusion", .timeLimit(.minutes(15)))
struct RuleTests {
  @Test("the weight grows with the logarithm of power, and by a tenth of it for each win")
  func weight() {
    let weight = { (power: BigInt, wins: [Int64]) in
      ChainWeight.next(parentWeight: 1_000, totalPower: power, winCounts: wins)
    }
    #expect(weight(1 << 20, []) == BigInt(1_000 + 20 * 256))
    #expect(weight((1 << 21) - 1, []) == weight(1 << 20, []))
    #expect(weight(1 << 20, [1, 2, 7]) == BigInt(1_000 + 2 * 20 * 256))
    #expect(weight(1 << 20, [3]) == weight(1 << 20, [1, 1, 1]))
    #expect(weight(1, [5]) == 1_000)
    #expect(weight(0, [5]) == nil)
    #expect(weight(-1, [5]) == nil)
  }

  @Test("five wins get what the epoch pays, one a fifth, rounded down")
  func reward() {
    let pay = TokenAmount(atto: 1_000_000_004)
    #expect(BlockReward.amount(epochReward: pay, winCount: 5) == pay)
    #expect(BlockReward.amount(epochReward: pay, winCount: 1).atto == 200_000_000)
    #expect(BlockReward.amount(epochReward: pay, winCount: 15).atto == 3_000_000_012)
  }

  @Test("grants become free evenly from Liftoff on, and are all free after six years")
  func vesting() {
    let schedule = VestingSchedule(liftoff: 148_888)
    let total = TokenAmount.fil(10_632_000 + 51_803_587 + 31_821_712 + 7_223_364 + 88_536_841 + 409_805_053)
    #expect(schedule.vested(at: 148_887) == .zero)
    #expect(schedule.vested(at: 148_888) == .fil(10_632_000))
    #expect(schedule.vested(at: 148_888 + 2_190 * 2_880 - 1) < total)
    #expect(schedule.vested(at: 148_888 + 2_190 * 2_880) == total)
    #expect(schedule.vested(at: .max) == total)
    #expect(schedule.vested(at: .min) == .zero)
    let course = stride(from: ChainEpoch(0), to: 7_000_000, by: 50_000).map { schedule.vested(at: $0) }
    #expect(course == course.sorted())
  }

  @Test("the least gas limit follows the upgrades that come after the genesis")
  func inclusion() {
    let least = { (epoch: ChainEpoch, upgrades: UpgradeSchedule) in
      InclusionGas.minimum(bytes: 100, at: epoch, upgrades)
    }
    #expect(least(265_199, .mainnet) == 38_863 + 136_000)
    #expect(least(265_200, .mainnet) == 38_863 + 176_800)
    #expect(least(2_683_348, .mainnet) == 38_863 + 475_000 + 176_800)
    #expect(least(1_000_000, .devnet) == 38_863 + 136_000)
    #expect(InclusionGas.minimum(bytes: .max, at: 0, .devnet) > 1_000_000_000_000)
  }
}
