import FilChain
import FilCore
import FilNode
import FilStore
import Foundation

/// The files that the chain is written to: an archive, and beside it what a checker must know of the network.
///
/// Both are written under other names first, so that under theirs they are complete or not there.
struct ChainFiles: Sendable {
  private let archive: URL
  private var facts: URL { archive.deletingPathExtension().appendingPathExtension("json") }

  /// Requires that the files can be written, before there is anything to write.
  ///
  /// - Parameters:
  ///   - path: Where the archive goes.
  ///   - input: The file that is stored, which is not to be written over.
  /// - Throws: `DemoError` if they cannot.
  init(path: String, sparing input: InputFile) throws {
    archive = URL(fileURLWithPath: path)
    guard archive.pathExtension != "json" else {
      throw DemoError("\(path): .json is for what goes beside it", status: 2)
    }
    let spared = URL(fileURLWithPath: input.path).resolvingSymlinksInPath()
    guard ![archive, facts].map({ $0.resolvingSymlinksInPath() }).contains(spared) else {
      throw DemoError("the export would write over \(input.path)", status: 2)
    }
    _ = try FileSink(path: Self.partial(archive).path)
    try? FileManager.default.removeItem(at: Self.partial(archive))
  }

  /// Writes the chain of a network.
  ///
  /// - Returns: What to tell people.
  /// - Throws: `DemoError` if there is no space.
  func write(_ network: LocalNetwork) throws -> String {
    var sink = try FileSink(path: Self.partial(archive).path)
    do {
      let chain = try network.export(to: &sink)
      try sink.finish()
      try Data(chain.json.utf8).write(to: facts, options: .atomic)
      try Self.move(Self.partial(archive), to: archive)
      return "chain of \(chain.tipsets) tipsets, \(chain.bytes) bytes, in \(archive.path) and \(facts.path)"
    } catch {
      try? FileManager.default.removeItem(at: Self.partial(archive))
      throw DemoError("cannot export the chain: \(error)")
    }
  }

  private static func partial(_ file: URL) -> URL { file.appendingPathExtension("partial") }

  private static func move(_ source: URL, to target: URL) throws {
    guard rename(source.path, target.path) == 0 else { throw DemoError(String(cString: strerror(errno))) }
  }
}
