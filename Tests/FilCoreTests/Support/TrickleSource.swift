import FilCore

/// A source that gives a few bytes at a time, and fails after some if it is told to.
struct TrickleSource: ByteSource {
  private var source: ArraySource
  private let step: Int
  private var left: Int

  init(_ bytes: [UInt8], step: Int, failingAfter limit: Int = .max) {
    source = ArraySource(bytes)
    self.step = step
    left = limit
  }

  mutating func next(limit: Int) throws(StoreError) -> [UInt8] {
    let bytes = try source.next(limit: min(limit, step))
    left -= bytes.count
    if left < 0 { throw StoreError(.failed, "told to") }
    return bytes
  }
}
