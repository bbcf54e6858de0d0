/// One command of the tool.
protocol Command {
  /// What is typed.
  static var name: String { get }
  /// One line for the overview.
  static var summary: String { get }
  /// The arguments and what they mean.
  static var help: String { get }
  /// The names of options that take a value, as "--limit".
  static var valueOptions: Set<String> { get }

  /// Runs the command and gives the exit status.
  static func run(_ options: inout Options) throws -> Int32
}

extension Command {
  static var valueOptions: Set<String> { [] }
}
