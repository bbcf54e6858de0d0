import Foundation

/// The file that is stored.
struct InputFile: Sendable {
  /// What is left of a sector of 8 MiB for a file, when its archive's own bytes are counted.
  static let maxBytes = 8_300_000

  let path: String

  /// Where the file is when links are followed.
  var location: URL { URL(fileURLWithPath: path).resolvingSymlinksInPath() }

  /// Reads the file.
  ///
  /// - Throws: `DemoError` if it cannot be read, or no sector can hold it.
  func read() throws -> [UInt8] {
    let values = try? location.resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
    guard let values, FileManager.default.fileExists(atPath: location.path) else {
      throw DemoError("cannot read \(path): there is no such file")
    }
    guard values.isRegularFile == true else { throw DemoError("\(path) is no file") }
    let size = values.fileSize ?? 0
    guard size <= Self.maxBytes else { throw tooLarge(size) }
    guard let data = FileManager.default.contents(atPath: location.path) else {
      throw DemoError("cannot read \(path): permission denied")
    }
    // It may have grown since.
    guard data.count <= Self.maxBytes else { throw tooLarge(data.count) }
    return [UInt8](data)
  }

  private func tooLarge(_ size: Int) -> DemoError {
    DemoError("\(path) has \(size) bytes; a sector of 8 MiB takes a file of \(Self.maxBytes) at most")
  }
}
