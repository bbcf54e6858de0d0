/// One command of the tool.
protocol Command {
  /// What is typed: one word, or a group and a word.
  static var name: String { get }
  /// One line for the overview.
  static var summary: String { get }
  /// The arguments and what they mean.
  static var help: String { get }
  /// The names of options that take a value, as "--limit".
  static var valueOptions: Set<String> { get }

  /// Runs the command and gives the exit status.
  static func run(_ options: inout Options, _ console: any Console) throws -> Int32
}

extension Command {
  static var valueOptions: Set<String> { [] }
}
