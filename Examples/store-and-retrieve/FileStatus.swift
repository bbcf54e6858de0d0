import Foundation

/// What the system says of the file that a path leads to, through links.
struct FileStatus {
  private let status: stat

  /// The status of a path; `nil` if it leads to nothing.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.status = status
  }

  /// The status of an open file; `nil` if there is none.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.status = status
  }

  var isFolder: Bool { status.st_mode & S_IFMT == S_IFDIR }
  var isRegular: Bool { status.st_mode & S_IFMT == S_IFREG }
  var size: Int { Int(status.st_size) }

  /// Whether both are one file, by whatever names.
  func isSameFile(as other: FileStatus?) -> Bool {
    status.st_dev == other?.status.st_dev && status.st_ino == other?.status.st_ino
  }
}
