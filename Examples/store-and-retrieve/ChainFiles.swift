import FilChain
import FilCore
import FilNode
import FilStore
import Foundation

/// The files that the chain is written to: an archive, and beside it what a checker must know of the network.
///
/// Both are written under names of their own first, so that under theirs they are complete or not there.
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
    for target in [archive, facts] {
      guard target.resolvingSymlinksInPath() != input.location else {
        throw DemoError("the export would write over \(input.path)", status: 2)
      }
      var isFolder: ObjCBool = false
      guard !FileManager.default.fileExists(atPath: target.path, isDirectory: &isFolder) || !isFolder.boolValue
      else { throw DemoError("cannot write \(target.path): it is a folder") }
    }
    try Self.writing(archive) { partial in try FileSink(path: partial.path).finish() }
  }

  /// Writes the chain of a network.
  ///
  /// - Returns: What to tell people.
  /// - Throws: `DemoError` if there is no space.
  func write(_ network: LocalNetwork) throws -> String {
    try Self.writing(archive) { partial in
      var sink = try FileSink(path: partial.path)
      let chain = try network.export(to: &sink)
      try sink.finish()
      try Self.writing(facts) { partialFacts in
        try Data(chain.json.utf8).write(to: partialFacts)
        try Self.move(partial, to: archive)
        try Self.move(partialFacts, to: facts)
      }
      return "chain of \(chain.tipsets) tipsets, \(chain.bytes) bytes, in \(archive.path) and \(facts.path)"
    }
  }

  /// Gives `body` a new name beside a file's own to write to; in the end nothing has that name any more.
  private static func writing<Result>(_ file: URL, _ body: (URL) throws -> Result) throws -> Result {
    let partial = file.appendingPathExtension("\(UUID().uuidString.prefix(8)).partial")
    defer { try? FileManager.default.removeItem(at: partial) }
    do {
      return try body(partial)
    } catch let error as DemoError {
      throw error
    } catch let error as StoreError {
      let reason = error.detail.replacing(partial.path, with: file.path)
      throw DemoError("cannot write \(file.path): \(reason)")
    } catch {
      let reason = (error as? CocoaError)?.localizedDescription ?? "\(error)"
      throw DemoError("cannot write \(file.path): \(reason)")
    }
  }

  private static func move(_ source: URL, to target: URL) throws {
    guard rename(source.path, target.path) == 0 else {
      throw DemoError("cannot write \(target.path): \(String(cString: strerror(errno)))")
    }
  }
}
