internal import CFilKernels
public import FilCore

/// Keccak-256 as Ethereum uses it: not the function that became SHA3-256, whose padding differs.
public enum Keccak256 {
  /// The digest of `bytes`.
  public static func hash(_ bytes: [UInt8]) -> Bytes32 {
    Bytes32 { out in
      bytes.withUnsafeBufferPointer {
        fil_keccak256($0.baseAddress, $0.count, out.baseAddress?.assumingMemoryBound(to: UInt8.self))
      }
    }
  }
}
