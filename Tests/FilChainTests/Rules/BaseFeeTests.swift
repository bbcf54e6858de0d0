import FilChain
import FilCore
import Testing

@Suite("Base fee", .timeLimit(.minutes(15)))
struct BaseFeeTests {
  private let fees = BaseFeeRules()

  private static let baseFees: [Int64] = [100, 101, 799, 800, 801, 12_345, 100_000_000, 9_000_000_000_000_000]

  @Test("at the target it stays, full blocks raise it by an eighth, empty ones lower it by one", arguments: baseFees)
  func utilization(baseFee: Int64) {
    let fee = TokenAmount(atto: baseFee)
    let next = { (sum: Int64, blocks: Int) in fees.next(baseFee: fee, gasLimitSum: sum, blocks: blocks) }
    #expect(next(fees.blockGasTarget * 3, 3) == fee)
    #expect(next(fees.blockGasLimit * 2, 2).atto == BigInt(baseFee + baseFee / 8))
    #expect(next(.max, 1) == next(fees.blockGasLimit, 1))
    #expect(next(0, 5).atto == BigInt(max(100, baseFee - (baseFee + 7) / 8)))
    let steps = stride(from: Int64(0), through: fees.blockGasLimit, by: 500_000_000).map { next($0, 1) }
    #expect(steps == steps.sorted(), "more gas never lowers it")
  }

  @Test("before Smoke blocks count as four fifths of their size")
  func beforeSmoke() {
    let fee = TokenAmount(atto: 1_000_000)
    let next = { (sum: Int64, early: Bool) in
      fees.next(baseFee: fee, gasLimitSum: sum, blocks: 1, beforeSmoke: early)
    }
    #expect(next(4_000_000_000, true) == fee)
    #expect(next(4_000_000_000, false) < fee)
  }

  @Test("premiums move it by an eighth at most, and never below the least one", arguments: baseFees)
  func premiums(baseFee: Int64) {
    let fee = TokenAmount(atto: baseFee)
    let eighth = (baseFee + 7) / 8
    let next = { (premium: Int64) in
      fees.next(baseFee: fee, percentilePremium: TokenAmount(atto: premium))
    }
    #expect(next(0).atto == BigInt(max(100, baseFee - eighth)))
    #expect(next(eighth) == fee)
    #expect(next(2 * eighth).atto == BigInt(baseFee + eighth))
    #expect(next(.max) == next(2 * eighth))
  }

  @Test("the premium that counts is that of one unit of gas, counted from the best paid one down")
  func percentile() {
    var small = BaseFeeRules()
    small.premiumGasIndex = 4
    let baseFee = TokenAmount(atto: 100)
    let kinds = [(1, 120, 3), (2, 102, 9), (3, 90, 5), (5, 110, 1), (2, 120, 3)].map { limit, cap, premium in
      GasOffer(limit: Int64(limit), feeCap: TokenAmount(atto: cap), premium: TokenAmount(atto: premium))
    }
    // All sequences of up to four offers of five kinds.
    var worlds: [[GasOffer]] = [[]]
    for _ in 0..<4 { worlds += worlds.flatMap { world in kinds.map { world + [$0] } } }
    for offers in Set(worlds) {
      let units = offers.flatMap { offer in
        [TokenAmount](repeating: offer.effectivePremium(baseFee: baseFee), count: Int(offer.limit))
      }
      let expected = units.sorted(by: >).dropFirst(4).first ?? .zero
      #expect(small.percentilePremium(of: offers, baseFee: baseFee) == expected, "\(offers)")
    }
  }

  @Test("a cap below the base fee offers nothing, a cap close to it what is left")
  func effectivePremium() {
    let offer = GasOffer(limit: 1, feeCap: TokenAmount(atto: 105), premium: TokenAmount(atto: 20))
    let premiums = [80, 85, 86, 104, 105, 106].map { offer.effectivePremium(baseFee: TokenAmount(atto: $0)).atto }
    #expect(premiums == [20, 20, 19, 1, 0, 0])
  }

  @Test("strictly between Breeze and 120 epochs later it is held")
  func breeze() {
    let held = [41_280, 41_281, 41_399, 41_400].map { fees.isHeldAtMinimum(after: $0, .mainnet) }
    #expect(held == [false, true, true, false])
    #expect(!fees.isHeldAtMinimum(after: 1, .devnet))
  }
}
