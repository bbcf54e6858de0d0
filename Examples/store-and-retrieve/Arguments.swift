/// What the command line asks for.
struct Arguments {
  static let usage = """
    usage: store-and-retrieve FILE [--seed N] [--export CHAIN.car]

    Starts a Filecoin network inside this process, in virtual time, with one storage miner and sectors of 8 MiB. Stores FILE
    with a storage deal: the provider fetches, publishes, seals and proves it. When the sector has passed its first window
    PoSt, FILE is fetched out of the sealed sector and compared. The same file and seed (7) bring the same chain.

    FILE may have \(InputFile.maxBytes) bytes: more does not fit in a sector of 8 MiB, with the archive's own bytes and the
    padding. If its name begins with '-', write -- before it.

    --seed N       what everything follows from; 7 by default
    --export FILE  also writes the chain: a CAR with everything in it, and beside it FILE with the ending .json, which
                   says what a checker must know of the network
    -h, --help     this
    """

  let file: String
  private(set) var seed: UInt64 = 7
  private(set) var export: String?

  /// Reads the arguments.
  ///
  /// - Returns: The arguments; `nil` if help was asked for.
  /// - Throws: `DemoError` with status 2.
  static func parse(_ words: [String]) throws -> Arguments? {
    let options = words.prefix { $0 != "--" }
    return options.contains("-h") || options.contains("--help") ? nil : try Arguments(words)
  }

  private init(_ words: [String]) throws {
    var rest = Self.split(words)[...]
    var files: [String] = []
    while let word = rest.popFirst() {
      switch word {
      case "--":
        files += rest
        rest = []
      case "--seed":
        guard let text = rest.popFirst(), let number = UInt64(text) else { throw Self.wrong("--seed needs a number") }
        seed = number
      case "--export":
        guard let path = rest.popFirst(), !path.isEmpty else { throw Self.wrong("--export needs a file") }
        export = path
      case _ where word.hasPrefix("-"): throw Self.wrong("there is no option \(word)")
      default: files.append(word)
      }
    }
    guard files.count <= 1 else { throw Self.wrong("one file, not \(files.count)") }
    guard let file = files.first, !file.isEmpty else { throw Self.wrong("which file?") }
    self.file = file
  }

  /// Takes `--option=value` apart, up to `--`.
  private static func split(_ words: [String]) -> [String] {
    let options = words.prefix { $0 != "--" }
    let parts = options.flatMap { word -> [String] in
      guard word.hasPrefix("--"), let end = word.firstIndex(of: "=") else { return [word] }
      return [String(word[..<end]), String(word[word.index(after: end)...])]
    }
    return parts + words.dropFirst(options.count)
  }

  private static func wrong(_ reason: String) -> DemoError {
    DemoError("\(reason) (--help tells more)", status: 2)
  }
}
