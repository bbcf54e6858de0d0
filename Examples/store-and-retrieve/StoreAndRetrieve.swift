import FilCore
import FilNode
import Foundation

/// Takes a file through a storage deal on a network in this process, and back out of the sealed sector.
@main
enum StoreAndRetrieve {
  static let usage = """
    usage: store-and-retrieve FILE [--seed N]

    Starts a Filecoin network inside this process, in virtual time, with one storage miner and sectors of 8 MiB. Stores FILE
    with a storage deal: the provider fetches, publishes, seals and proves it. When the sector has passed its first window
    PoSt, FILE is fetched out of the sealed sector and compared. The same file and seed (7) bring the same chain.
    """

  static func main() async {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      guard arguments != ["--help"] else { return print(usage) }
      let (path, seed) = try parse(arguments)
      let file = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      let story = try await Demo.run(file, seed: seed) { line in print(line) }
      print(story.isSame ? "same bytes" : "other bytes")
      exit(story.isSame ? 0 : 1)
    } catch let error as UsageError {
      fail("\(error.reason)\n\(usage)", status: 2)
    } catch let error as CocoaError {
      fail("cannot read the file: \(error.localizedDescription)", status: 1)
    } catch {
      fail("\(error)", status: 1)
    }
  }

  private static func parse(_ arguments: [String]) throws -> (path: String, seed: UInt64) {
    switch arguments.count {
    case 1 where !arguments[0].hasPrefix("--"): return (arguments[0], 7)
    case 3 where arguments[1] == "--seed":
      guard let seed = UInt64(arguments[2]) else { throw UsageError(reason: "--seed needs a number") }
      return (arguments[0], seed)
    default: throw UsageError(reason: "one file, please")
    }
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data("store-and-retrieve: \(message)\n".utf8))
    exit(status)
  }
}

/// A command line that asks for what there is not.
struct UsageError: Error {
  let reason: String
}
