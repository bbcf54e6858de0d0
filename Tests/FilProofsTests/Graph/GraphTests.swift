import CFilKernels
import FilCore
import FilProofs
import Testing

@Suite("Stacked graph", .timeLimit(.minutes(15)))
struct GraphTests {
  static func graph(_ version: PoRepVersion, nodes: UInt64 = 64) -> StackedGraph {
    StackedGraph(nodeCount: nodes, porepID: SHA256.hash(Array("porep".utf8)), version: version)
  }

  @Test("base parents agree with the plain form", arguments: PoRepVersion.allCases)
  func baseParents(_ version: PoRepVersion) {
    let graph = Self.graph(version, nodes: 1 << 32)
    let reference = GraphReference(graph: graph)
    for node in Array(0..<40) + [1 << 20, (1 << 31) + 5, .max] as [UInt32] {
      #expect(graph.baseParents(of: node) == reference.baseParents(of: node))
    }
  }

  @Test(
    "parents of ranges agree with those of single nodes", arguments: PoRepVersion.allCases,
    [64, 128, 1024] as [UInt64])
  func ranges(_ version: PoRepVersion, _ nodes: UInt64) {
    let graph = Self.graph(version, nodes: nodes)
    let reader = StackedGraph.ParentReader(graph)
    let first = UInt32(nodes / 2 - 3)
    let single = (first..<first + 30).flatMap { graph.baseParents(of: $0) + graph.expanderParents(of: $0) }
    #expect(reader.parents(of: first, count: 30) == single)
  }

  @Test("the permutation is one", arguments: [1, 2, 5, 64, 100, 512] as [UInt64])
  func permutation(_ count: UInt64) {
    let feistel = Feistel(count: count, keys: [1, 2, 3, 4])
    #expect(Set((0..<count).map { feistel.permute($0) }) == Set(0..<count))
  }

  @Test("labels agree with the plain form", arguments: PoRepVersion.allCases)
  func labels(_ version: PoRepVersion) throws {
    let porepID = SHA256.hash(Array("porep".utf8))
    let parameters = try PoRepParameters(
      sectorSize: 2048, porepID: porepID, version: version, layerCount: 11, partitionCount: 1,
      challengesPerPartition: 2)
    let replicaID = SHA256.hash(Array("replica".utf8))
    let expected = GraphReference(graph: parameters.graph).labels(replicaID: replicaID, layers: 11)
    var labeller = LayerLabeller(parameters, replicaID: replicaID)
    for layer in expected {
      labeller.labelNextLayer()
      #expect(labeller.labels == layer.flatMap(\.bytes))
    }
  }

  @Test("ChaCha agrees with the plain form and RFC 8439")
  func chaCha() {
    let key = (0..<32).map { UInt8($0) }
    let nonce: [UInt8] = [0, 0, 0, 9, 0, 0, 0, 0x4a, 0, 0, 0, 0]
    var out = [UInt8](repeating: 0, count: 64)
    fil_chacha20_block(key, 1, nonce, &out)
    #expect(out.prefix(16).hex == "10f1e7e4d13b5915500fdd1fa32071c4")
    #expect(out == ChaChaReference.block(key: key, words: [1, 0x0900_0000, 0x4a00_0000, 0], doubleRounds: 10))
    fil_chacha8_block(key, 1 << 32 | 7, &out)
    #expect(out == ChaChaReference.block(key: key, words: [7, 1, 0, 0], doubleRounds: 4))
  }
}
