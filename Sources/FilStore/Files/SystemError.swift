internal import FilCore
internal import Foundation

extension StoreError {
  /// The error for a call of the operating system that has just failed.
  static func system(_ what: String, _ path: String, errno code: Int32 = errno) -> StoreError {
    StoreError(code == ENOSPC ? .full : .failed, "\(what) \(path): \(String(cString: strerror(code)))")
  }

  /// The error for a call of the operating system about a file.
  init(_ error: SystemCallError, _ path: String) {
    self.init(error.isFull ? .full : .failed, "\(error.call) \(path): \(error.reason)")
  }
}
