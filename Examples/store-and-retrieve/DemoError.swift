/// Why the demo does not get on: one line.
struct DemoError: Error, CustomStringConvertible {
  let description: String
  /// The exit status.
  let status: Int32

  init(_ reason: String, status: Int32 = 1) {
    description = reason
    self.status = status
  }

  /// A file cannot be written.
  init(writing path: String, _ reason: String) {
    self.init("cannot write \(path): \(reason)")
  }
}
