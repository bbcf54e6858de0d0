package import FilCore

/// A vanilla proof of spacetime spelled out as the reference implementation has it: a Merkle proof for each challenge.
package struct ExpandedPoStProof: Sendable {
  /// Everything about one sector.
  package struct Sector: Sendable {
    /// The sector's number.
    package let number: UInt64
    /// The commitment to the replica.
    package let commR: Bytes32
    /// The commitment to the columns.
    package let commC: Bytes32
    /// The commitment to the replica alone.
    package let commRLast: Bytes32
    /// A proof for each challenge, as drawn.
    package let inclusions: [MerkleProof]

    /// Everything about one sector, from wherever it is.
    package init(
      number: UInt64, commR: Bytes32, commC: Bytes32, commRLast: Bytes32, inclusions: [MerkleProof]
    ) {
      self.number = number
      self.commR = commR
      self.commC = commC
      self.commRLast = commRLast
      self.inclusions = inclusions
    }
  }

  /// The sectors in the prover's order.
  package let sectors: [Sector]
  private let upperLevels: Int

  /// A proof of sectors whose trees have some levels above the base trees.
  package init(sectors: [Sector], shape: TreeShape) {
    self.sectors = sectors
    upperLevels = [shape.sub, shape.top].count { $0 > 0 }
  }

  /// The reference's serialisation.
  package var bincode: [UInt8] {
    var bincode = Bincode()
    bincode.append(list: sectors) { bincode, sector in
      bincode.append(sector.number)
      bincode.append(sector.commR)
      bincode.append(list: [sector]) { bincode, sector in
        bincode.append(list: sector.inclusions) { $0.append($1, upperLevels: upperLevels) }
        bincode.append(sector.commC)
        bincode.append(sector.commRLast)
      }
    }
    return bincode.bytes
  }
}
