internal import CFilKernels

extension Poseidon {
  /// Hashes many preimages of 32-byte elements that lie in memory.
  ///
  /// - Parameters:
  ///   - inputs: Where each element of the first preimage is; ``arity`` of them.
  ///   - stride: The distance in bytes from an element to that of the next preimage.
  ///   - count: How many preimages.
  ///   - out: Room for 32 bytes for each.
  /// - Returns: How many were hashed: fewer than `count` if an element is not below the prime.
  func hash(
    _ inputs: [UnsafeRawPointer], stride: Int, count: Int, into out: UnsafeMutableRawPointer
  ) -> Int {
    precondition(inputs.count == arity, "Poseidon of arity \(arity) does not take \(inputs.count) elements")
    let pointers = inputs.map { Optional($0.assumingMemoryBound(to: UInt8.self)) }
    return withInstance { instance in
      pointers.withUnsafeBufferPointer {
        fil_poseidon_hash(
          instance, $0.baseAddress, stride, count, out.assumingMemoryBound(to: UInt8.self), FIL_POSEIDON_BEST)
      }
    }
  }

  /// Hashes groups of ``arity`` neighbours of 32 bytes each to one digest for each group.
  ///
  /// - Parameters:
  ///   - row: The elements of a row of a tree, at least `count` times the arity.
  ///   - count: How many groups.
  ///   - out: Room for 32 bytes for each; not overlapping the row.
  /// - Returns: How many were hashed: fewer than `count` if an element is not below the prime.
  func hash(groupsOf row: UnsafeRawPointer, count: Int, into out: UnsafeMutableRawPointer) -> Int {
    hash((0..<arity).map { row + 32 * $0 }, stride: 32 * arity, count: count, into: out)
  }
}
