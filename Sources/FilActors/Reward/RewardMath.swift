internal import FilCore

/// How much the network mints in an epoch (specification, "Block Reward Minting"); numbers in Q.128.
enum RewardMath {
  /// The power of the baseline in the epoch after one: it doubles each year.
  static func baselinePower(after previous: BigInt) -> BigInt {
    (previous * baselineExponent) >> FixedPoint.precision
  }

  /// The effective time of the network, to the fraction of an epoch.
  static func theta(of state: RewardState) -> BigInt {
    guard state.effectiveNetworkTime != 0 else { return 0 }
    let missing = (state.cumulativeBaseline - state.cumulativeRealized) << FixedPoint.precision
    return BigInt(state.effectiveNetworkTime) << FixedPoint.precision
      - missing.dividedRoundingDown(by: state.effectiveBaselinePower)
  }

  /// The reward of an epoch in attoFIL.
  ///
  /// - Parameters:
  ///   - epoch: The epoch.
  ///   - from: The effective time before it.
  ///   - to: The effective time after it.
  ///   - simpleTotal: All that simple minting will ever mint.
  ///   - baselineTotal: All that baseline minting will ever mint.
  /// - Returns: The reward.
  static func reward(
    epoch: ChainEpoch, from: BigInt, to: BigInt, simpleTotal: TokenAmount, baselineTotal: TokenAmount
  ) -> TokenAmount {
    let decay = exponentialOfNegative(lambda * BigInt(epoch))
    let simple = (simpleTotal.atto * expLambdaMinusOne * decay) >> FixedPoint.precision
    let baseline = baselineSupply(to, baselineTotal.atto) - baselineSupply(from, baselineTotal.atto)
    return TokenAmount(atto: (simple + baseline) >> FixedPoint.precision)
  }

  private static func baselineSupply(_ theta: BigInt, _ total: BigInt) -> BigInt {
    let decay = exponentialOfNegative((theta * lambda) >> FixedPoint.precision)
    return (BigInt.one << FixedPoint.precision - decay) * total
  }

  /// e to the power of minus `x`.
  private static func exponentialOfNegative(_ x: BigInt) -> BigInt {
    let numerator = FixedPoint.polynomial(expNumerator, at: x)
    let denominator = FixedPoint.polynomial(expDenominator, at: x)
    return (numerator << FixedPoint.precision).dividedRoundingDown(by: denominator)
  }

  /// 2 to the power of one epoch in years of 365 days.
  private static let baselineExponent: BigInt = 340_282_591_298_641_078_465_964_189_926_313_473_653
  /// The baseline at epoch 0 in bytes.
  static let baselineInitialValue: BigInt = 2_888_888_880_000_000_000
  /// The baseline an epoch before.
  static let baselineBeforeStart =
    ((baselineInitialValue << (2 * FixedPoint.precision)) / baselineExponent) >> FixedPoint.precision
  /// e to the power of lambda, minus one.
  private static let expLambdaMinusOne: BigInt = 37_396_273_494_747_879_394_193_016_954_629
  /// ln 2 by six years of epochs.
  private static let lambda: BigInt = 37_396_271_439_864_487_274_534_522_888_786

  private static let expNumerator: [BigInt] = [
    -648_770_010_757_830_093_818_553_637_600,
    67_469_480_939_593_786_226_847_644_286_976,
    -3_197_587_544_499_098_424_029_388_939_001_856,
    89_244_641_121_992_890_118_377_641_805_348_864,
    -1_579_656_163_641_440_567_800_982_336_819_953_664,
    17_685_496_037_279_256_458_459_817_590_917_169_152,
    -115_682_590_513_835_356_866_803_355_398_940_131_328,
    340_282_366_920_938_463_463_374_607_431_768_211_456,
  ]

  private static let expDenominator: [BigInt] = [
    1_225_524_182_432_722_209_606_361,
    114_095_592_300_906_098_243_859_450,
    5_665_570_424_063_336_070_530_214_243,
    194_450_132_448_609_991_765_137_938_448,
    5_068_267_641_632_683_791_026_134_915_072,
    104_716_890_604_972_796_896_895_427_629_056,
    1_748_338_658_439_454_459_487_681_798_864_896,
    23_704_654_329_841_312_470_660_182_937_960_448,
    259_380_097_567_996_910_282_699_886_670_381_056,
    2_250_336_698_853_390_384_720_606_936_038_375_424,
    14_978_272_436_876_548_034_486_263_159_246_028_800,
    72_144_088_983_913_131_323_343_765_784_380_833_792,
    224_599_776_407_103_106_596_571_252_037_123_047_424,
    340_282_366_920_938_463_463_374_607_431_768_211_456,
  ]
}
