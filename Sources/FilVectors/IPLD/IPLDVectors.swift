internal import FilCore

/// Runs the vectors of the IPLD codecs: one value in each of them, and inputs to refuse.
public struct IPLDVectors: VectorKind {
  /// The name of the folder.
  public let name = "ipld"

  /// The kind.
  public init() {}

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    let fixtures = folder.folder("codec-fixtures")
    for name in fixtures.names {
      let fixture = fixtures.folder(name)
      for file in fixture.names { run.check("\(name)/\(file)") { try IPLDFixture(fixture, file).check() } }
    }
    let negative = folder.folder("negative-fixtures")
    for codec in negative.names {
      for direction in negative.folder(codec).names {
        let cases = negative.folder(codec).folder(direction)
        for file in cases.names {
          try IPLDVectors.runRefusals("\(codec)/\(direction)/\(file)", cases.data(file), direction, codec, &run)
        }
      }
    }
  }

  private static func runRefusals(
    _ id: String, _ bytes: [UInt8]?, _ direction: String, _ codec: String, _ run: inout VectorRun
  ) throws {
    // The file as a whole is DAG-JSON, and so is what stands under "dag-json".
    guard case .list(let cases) = try IPLDNode(dagJSON: bytes ?? []) else { throw VectorError("\(id) is no list") }
    for (number, vector) in cases.enumerated() {
      run.check("\(id)[\(number)]") {
        guard case .map(let fields) = vector else { throw VectorError("a case is no map") }
        if direction == "decode" { try checkDecoding(fields, codec) } else { try checkEncoding(fields, codec) }
      }
    }
  }

  private static func checkDecoding(_ fields: IPLDMap, _ codec: String) throws {
    guard case .string(let hex)? = fields["hex"], let bytes = [UInt8](hex: hex) else { throw VectorError("no bytes") }
    switch codec {
    case "dag-cbor": try expectRefusal(as: CBORError.self) { _ = try IPLDNode(cbor: bytes) }
    case "dag-json": try expectRefusal(as: DAGJSONError.self) { _ = try IPLDNode(dagJSON: bytes) }
    case "dag-pb": try expectRefusal(as: DAGPBError.self) { _ = try PBNode(decoding: bytes) }
    default: throw VectorError("codec \(codec)")
    }
  }

  private static func checkEncoding(_ fields: IPLDMap, _ codec: String) throws {
    guard codec == "dag-pb", let node = fields["dag-json"] else { throw VectorError("nothing to encode") }
    try expectRefusal(as: DAGPBError.self) { _ = try PBNode(ipld: node) }
  }

  private static func expectRefusal<Refusal: Error>(as refusal: Refusal.Type, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch is Refusal {
      return
    }
    throw VectorError("accepted")
  }
}
