internal import FilCore

extension PriceList.AggregatePrice {
  /// Sectors of 32 GiB.
  static let gib32 = PriceList.AggregatePrice(
    perProof: 449_900_000,
    steps: [
      (4, 103_994_170_000), (7, 112_356_810_000), (13, 122_912_610_000),
      (26, 137_559_930_000), (52, 162_039_100_000), (103, 210_960_780_000),
      (205, 318_351_180_000), (410, 528_274_980_000),
    ])

  /// Sectors of 64 GiB.
  static let gib64 = PriceList.AggregatePrice(
    perProof: 359_272_000,
    steps: [
      (4, 102_581_240_000), (7, 110_803_030_000), (13, 120_803_700_000),
      (26, 134_642_130_000), (52, 157_357_890_000), (103, 203_017_690_000),
      (205, 304_253_590_000), (410, 509_880_640_000),
    ])

  /// Sectors of 32 GiB without interaction.
  static let nonInteractiveGib32 = PriceList.AggregatePrice(
    perProof: 5_668_740_000,
    steps: [
      (1, 112_356_810_000), (2, 122_912_610_000), (3, 137_559_930_000),
      (5, 162_039_100_000), (9, 210_960_780_000), (17, 318_351_180_000),
      (33, 528_274_980_000),
    ])

  /// Sectors of 64 GiB without interaction.
  static let nonInteractiveGib64 = PriceList.AggregatePrice(
    perProof: 4_526_928_000,
    steps: [
      (1, 110_803_030_000), (2, 120_803_700_000), (3, 134_642_130_000),
      (5, 157_357_890_000), (9, 203_017_690_000), (17, 304_253_590_000),
      (33, 509_880_640_000),
    ])

  private init(perProof: UInt64, steps: [(Int, UInt64)]) {
    self.perProof = Gas(milligas: perProof)
    self.steps = steps.map { PriceList.Step(start: $0.0, cost: Gas(milligas: $0.1)) }
  }

  /// What an aggregate of a number of seals costs.
  func callAsFunction(_ count: Int) -> Gas {
    perProof * count + (steps.last { $0.start <= count }?.cost ?? .zero)
  }
}
