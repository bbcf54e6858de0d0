import FilChain
import FilCore
import FilStore
import Foundation

/// A file that gets its name when it is whole. Until then it stands beside it under a name that was nobody's before, and
/// which goes with this value.
struct PartialFile: ~Copyable {
  private let target: String
  private let path: String

  /// Creates an empty file beside the target.
  ///
  /// - Throws: `DemoError` if it cannot be created.
  init(for target: String) throws(DemoError) {
    self.target = target
    path = "\(target).\(UUID().uuidString.prefix(8)).partial"
    // Never a file that is there, nor what a link leads to.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw DemoError(writing: target, String(cString: strerror(errno))) }
    close(descriptor)
  }

  deinit { unlink(path) }

  /// Writes the file and waits until it is on the disk.
  func fill<Value>(_ body: (inout FileSink) throws -> Value) throws(DemoError) -> Value {
    do {
      var sink = try FileSink(path: path)
      let value = try body(&sink)
      try sink.finish()
      return value
    } catch {
      throw DemoError(writing: target, reason(error))
    }
  }

  /// Gives the file its name, whatever had it before.
  consuming func takeName() throws(DemoError) {
    guard rename(path, target) == 0 else { throw DemoError(writing: target, String(cString: strerror(errno))) }
  }

  /// What went wrong, without the name that nobody knows.
  private func reason(_ error: any Error) -> String {
    let text =
      switch error {
      case let error as StoreError: error.detail
      case ChainExportError.archive(let error): error.detail
      default: "\(error)"
      }
    return text.firstRange(of: "\(path): ").map { String(text[$0.upperBound...]) } ?? text
  }
}
