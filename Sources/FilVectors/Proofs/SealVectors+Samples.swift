internal import FilCore
internal import FilProofs

extension SealVectors {
  /// Compares whichever nodes of layers, columns, replica and trees a case lists.
  static func samples(_ sector: RecordedSector, _ line: JSONValue) throws {
    try layers(sector, line)
    let columns = try sector.trees("c")
    if line["column_hashes"] != nil {
      try expect(columns.prefix(first: 64), equals: try line.requireDigests("column_hashes"), "columns")
    }
    for (name, bytes) in [("column_hashes_first4", columns), ("column_hashes_first8", columns)] {
      try expectStart(of: bytes, line, name)
    }
    try expectStart(of: try sector.file("sealed"), line, "sealed_first8_nodes")
    try expectEnd(of: columns, line, "tree_c_last9_nodes")
    try expectEnd(of: try sector.file("sc-02-data-tree-d.dat"), line, "tree_d_last7_nodes")
    try expectEnd(of: try sector.trees("r-last"), line, "tree_r_last_last9_nodes")
    if line["tree_d_rows"] != nil { try rows(sector, line) }
    for name in ["staged", "sealed"] where line[name] != nil {
      try expect(try sector.file(name == "staged" ? "unsealed" : name), equals: try line.requireBytes(name), name)
    }
  }

  private static func layers(_ sector: RecordedSector, _ line: JSONValue) throws {
    for number in 1...sector.parameters.layerCount {
      let labels = try sector.file("sc-02-data-layer-\(number).dat")
      if let all = line["layer_sha256"]?.array {
        try expect(SHA256.hash(labels), equals: try all[number - 1].bytes32(), "layer \(number)")
      }
      guard let recorded = line["layers"]?.array?[number - 1] else { continue }
      if let nodes = recorded.array {
        try expect(labels.nodes, equals: try nodes.map { try $0.bytes32() }, "layer \(number)")
      } else {
        try layerSamples(labels, recorded, number)
      }
    }
  }

  private static func layerSamples(_ labels: [UInt8], _ recorded: JSONValue, _ number: Int) throws {
    try expect(SHA256.hash(labels), equals: try recorded.requireBytes32("sha256"), "layer \(number)")
    try expectStart(of: labels, recorded, "first8")
    try expectEnd(of: labels, recorded, "last4")
    let middle = try recorded.require("middle")
    let index: Int = try middle.requireInteger("index")
    try expect(
      Bytes32(labels[32 * index..<32 * index + 32]), equals: try middle.requireBytes32("label"), "label \(index)")
  }

  /// Every row of the trees of a small sector; the lowest of the tree over the replica is computed again.
  private static func rows(_ sector: RecordedSector, _ line: JSONValue) throws {
    for (name, file, leaves) in [("tree_d_rows", "tree-d", 64), ("tree_c_rows", "tree-c", 64)] {
      let nodes = try sector.file("sc-02-data-\(file).dat").nodes.dropFirst(leaves)
      let recorded = try line.requireArray(name).flatMap { try ($0.array ?? []).map { try $0.bytes32() } }
      try expect(Array(nodes), equals: recorded, name)
    }
    let lowest = try (try line.requireArray("tree_r_last_rows").first?.array ?? []).map { try $0.bytes32() }
    try expect(try sector.lowestReplicaRow(), equals: lowest, "tree_r_last_rows")
  }

  private static func expectStart(of bytes: [UInt8], _ line: JSONValue, _ name: String) throws {
    guard line[name] != nil else { return }
    let recorded = try line.requireDigests(name)
    try expect(bytes.prefix(first: recorded.count), equals: recorded, name)
  }

  private static func expectEnd(of bytes: [UInt8], _ line: JSONValue, _ name: String) throws {
    guard line[name] != nil else { return }
    let recorded = try line.requireDigests(name)
    try expect(Array(bytes.suffix(32 * recorded.count)).nodes, equals: recorded, name)
  }
}

extension [UInt8] {
  /// The bytes in nodes of 32.
  var nodes: [Bytes32] { prefix(first: count / 32) }

  /// The first nodes of 32 bytes.
  func prefix(first nodes: Int) -> [Bytes32] {
    (0..<Swift.min(nodes, count / 32)).compactMap { Bytes32(self[32 * $0..<32 * $0 + 32]) }
  }
}
