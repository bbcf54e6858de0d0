/// What the command line asks for.
struct Arguments {
  static let usage = """
    usage: store-and-retrieve FILE [--seed N] [--export CHAIN.car]

    Starts a Filecoin network inside this process, in virtual time, with one storage miner and sectors of 8 MiB. Stores FILE
    with a storage deal: the provider fetches, publishes, seals and proves it. When the sector has passed its first window
    PoSt, FILE is fetched out of the sealed sector and compared. The same file and seed (7) bring the same chain.

    --seed N       what everything follows from; 7 by default
    --export FILE  also writes the chain: a CAR with everything in it, and beside it FILE with the ending .json, which
                   says what a checker must know of the network
    """

  let file: String
  private(set) var seed: UInt64 = 7
  private(set) var export: String?

  /// Reads the arguments.
  ///
  /// - Throws: `DemoError` with status 2.
  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    var file: String?
    while let argument = rest.popFirst() {
      switch argument {
      case "--seed":
        guard let text = rest.popFirst(), let number = UInt64(text) else { throw Self.wrong("--seed needs a number") }
        seed = number
      case "--export":
        guard let path = rest.popFirst(), !path.isEmpty else { throw Self.wrong("--export needs a file") }
        export = path
      case _ where argument.hasPrefix("--"): throw Self.wrong("there is no option \(argument)")
      default:
        guard file == nil else { throw Self.wrong("one file, not two") }
        file = argument
      }
    }
    guard let file, !file.isEmpty else { throw Self.wrong("which file?") }
    self.file = file
  }

  private static func wrong(_ reason: String) -> DemoError {
    DemoError("\(reason) (--help tells more)", status: 2)
  }
}
