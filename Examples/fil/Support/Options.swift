/// Arguments that make no sense.
struct UsageError: Error {
  let text: String
}

/// The arguments of one command: positional ones in order, and options.
struct Options {
  private var positional: [String] = []
  private var flags: Set<String> = []
  private var values: [String: String] = [:]

  /// Sorts the arguments.
  ///
  /// - Parameters:
  ///   - arguments: What was typed after the command's name.
  ///   - command: Says which options take a value.
  /// - Throws: `UsageError` for an option without its value.
  init(_ arguments: [String], _ command: any Command.Type) throws {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if command.valueOptions.contains(argument) {
        guard let value = rest.popFirst() else { throw UsageError(text: "\(argument) wants a value") }
        values[argument] = value
      } else if argument.hasPrefix("-"), argument.count > 1 {
        flags.insert(argument)
      } else {
        positional.append(argument)
      }
    }
  }

  var wantsHelp: Bool { flags.contains("--help") || flags.contains("-h") }
  var wantsJSON: Bool { flags.contains("--json") }

  /// Whether a flag was given.
  func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// The value of an option.
  func value(_ option: String) -> String? { values[option] }

  /// Takes the next positional argument.
  mutating func next() -> String? {
    positional.isEmpty ? nil : positional.removeFirst()
  }

  /// Takes the next positional argument, which must be there.
  mutating func require(_ what: String) throws -> String {
    guard let argument = next() else { throw UsageError(text: "\(what) is missing") }
    return argument
  }

  /// Requires that nothing unknown is left.
  func finish(flags known: Set<String> = []) throws {
    if let extra = positional.first { throw UsageError(text: "unexpected argument '\(extra)'") }
    if let flag = flags.subtracting(known).subtracting(["--json"]).min() {
      throw UsageError(text: "unknown option '\(flag)'")
    }
  }
}
