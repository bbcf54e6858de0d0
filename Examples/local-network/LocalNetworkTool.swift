import FilNode
import Foundation

/// Runs a network in this process and reports on it.
@main
enum LocalNetworkTool {
  static func main() async {
    do {
      guard let arguments = try Arguments.parse(Array(CommandLine.arguments.dropFirst())) else {
        print(Arguments.usage)
        return
      }
      let report = try await run(arguments)
      print(report.text)
      exit(report.isGood ? 0 : 1)
    } catch let error as UsageError {
      fail("local-network: \(error)\n\(Arguments.usage)", status: 2)
    } catch {
      fail("local-network: \(error)", status: 1)
    }
  }

  private static func run(_ arguments: Arguments) async throws -> Report {
    let configuration = LocalNetworkConfiguration(storageMiners: arguments.miners, fullNodes: arguments.nodes)
    return try await LocalNetwork.run(configuration, seed: arguments.seed, observer: observe) { network in
      for done in stride(from: 0, to: arguments.epochs, by: 20) {
        try await network.advance(epochs: min(20, arguments.epochs - done))
        showProgress("epoch \(network.epoch)")
      }
      showProgress("")
      return try Report(network, epochs: arguments.epochs)
    }
  }

  private static func observe(_ node: Int, _ event: NodeEvent) {
    switch event {
    case .head, .mined: break
    default:
      showProgress("")
      FileHandle.standardError.write(Data("node \(node): \(event)\n".utf8))
    }
  }

  /// Shows how far the network is, in place, if a person watches the error stream.
  private static func showProgress(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    FileHandle.standardError.write(Data("\r\u{1b}[K\(text)".utf8))
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(status)
  }
}
