import FilCore
import FilVM
import Testing

@Suite("Gas", .timeLimit(.minutes(15)))
struct GasTests {
  @Test("sums and products stop at the largest amount, differences at none")
  func saturation() {
    let most = Gas(milligas: .max)
    #expect(most + Gas(milligas: 1) == most)
    #expect(Gas(milligas: 1 << 63) * 2 == most)
    #expect(Gas(milligas: 5) - Gas(milligas: 7) == .zero)
    #expect(Gas(units: .max) == most)
    #expect(Gas(units: -1) == .zero)
    #expect(Gas(milligas: 3) * -1 == .zero)
  }

  @Test("whole units are rounded up", arguments: [(0, 0), (1, 1), (1_000, 1), (1_001, 2), (1_999, 2), (2_000, 2)])
  func rounding(milligas: UInt64, units: Int64) {
    #expect(Gas(milligas: milligas).roundedUp == units)
  }

  @Test("what a message pays is what others get", arguments: [0, 1, 999, 1_000, 1_100, 1_101, 2_000, 9_999, 10_000])
  func moneyIsKept(used: Int64) {
    for (fee, cap, premium) in [(0, 0, 0), (100, 50, 10), (100, 100, 10), (100, 150, 70), (7, 1_000, 1_000)] {
      let cap = TokenAmount(atto: cap)
      let outputs = GasOutputs(
        used: used, limit: 10_000, baseFee: TokenAmount(atto: fee), feeCap: cap, premium: TokenAmount(atto: premium))
      let sum = outputs.baseFeeBurn + outputs.overEstimationBurn + outputs.minerTip + outputs.refund
      #expect(sum == cap * 10_000)
      #expect(outputs.refund >= .zero && outputs.minerTip >= .zero && outputs.minerPenalty >= .zero)
      #expect(outputs.gasBurned + outputs.gasRefund + used == 10_000)
    }
  }

  @Test("gas at the ends of what a number can be has outputs")
  func extremes() {
    let ends: [Int64] = [.min, -1, 0, 1, .max]
    let amounts = [TokenAmount(atto: BigInt(Int64.min) * BigInt(Int64.max)), .zero, .fil(.max)]
    for (used, limit) in ends.flatMap({ used in ends.map { (used, $0) } }) {
      for (baseFee, feeCap) in amounts.flatMap({ fee in amounts.map { (fee, $0) } }) {
        let outputs = GasOutputs(used: used, limit: limit, baseFee: baseFee, feeCap: feeCap, premium: feeCap)
        let rest = Int128(limit) - Int128(used) - Int128(outputs.gasBurned)
        #expect(outputs.gasRefund == Int64(clamping: rest))
      }
    }
  }

  @Test("price lists begin with version 21")
  func versions() {
    #expect(PriceList.at(networkVersion: 20) == nil)
    #expect(PriceList.at(networkVersion: 24) == .watermelon)
    #expect(PriceList.at(networkVersion: 25) == .teep)
  }
}
