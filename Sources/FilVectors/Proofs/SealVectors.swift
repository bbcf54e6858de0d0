internal import FilCore
internal import FilProofs

/// Sealed sectors.
enum SealVectors {
  static let files: [ProofsFile] = [
    .lines("seal_2k.jsonl", run),
    .lines("seal_4k_16k_32k.jsonl", run),
    .lines("seal_8m.jsonl", run),
    large("seal_512m.jsonl", run),
  ]

  /// A file that needs gigabytes and minutes: it runs in release builds only.
  static func large(_ name: String, _ body: @escaping @Sendable (JSONValue) throws -> Void) -> ProofsFile {
    #if DEBUG
      return .skipped(name, "512 MiB sectors run in release builds only")
    #else
      return .lines(name, body)
    #endif
  }

  private static func run(_ line: JSONValue) throws {
    let sector = try RecordedSector(line)
    try expect(sector.packed.map(\.size.unpadded), equals: try sizes(line), "piece sizes")
    try expect(
      sector.packed.map(\.commitment),
      equals: try line.requireArray("piece_infos").map { try $0.requireBytes32("comm_p") }, "piece commitments")
    try commitments(sector, line)
    try files(sector, line)
    try samples(sector, line)
    try unsealing(sector, line)
  }

  private static func sizes(_ line: JSONValue) throws -> [UInt64] {
    try line.requireArray("piece_infos").map { try $0.requireInteger("unpadded_size") }
  }

  private static func commitments(_ sector: RecordedSector, _ line: JSONValue) throws {
    let commitments = sector.commitments
    try expect(commitments.replicaID, equals: try line.requireBytes32("replica_id"), "replica id")
    try expect(commitments.commD, equals: try line.requireBytes32("comm_d"), "CommD")
    try expect(commitments.commC, equals: try line.requireBytes32("comm_c"), "CommC")
    try expect(commitments.commRLast, equals: try line.requireBytes32("comm_r_last"), "CommRLast")
    try expect(commitments.commR, equals: try line.requireBytes32("comm_r"), "CommR")
    try expect(commitments.unsealedCID.description, equals: try line.requireString("unsealed_cid"), "unsealed CID")
    try expect(commitments.sealedCID.description, equals: try line.requireString("sealed_cid"), "sealed CID")
    let expected = try DataCommitment.ofSector(pieces: sector.packed, sectorSize: sector.parameters.sectorSize)
    try expect(commitments.commD, equals: expected, "CommD of the pieces")
  }

  private static func files(_ sector: RecordedSector, _ line: JSONValue) throws {
    try expect(SHA256.hash(try sector.file("sealed")), equals: try line.requireBytes32("sealed_sha256"), "replica")
    try expect(SHA256.hash(try sector.file("unsealed")), equals: try line.requireBytes32("staged_sha256"), "data")
    // t_aux only names the paths of the recording machine.
    for recorded in try line.requireArray("cache_files") where recorded["name"]?.string != "t_aux" {
      let name = try recorded.requireString("name")
      let bytes = try sector.file(name)
      try expect(bytes.count, equals: try recorded.requireInteger("size"), "size of \(name)")
      if recorded["sha256"] != nil {
        try expect(SHA256.hash(bytes), equals: try recorded.requireBytes32("sha256"), name)
      }
      if recorded["hex"] != nil { try expect(bytes, equals: try recorded.requireBytes("hex"), name) }
    }
  }

  private static func unsealing(_ sector: RecordedSector, _ line: JSONValue) throws {
    let storage = sector.storage
    let original = try Fr32.unpad(try storage.read(.unsealed))
    for number in 1...sector.parameters.layerCount { storage.remove(.layer(number)) }
    storage.remove(.unsealed)
    let replicaID = sector.commitments.replicaID
    let data = try sector.sealer.unseal(replicaID: replicaID, in: storage)
    guard data == original else { throw VectorError("the unsealed data is not what was sealed") }
    if line["unsealed_unpadded_sha256"] != nil {
      try expect(SHA256.hash(data), equals: try line.requireBytes32("unsealed_unpadded_sha256"), "unsealed data")
    }
    // By range, where labelling again is cheap.
    guard data.count <= 65_536 else { return }
    for range in [0..<1, 126..<128, 500..<1500, data.count - 3..<data.count] {
      let part = try sector.sealer.unseal(
        UInt64(range.lowerBound)..<UInt64(range.upperBound), replicaID: replicaID, in: storage)
      try expect(part, equals: Array(data[range]), "unsealed \(range)")
    }
  }
}
