import FilCore
import Foundation
import Testing

@Suite("Chains", .timeLimit(.minutes(15)))
struct ChainTests {
  private static func chain() throws -> SmallChain {
    try SmallChain { store in
      let state = Block(dagCBOR: UInt64(5).cbor)
      try store.put(state)
      return state.cid
    }
  }

  @Test("tipsets are listed from the head to the genesis")
  func list() throws {
    try withTemporaryFolder { folder in
      let chain = try Self.chain()
      let path = folder + "/chain.car"
      try chain.write(to: path)
      let run = ToolRun("chain", "ls", path)
      let (head, genesis) = (chain.tipsets[2], chain.tipsets[0][0].cid)
      let miners = try head.map { try BlockHeader(cbor: $0.bytes).miner }
      #expect(Set(miners) == [Address(id: 1_000), Address(id: 1_001)])
      #expect(run.errors.isEmpty && run.lines.count == 5)
      #expect(
        run.lines.first
          == "4 2020-08-24T22:02:00Z 60+2 \(chain.stateRoot) \(head[0].cid)@\(miners[0]) \(head[1].cid)@\(miners[1])")
      #expect(run.lines[1] == "1 2020-08-24T22:00:30Z 2+9 \(chain.stateRoot) \(chain.tipsets[1][0].cid)@f01000")
      #expect(run.lines[3] == "3 tipsets back to the genesis \(genesis)")
      #expect(
        run.lines[4]
          == "checked: \(chain.store.count) blocks have their CIDs, \(chain.store.count) of DAG-CBOR encode to the same bytes again"
      )
      let objects = try ToolRun("chain", "ls", path, "--json").objects()
      #expect(objects.map { $0["epoch"] as? Int } == [4, 1, 0, nil])
      #expect((objects[1]["messages"] as? [String: Int]) == ["bls": 2, "secp256k1": 9])
      #expect(objects.last?["genesis"] as? String == genesis.description)
    }
  }

  @Test("a snapshot may end before the genesis, and have no messages")
  func partial() throws {
    try withTemporaryFolder { folder in
      let chain = try Self.chain()
      let path = folder + "/chain.car"
      let header = try BlockHeader(cbor: chain.tipsets[1][0].bytes)
      try chain.write(to: path, without: [chain.tipsets[0][0].cid, header.messages])
      let run = ToolRun("chain", "ls", path)
      #expect(run.lines.count == 4)
      #expect(run.lines[1].contains(" - "))
      #expect(run.lines[2] == "2 tipsets back to epoch 1, where the snapshot ends")
      try chain.write(to: path, without: [chain.tipsets[2][1].cid])
      #expect(ToolRun("chain", "ls", path).status == 1)
    }
  }

  @Test("a block that is not canonical is an error, but the note before all geneses")
  func canonical() throws {
    try withTemporaryFolder { folder in
      let chain = try Self.chain()
      let path = folder + "/chain.car"
      try chain.write(to: path, and: [Block(dagCBOR: [0x18, 0x01])])
      let run = ToolRun("chain", "ls", path)
      #expect(run.status == 1 && run.lines.isEmpty)
      #expect(run.errors.count == 1)
    }
  }

  private static let vectors = ProcessInfo.processInfo.environment["FIL_VECTORS"]

  @Test("the chain and the state of mainnet's beginning", .enabled(if: vectors != nil))
  func mainnet() throws {
    let folder = try #require(Self.vectors) + "/chain/"
    let genesis = "bafy2bzacecnamqgqmifpluoeldx7zzglxcljo6oja4vrmtj7432rphldpdmm2"
    let chain = ToolRun("chain", "ls", folder + "mainnet-epochs-0-39.car.zst")
    #expect(chain.status == 0, "\(chain.errors)")
    #expect(chain.lines.dropLast().last == "33 tipsets back to the genesis \(genesis)")
    let state = ToolRun("state", "actors", folder + "mainnet-genesis.car.zst", "--json")
    let sum = try #require(try state.objects().last)
    #expect(sum["balance"] as? String == "2000000000" + String(repeating: "0", count: 18))
    #expect(sum["version"] as? Int == 0)
    #expect(sum["actors"] as? Int == state.lines.count - 1)
  }
}
