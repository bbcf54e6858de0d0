#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Changes of the system's tree of files.
package enum FileSystem {
  /// Makes a directory, unless it is there; what holds it must be.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - permissions: Its permissions.
  /// - Throws: `SystemCallError`.
  package static func makeDirectory(_ path: String, permissions: UInt16) throws(SystemCallError) {
    guard mkdir(path, mode_t(permissions)) == 0 || errno == EEXIST else { throw SystemCallError("make directory") }
  }

  /// Removes the name of a file, if it exists.
  ///
  /// - Parameter path: Where it is.
  /// - Throws: `SystemCallError`.
  package static func removeFile(_ path: String) throws(SystemCallError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw SystemCallError("remove") }
  }
}
