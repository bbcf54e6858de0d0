import FilChain
import FilNode
import FilStore
import Foundation

/// The files that the chain is written to: an archive, and beside it what a checker must know of the network.
///
/// Under their names they are complete, or not there, and belong to the same chain.
struct ChainFiles: Sendable {
  private let archive: URL
  private var facts: URL { archive.deletingPathExtension().appendingPathExtension("json") }

  /// Requires that the files can be written, before there is anything to write.
  ///
  /// - Parameters:
  ///   - path: Where the archive goes.
  ///   - input: The file that is stored, which is not to be written over.
  /// - Throws: `DemoError` if they cannot.
  init(path: String, sparing input: InputFile) throws(DemoError) {
    archive = URL(fileURLWithPath: path)
    guard archive.pathExtension != "json" else {
      throw DemoError("\(path): .json is for what goes beside it", status: 2)
    }
    guard !path.hasSuffix("/") else { throw DemoError(writing: path, String(cString: strerror(EISDIR))) }
    for target in [archive.path, facts.path] {
      guard let status = FileStatus(target) else { continue }
      guard !status.isFolder else { throw DemoError(writing: target, String(cString: strerror(EISDIR))) }
      guard !status.isSameFile(as: FileStatus(input.path)) else {
        throw DemoError("the export would write over \(input.path)", status: 2)
      }
    }
    for target in [archive.path, facts.path] { _ = try PartialFile(for: target) }
  }

  /// Writes the chain of a network.
  ///
  /// - Returns: What to tell people.
  /// - Throws: `DemoError` if there is no space.
  func write(_ network: LocalNetwork) throws(DemoError) -> String {
    let newArchive = try PartialFile(for: archive.path)
    let newFacts = try PartialFile(for: facts.path)
    let chain = try newArchive.fill { sink in try network.export(to: &sink) }
    try newFacts.fill { sink in try sink.write(Array(chain.json.utf8)) }
    let lock = FolderLock(archive.deletingLastPathComponent().path)
    try newArchive.takeName()
    try newFacts.takeName()
    _ = consume lock
    return "chain of \(chain.tipsets) tipsets, \(chain.bytes) bytes, in \(archive.path) and \(facts.path)"
  }
}
