import Foundation

exit(FilTool.run(Array(CommandLine.arguments.dropFirst()), TerminalConsole()))
