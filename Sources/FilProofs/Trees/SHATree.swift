internal import CFilKernels
internal import FilCore

/// Binary trees over unsealed data: a node is the SHA-256 of its two children with the two top bits cleared.
enum SHATree {
  /// The node above two others.
  static func node(_ left: Bytes32, _ right: Bytes32) -> Bytes32 {
    withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { pair in
      left.withUnsafeBytes { pair.copyMemory(from: $0) }
      right.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: pair[32...]).copyMemory(from: $0) }
      return Bytes32 { hash(UnsafeRawBufferPointer(pair), into: $0) }
    }
  }

  /// The row above a row of an even number of nodes.
  static func row(above row: [UInt8]) -> [UInt8] {
    let count = row.count / 64
    return [UInt8](unsafeUninitializedCapacity: 32 * count) { out, written in
      row.withUnsafeBytes { hash($0, into: UnsafeMutableRawBufferPointer(out)) }
      written = 32 * count
    }
  }

  /// The root over a power of two of nodes.
  static func root(of leaves: [UInt8]) -> Bytes32 {
    var current = leaves
    while current.count > 32 { current = row(above: current) }
    return Bytes32(current) ?? .zero
  }

  private static func hash(_ pairs: UnsafeRawBufferPointer, into out: UnsafeMutableRawBufferPointer) {
    fil_sha256_trunc254_pairs(
      pairs.baseAddress?.assumingMemoryBound(to: UInt8.self), pairs.count / 64,
      out.baseAddress?.assumingMemoryBound(to: UInt8.self))
  }
}
