import Foundation

/// Takes a file through a storage deal on a network in this process, and back out of the sealed sector.
@main
enum StoreAndRetrieve {
  static func main() async {
    // A file-size limit is an error of the write, not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    let all = Array(CommandLine.arguments.dropFirst())
    guard Console.takeStreams() else { Console.fail("the output is closed", status: 1) }
    do {
      let arguments = try Arguments(all)
      guard !arguments.wantsHelp else { return Console.print(Arguments.usage) }
      let isSame = try await Demo(arguments) { Console.print($0) }.run()
      Console.print(isSame ? "same bytes" : "other bytes")
      exit(isSame ? 0 : 1)
    } catch {
      let line = "\(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
      Console.fail(line, status: (error as? DemoError)?.status ?? 1)
    }
  }
}
