internal import CSodium

/// The operating system's random bytes, fit for keys.
public struct SystemRandom: RandomSource {
  /// The operating system's source.
  public init() {}

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func bytes(_ count: Int) -> [UInt8] {
    precondition(sodium_init() >= 0, "libsodium cannot start")
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
      if let start = buffer.baseAddress { randombytes_buf(start, count) }
      written = count
    }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func fork(_ label: String) -> any RandomSource { self }
}
