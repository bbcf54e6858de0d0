internal import CFilKernels

/// RIPEMD-160, one of the hash functions that contracts may call.
public enum RIPEMD160 {
  /// The 20-byte digest of `bytes`.
  public static func hash(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 20) { out, count in
      bytes.withUnsafeBufferPointer { fil_ripemd160($0.baseAddress, $0.count, out.baseAddress) }
      count = 20
    }
  }
}
