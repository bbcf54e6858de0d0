internal import FilCore
internal import FilCrypto

/// Rows of trees whose nodes are Poseidon hashes of their children.
enum PoseidonTree {
  /// The row above a row, or `nil` if a node of it is no field element.
  static func row(above row: [UInt8], arity: Int) -> [UInt8]? {
    guard let hash = PoseidonArity(rawValue: arity).map(Poseidon.merkle) else { return nil }
    let count = row.count / (32 * arity)
    var done = 0
    let result = [UInt8](unsafeUninitializedCapacity: 32 * count) { out, written in
      row.withUnsafeBytes { source in
        guard let base = source.baseAddress, let target = UnsafeMutableRawPointer(out.baseAddress) else { return }
        done = hash.hash(groupsOf: base, count: count, into: target)
      }
      written = 32 * done
    }
    return done == count ? result : nil
  }

  /// The node above others, or `nil` if one of them is no field element.
  static func node(_ children: [Bytes32]) -> Bytes32? {
    row(above: children.flatMap(\.bytes), arity: children.count).flatMap { Bytes32($0) }
  }
}
