internal import Synchronization

/// Bytes that follow from a seed: BLAKE2b keyed with it, over a counter.
///
/// Whoever knows the seed knows the bytes, so it is for simulations and tests, where the same run must come twice.
public final class SeededRandom: RandomSource {
  private struct State {
    var counter: UInt64 = 0
    var rest: ArraySlice<UInt8> = []
  }

  private let key: Bytes32
  private let state = Mutex(State())

  /// A source from a 32-byte seed.
  public init(seed: Bytes32) {
    key = seed
  }

  /// A source from an integer.
  public convenience init(seed: UInt64) {
    self.init(seed: SeededRandom.derive(Bytes32.zero, "seed \(seed)"))
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func bytes(_ count: Int) -> [UInt8] {
    state.withLock { state in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(count)
      while bytes.count < count {
        if state.rest.isEmpty { refill(&state) }
        let part = state.rest.prefix(count - bytes.count)
        bytes += part
        state.rest = state.rest.dropFirst(part.count)
      }
      return bytes
    }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func fork(_ label: String) -> any RandomSource {
    SeededRandom(seed: SeededRandom.derive(key, "fork " + label))
  }

  private func refill(_ state: inout State) {
    let counter = withUnsafeBytes(of: state.counter.littleEndian) { Array($0) }
    state.rest = BLAKE2b.hash(counter, key: key.bytes, count: 64)[...]
    state.counter += 1
  }

  /// A key for a purpose; its text is longer than a counter, so no digest serves twice.
  private static func derive(_ key: Bytes32, _ purpose: String) -> Bytes32 {
    let digest = BLAKE2b.hash(Array("swift-filecoin random: \(purpose)".utf8), key: key.bytes, count: 32)
    return Bytes32 { $0.copyBytes(from: digest) }
  }
}
