internal import Synchronization

/// An index of payloads in memory.
///
/// ```swift
/// let index = MemoryPayloadIndex()
/// let roots = try index.add(ArraySource(car), as: piece)
/// ```
public final class MemoryPayloadIndex: PayloadIndex {
  /// What blocks go by.
  private struct Key: Hashable {
    let hash: MultihashCode
    let digest: [UInt8]

    init(_ cid: CID) {
      hash = cid.hash
      digest = cid.digest
    }
  }

  private let places = Mutex<[Key: [PayloadLocation]]>([:])

  /// An empty index.
  public init() {}

  /// How many blocks it knows.
  public var count: Int { places.withLock { $0.count } }

  /// Adds the blocks of a CAR that is a whole piece, or all of it but zeros at the end.
  ///
  /// - Parameters:
  ///   - car: The piece's bytes, from the start.
  ///   - piece: The piece.
  ///   - verifiesBlocks: Whether each block is hashed and compared with its CID.
  /// - Returns: The roots that the CAR names.
  /// - Throws: `CARError` for anything but a CAR of version 1 or 2; nothing is added then.
  @discardableResult
  public func add(
    _ car: some ByteSource, as piece: CID, verifiesBlocks: Bool = true
  ) throws(CARError) -> [CID] {
    var reader = try CARReader(
      car, options: CAROptions(verifiesBlocks: verifiesBlocks, endsAtEmptySection: true))
    var found: [(Key, PayloadLocation)] = []
    while let section = try reader.next() {
      guard section.block.cid.hash != .identity else { continue }
      let size = UInt64(section.block.bytes.count)
      found.append(
        (Key(section.block.cid), PayloadLocation(piece: piece, offset: section.dataOffset, size: size)))
    }
    places.withLock { places in
      for (key, place) in found where places[key]?.contains(where: { $0.piece == piece }) != true {
        places[key, default: []].append(place)
      }
    }
    return reader.roots
  }

  /// Takes away all that is in a piece.
  public func remove(_ piece: CID) {
    places.withLock { places in
      places = places.compactMapValues { list in
        let rest = list.filter { $0.piece != piece }
        return rest.isEmpty ? nil : rest
      }
    }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func locations(of cid: CID) throws(StoreError) -> [PayloadLocation] {
    places.withLock { $0[Key(cid)] ?? [] }
  }
}
