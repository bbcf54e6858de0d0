/// What the command line asks for.
struct Arguments {
  static let usage = """
    usage: store-and-retrieve FILE [--seed N] [--export CHAIN.car]

    Starts a Filecoin network inside this process, in virtual time, with one storage miner and sectors of 8 MiB. Stores FILE
    with a storage deal: the provider fetches, publishes, seals and proves it. When the sector has passed its first window
    PoSt, FILE is fetched out of the sealed sector and compared. The same file and seed (7) bring the same chain.

    FILE           a file of \(InputFile.maxBytes) bytes at most; behind -- it may begin with a dash
    --seed N       what everything follows from; 7 by default
    --export FILE  also writes the chain: a CAR with everything in it, and beside it FILE with the ending .json, which
                   says what a checker must know of the network
    """

  /// The file that is stored; empty where help is asked for.
  private(set) var file = ""
  private(set) var seed: UInt64 = 7
  private(set) var export: String?
  private(set) var wantsHelp = false

  /// Reads the arguments; an option's value stands behind it, or behind an equals sign.
  ///
  /// - Throws: `DemoError` with status 2.
  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    var files: [String] = []
    while let argument = rest.popFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      switch parts[0] {
      case "--": files += rest
      case "-h" where parts.count == 1, "--help" where parts.count == 1: wantsHelp = true
      case "--seed":
        guard let number = Self.value(parts, &rest).flatMap({ UInt64($0) }) else {
          throw Self.wrong("--seed needs a number")
        }
        seed = number
      case "--export":
        guard let path = Self.value(parts, &rest), !path.isEmpty else { throw Self.wrong("--export needs a file") }
        export = path
      case _ where argument.hasPrefix("-"): throw Self.wrong("there is no option \(argument)")
      default: files.append(argument)
      }
      if argument == "--" { break }
    }
    if wantsHelp { return }
    guard files.count < 2 else { throw Self.wrong("one file, not \(files.count)") }
    guard let file = files.first, !file.isEmpty else { throw Self.wrong("which file?") }
    self.file = file
  }

  private static func value(_ parts: [String], _ rest: inout ArraySlice<String>) -> String? {
    parts.count > 1 ? parts[1] : rest.popFirst()
  }

  private static func wrong(_ reason: String) -> DemoError {
    DemoError("\(reason) (--help tells more)", status: 2)
  }
}
