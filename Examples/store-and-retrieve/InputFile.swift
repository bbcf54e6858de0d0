import Foundation

/// The file that is stored.
struct InputFile: Sendable {
  /// What is left of a sector of 8 MiB for a file, when its archive's own bytes are counted.
  static let maxBytes = 8_300_000

  let path: String

  /// Reads the file.
  ///
  /// - Throws: `DemoError` if it cannot be read, or no sector can hold it.
  func read() throws -> [UInt8] {
    let size: Int
    do {
      let values = try URL(fileURLWithPath: path).resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey])
      guard values.isRegularFile == true else { throw DemoError("\(path) is no file") }
      size = values.fileSize ?? 0
    } catch let error as DemoError {
      throw error
    } catch {
      throw DemoError("cannot read \(path): there is no such file")
    }
    guard size <= Self.maxBytes else {
      throw DemoError("\(path) has \(size) bytes; a sector of 8 MiB takes a file of \(Self.maxBytes) at most")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DemoError("cannot read \(path): permission denied")
    }
    return [UInt8](data)
  }
}
