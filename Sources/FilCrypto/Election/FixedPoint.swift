package import FilCore

/// Numbers as integers of 2^-256, in which wins are counted: the same on every machine.
package enum FixedPoint {
  /// The number of binary places.
  package static let places = 256

  /// One.
  static let one = BigInt(1) << places

  /// The coefficients of the numerator of e^-x in units of 2^-128, the highest power first.
  private static let numerator: [BigInt] =
    [
      -648_770_010_757_830_093_818_553_637_600, 67_469_480_939_593_786_226_847_644_286_976,
      -3_197_587_544_499_098_424_029_388_939_001_856, 89_244_641_121_992_890_118_377_641_805_348_864,
      -1_579_656_163_641_440_567_800_982_336_819_953_664, 17_685_496_037_279_256_458_459_817_590_917_169_152,
      -115_682_590_513_835_356_866_803_355_398_940_131_328,
    ].map(scaled) + [one]

  /// The coefficients of the denominator, likewise.
  private static let denominator: [BigInt] =
    [
      1_225_524_182_432_722_209_606_361, 114_095_592_300_906_098_243_859_450, 5_665_570_424_063_336_070_530_214_243,
      194_450_132_448_609_991_765_137_938_448, 5_068_267_641_632_683_791_026_134_915_072,
      104_716_890_604_972_796_896_895_427_629_056, 1_748_338_658_439_454_459_487_681_798_864_896,
      23_704_654_329_841_312_470_660_182_937_960_448, 259_380_097_567_996_910_282_699_886_670_381_056,
      2_250_336_698_853_390_384_720_606_936_038_375_424, 14_978_272_436_876_548_034_486_263_159_246_028_800,
      72_144_088_983_913_131_323_343_765_784_380_833_792,
    ].map(scaled) + [scaled128(224_599_776_407_103_106_596_571_252_037_123_047_424), one]

  private static func scaled(_ coefficient: Int128) -> BigInt { BigInt(coefficient) << (places - 128) }

  private static func scaled128(_ coefficient: UInt128) -> BigInt { BigInt(coefficient) << (places - 128) }

  /// The product.
  static func multiply(_ a: BigInt, _ b: BigInt) -> BigInt { (a * b) >> places }

  /// e^-x by a rational function that is precise from 0 to 5: part of the protocol, errors included.
  package static func exponentialOfNegative(_ x: BigInt) -> BigInt {
    (evaluate(numerator, at: x) << places).dividedRoundingDown(by: evaluate(denominator, at: x))
  }

  private static func evaluate(_ coefficients: [BigInt], at x: BigInt) -> BigInt {
    coefficients.dropFirst().reduce(coefficients[0]) { multiply($0, x) + $1 }
  }
}
