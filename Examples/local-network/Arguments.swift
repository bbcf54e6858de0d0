import FilCore

/// What the command line asks for.
struct Arguments {
  var miners = 1
  var nodes = 1
  var epochs = 60
  var seed: UInt64 = 7

  static let usage = """
    usage: local-network [--miners N] [--nodes N] [--epochs N] [--seed N]

    Runs a Filecoin network inside this process, in virtual time: N storage miners (1), N nodes that only follow (1), for
    N epochs (60), all from one seed (7). Prints how many epochs had a block, what was proven, and the head of the chain,
    which is the same for the same arguments. Exit status 1 if nodes disagree, fewer than 95 % of the epochs have a block,
    or a sector is faulty.
    """

  /// Reads the arguments.
  ///
  /// - Returns: The arguments; `nil` if help was asked for.
  /// - Throws: `UsageError` for what is none of them.
  static func parse(_ words: [String]) throws -> Arguments? {
    var arguments = Arguments()
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--help" || word == "-h" { return nil }
      guard ["--miners", "--nodes", "--epochs", "--seed"].contains(word) else {
        throw UsageError("unknown argument '\(word)'")
      }
      guard let text = rest.popFirst(), let number = UInt64(text) else { throw UsageError("\(word) needs a number") }
      switch word {
      case "--miners": arguments.miners = try bounded(number, 1...100, word)
      case "--nodes": arguments.nodes = try bounded(number, 0...100, word)
      case "--epochs": arguments.epochs = try bounded(number, 1...1_000_000, word)
      default: arguments.seed = number
      }
    }
    return arguments
  }

  private static func bounded(_ number: UInt64, _ range: ClosedRange<Int>, _ word: String) throws -> Int {
    guard let value = Int(exactly: number), range.contains(value) else {
      throw UsageError("\(word) takes \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }
}

/// A command line that asks for what there is not.
struct UsageError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
