import Foundation

// A limit on the size of files shall be an error of the write, not the end of the tool.
signal(SIGXFSZ, SIG_IGN)

let console = TerminalConsole()
let status = FilTool.run(Array(CommandLine.arguments.dropFirst()), console)
console.flush()
exit(status)
