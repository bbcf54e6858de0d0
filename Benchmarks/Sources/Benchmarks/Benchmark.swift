/// One thing that is timed.
struct Benchmark {
  /// What it is called.
  let name: String
  /// How many bytes one run goes through; `nil` where that says nothing.
  let bytes: Int?
  /// One run.
  let run: () throws -> Void

  init(_ name: String, bytes: Int? = nil, _ run: @escaping () throws -> Void) {
    self.name = name
    self.bytes = bytes
    self.run = run
  }
}
