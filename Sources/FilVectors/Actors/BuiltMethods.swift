internal import FilCore

/// The methods of the built-in actors that are built so far: the recorded calls of these must pass.
enum BuiltMethods {
  private static let numbers: [String: Set<MethodNumber>] = [
    "account": [1, 2, 2_643_134_072],
    "cron": [1, 2],
    "datacap": [1, 116_935_346, 3_261_979_605, 3_621_052_141, 1_434_719_642],
    "init": [1, 2],
    "miner": [1, 2, 5, 12, 14, 17, 28, 34, 348_244_887],
    "power": [1, 2, 3, 4, 5, 6, 9, 1_173_380_165],
    "reward": [1, 2, 3, 4],
    "system": [1],
    "verifreg": [1, 2, 4, 9, 3_726_118_371, 3_916_220_144],
  ]

  /// Whether a method is built.
  static func contains(_ actor: String, _ method: MethodNumber) -> Bool {
    // Of the market and of accounts, all are; an account even answers methods that it does not know.
    if actor == "account" || actor == "market" { return true }
    return numbers[actor]?.contains(method) ?? false
  }
}
