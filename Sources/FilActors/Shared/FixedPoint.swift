package import FilCore

/// Functions of fixed-point numbers with 128 bits behind the point (Q.128).
package enum FixedPoint {
  /// The bits behind the point.
  package static let precision = 128

  /// The value at `x` of the polynomial with these coefficients, the highest power first; all in Q.128.
  package static func polynomial(_ coefficients: [BigInt], at x: BigInt) -> BigInt {
    var result = coefficients.first ?? 0
    for coefficient in coefficients.dropFirst() { result = (result * x) >> precision + coefficient }
    return result
  }

  /// The natural logarithm of a positive number.
  package static func naturalLogarithm(_ z: BigInt) -> BigInt {
    let k = z.bitWidth - 1 - precision
    let x = k > 0 ? z >> k : z << -k
    let numerator = polynomial(logNumerator, at: x) << precision
    return BigInt(k) * log2 + numerator.dividedRoundingDown(by: polynomial(logDenominator, at: x))
  }

  private static let log2: BigInt = 235_865_763_225_513_294_137_944_142_764_154_484_399

  private static let logNumerator: [BigInt] = [
    261_417_938_209_272_870_992_496_419_296_200_268_025,
    7_266_615_505_142_943_436_908_456_158_054_846_846_897,
    32_458_783_941_900_493_142_649_393_804_518_050_491_988,
    17_078_670_566_130_897_220_338_060_387_082_146_864_806,
    -35_150_353_308_172_866_634_071_793_531_642_638_290_419,
    -20_351_202_052_858_059_355_702_509_232_125_230_498_980,
    -1_563_932_590_352_680_681_114_104_005_183_375_350_999,
  ]

  private static let logDenominator: [BigInt] = [
    49_928_077_726_659_937_662_124_949_977_867_279_384,
    2_508_163_877_009_111_928_787_629_628_566_491_583_994,
    21_757_751_789_594_546_643_737_445_330_202_599_887_121,
    53_400_635_271_583_923_415_775_576_342_898_617_051_826,
    41_248_834_748_603_606_604_000_911_015_235_164_348_839,
    9_015_227_820_322_455_780_436_733_526_367_238_305_537,
    340_282_366_920_938_463_463_374_607_431_768_211_456,
  ]
}
