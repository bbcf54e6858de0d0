/// Why the demo does not get on: one line.
struct DemoError: Error, CustomStringConvertible {
  let description: String
  /// The exit status.
  let status: Int32

  init(_ reason: String, status: Int32 = 1) {
    description = reason
    self.status = status
  }
}
