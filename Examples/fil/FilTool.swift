import Foundation

/// The command-line tool: picks a command and turns errors into one line and an exit status.
enum FilTool {
  static var commands: [any Command.Type] {
    [
      AddressCommand.self, CIDCommand.self, VectorsCommand.self,
    ]
  }

  /// Runs the tool.
  ///
  /// - Parameter arguments: What was typed after the tool's name.
  /// - Returns: The exit status: 0 for success, 1 for a failure, 2 for wrong arguments.
  static func run(_ arguments: [String]) -> Int32 {
    guard let name = arguments.first, !["-h", "--help", "help"].contains(name) else {
      print(overview)
      return 0
    }
    guard let command = commands.first(where: { $0.name == name }) else {
      Terminal.error("unknown command '\(name)'; 'fil --help' lists them")
      return 2
    }
    do {
      var options = try Options(Array(arguments.dropFirst()), command)
      if options.wantsHelp {
        print(command.help)
        return 0
      }
      return try command.run(&options)
    } catch let error as UsageError {
      Terminal.error("\(error.text); 'fil \(name) --help' says more")
      return 2
    } catch {
      Terminal.error("\(error)")
      return 1
    }
  }

  private static var overview: String {
    let width = commands.map { $0.name.count }.max() ?? 0
    let rows = commands.map { "  " + $0.name.padding(toLength: width + 2, withPad: " ", startingAt: 0) + $0.summary }
    return """
      fil: looks into Filecoin data.

      usage: fil COMMAND [ARGUMENTS] [--json]

      \(rows.joined(separator: "\n"))

      'fil COMMAND --help' says more about one.
      """
  }
}
