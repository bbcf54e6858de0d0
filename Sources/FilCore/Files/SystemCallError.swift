#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A call of the operating system that failed.
package struct SystemCallError: Error, Hashable, CustomStringConvertible {
  /// What was tried, for people.
  package let call: String
  /// The system's number of the error.
  package let code: Int32

  /// A failure with the number that the system has just set.
  init(_ call: String, code: Int32 = errno) {
    self.call = call
    self.code = code
  }

  /// Whether there is no file, or no folder on the way to it.
  package var isMissing: Bool { code == ENOENT }
  /// Whether there is no room: on the device, or for the user.
  package var isFull: Bool { code == ENOSPC || code == EDQUOT }

  /// What the system says of the error, such as "No space left on device".
  package var reason: String { String(cString: strerror(code)) }
  package var description: String { "\(call): \(reason)" }
}
