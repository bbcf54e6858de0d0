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
    defer { removePartial() }
    for file in [archive, facts] {
      try Self.requireNoFolder(file)
      try Self.fill(file) { _ in }
    }
  }

  /// Writes the chain of a network.
  ///
  /// - Returns: What to tell people.
  /// - Throws: `DemoError` if there is no space.
  func write(_ network: LocalNetwork) throws -> String {
    defer { removePartial() }
    let chain = try Self.fill(archive) { sink in try network.export(to: &sink) }
    try Self.fill(facts) { sink in try sink.write(Array(chain.json.utf8)) }
    for file in [facts, archive] { try Self.finish(file) }
    return "chain of \(chain.tipsets) tipsets, \(chain.bytes) bytes, in \(archive.path) and \(facts.path)"
  }

  private func removePartial() {
    for file in [archive, facts] { try? FileManager.default.removeItem(at: Self.partial(file)) }
  }

  // MARK: One file

  private static func partial(_ file: URL) -> URL { file.appendingPathExtension("partial") }

  private static func requireNoFolder(_ file: URL) throws(DemoError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), isFolder.boolValue else { return }
    throw DemoError(writing: file.path, String(cString: strerror(EISDIR)))
  }

  /// Writes a file under its other name.
  private static func fill<Value>(_ file: URL, _ body: (inout FileSink) throws -> Value) throws(DemoError) -> Value {
    do {
      var sink = try FileSink(path: partial(file).path)
      let value = try body(&sink)
      try sink.finish()
      return value
    } catch {
      throw DemoError(writing: file.path, reason(of: error, partial(file).path))
    }
  }

  /// Gives a file its name.
  private static func finish(_ file: URL) throws(DemoError) {
    guard rename(partial(file).path, file.path) == 0 else {
      throw DemoError(writing: file.path, String(cString: strerror(errno)))
    }
  }

  /// What the system says where it is the system that fails.
  private static func reason(of error: any Error, _ path: String) -> String {
    let detail =
      switch error {
      case let error as StoreError: error.detail
      case ChainExportError.archive(let error): error.detail
      default: "\(error)"
      }
    return detail.range(of: "\(path): ").map { String(detail[$0.upperBound...]) } ?? detail
  }
}
