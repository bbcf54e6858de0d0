internal import FilCore

/// Random numbers out of a source of bytes.
struct SourceGenerator: RandomNumberGenerator {
  private let source: any RandomSource

  init(_ source: any RandomSource) {
    self.source = source
  }

  mutating func next() -> UInt64 {
    source.bytes(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
