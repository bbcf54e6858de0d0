import Foundation

/// The command-line tool: picks a command and turns errors into one line and an exit status.
enum FilTool {
  static var commands: [any Command.Type] {
    [
      AddressCommand.self, CARListCommand.self, CARVerifyCommand.self, CARImportCommand.self, CARExportCommand.self,
      ChainListCommand.self, CIDCommand.self, CommPCommand.self, StateActorsCommand.self, VectorsCommand.self,
    ]
  }

  /// Runs the tool.
  ///
  /// - Parameters:
  ///   - arguments: What was typed after the tool's name.
  ///   - console: Where output goes.
  /// - Returns: The exit status: 0 for success, 1 for a failure, 2 for wrong arguments.
  static func run(_ arguments: [String], _ console: any Console) -> Int32 {
    guard let first = arguments.first, !["-h", "--help", "help"].contains(first) else {
      console.line(overview(of: commands))
      return 0
    }
    for words in [2, 1] where arguments.count >= words {
      let name = arguments.prefix(words).joined(separator: " ")
      if let command = commands.first(where: { $0.name == name }) {
        return run(command, Array(arguments.dropFirst(words)), console)
      }
    }
    return runGroup(first, Array(arguments.dropFirst()), console)
  }

  /// Tells about the commands of a group where only its name was typed, or something unknown behind it.
  private static func runGroup(_ name: String, _ rest: [String], _ console: any Console) -> Int32 {
    let group = commands.filter { $0.name.hasPrefix(name + " ") }
    guard !group.isEmpty else {
      console.error("unknown command '\(name)'; 'fil --help' lists them")
      return 2
    }
    if let word = rest.first, word == "--help" || word == "-h" {
      console.line(overview(of: group))
      return 0
    }
    console.error(
      (rest.first.map { "unknown command '\(name) \($0)'" } ?? "what of '\(name)'?")
        + "; 'fil \(name) --help' lists them")
    return 2
  }

  private static func run(_ command: any Command.Type, _ arguments: [String], _ console: any Console) -> Int32 {
    do {
      var options = try Options(arguments, command)
      if options.wantsHelp {
        console.line(command.help)
        return 0
      }
      return try command.run(&options, console)
    } catch let error as UsageError {
      console.progress(nil)
      console.error("\(error.text); 'fil \(command.name) --help' says more")
      return 2
    } catch {
      console.progress(nil)
      console.error("\(error)")
      return 1
    }
  }

  private static func overview(of commands: [any Command.Type]) -> String {
    let width = commands.map { $0.name.count }.max() ?? 0
    let rows = commands.map { "  " + $0.name.padding(toLength: width + 2, withPad: " ", startingAt: 0) + $0.summary }
    return """
      fil: looks into Filecoin data.

      usage: fil COMMAND [ARGUMENTS] [--json]

      \(rows.joined(separator: "\n"))

      'fil COMMAND --help' says more about one. Errors go to the error stream; the exit status is 0 for success, 1 for a
      failure and 2 for wrong arguments.
      """
  }
}
