internal import FilCore

/// Writes values as the reference implementation serialises them: fixed-width little-endian integers, lists with a
/// 64-bit count, enumerations with a 32-bit number.
struct Bincode {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ value: Bytes32) { value.withUnsafeBytes { bytes.append(contentsOf: $0) } }

  mutating func append(_ value: some FixedWidthInteger) { bytes += value.littleEndianBytes }

  mutating func append(_ values: [Bytes32]) {
    append(list: values) { $0.append($1) }
  }

  mutating func append<T>(list: [T], _ element: (inout Bincode, T) -> Void) {
    append(UInt64(list.count))
    for value in list { element(&self, value) }
  }

  /// A Merkle proof; the number of base levels decides where a compound tree's parts end.
  mutating func append(_ proof: MerkleProof, upperLevels: Int) {
    append(UInt32(upperLevels))
    let base = proof.path.count - upperLevels
    if upperLevels == 0 {
      append(proof.root)
      append(proof.leaf)
      append(steps: proof.path[...])
      return
    }
    append(steps: proof.path[..<base])
    for level in base..<proof.path.count { append(steps: proof.path[level...level]) }
    append(proof.root)
    append(proof.leaf)
  }

  private mutating func append(steps: ArraySlice<MerkleProof.Step>) {
    append(list: Array(steps)) { bincode, step in
      bincode.append(step.siblings)
      bincode.append(UInt64(step.index))
    }
  }
}
