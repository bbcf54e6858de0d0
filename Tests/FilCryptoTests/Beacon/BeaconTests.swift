import FilCore
import FilCrypto
import Testing

@Suite("Beacons", .timeLimit(.minutes(15)))
struct BeaconTests {
  private let beacon = LocalBeacon(seed: SHA256.hash([1]), genesisTime: 100, period: 3)

  @Test("a local beacon's rounds are real, and the same every time") func local() throws {
    let entry = beacon.entry(round: 5)
    #expect(entry == LocalBeacon(seed: SHA256.hash([1]), genesisTime: 100, period: 3).entry(round: 5))
    #expect(entry.signature.count == 48)
    try beacon.chain.verify(entry)
    try beacon.chain.verify(entry, after: beacon.entry(round: 1))
  }

  @Test("entries of other rounds and networks are refused") func refused() {
    let forged = BeaconEntry(round: 6, signature: beacon.entry(round: 5).signature)
    #expect(throws: BeaconError.invalidSignature(round: 6)) { try beacon.chain.verify(forged) }
    let other = LocalBeacon(seed: SHA256.hash([2]), genesisTime: 100, period: 3)
    #expect(throws: BeaconError.invalidSignature(round: 5)) { try beacon.chain.verify(other.entry(round: 5)) }
    let short = BeaconEntry(round: 5, signature: [1])
    #expect(throws: BeaconError.malformedSignature(round: 5)) { try beacon.chain.verify(short) }
    let infinity = BeaconEntry(round: 5, signature: G1Affine.infinity.compressed)
    #expect(throws: BeaconError.invalidSignature(round: 5)) { try beacon.chain.verify(infinity) }
  }

  @Test("chained entries follow each other") func chained() {
    let first = BeaconEntry(round: 3, signature: [])
    let later = BeaconEntry(round: 5, signature: [])
    #expect(throws: BeaconError.outOfOrder(round: 5)) { try DrandChain.mainnet.verify(later, after: first) }
  }

  @Test("rounds of epochs") func rounds() {
    func round(_ epoch: ChainEpoch, _ genesis: UInt64, fromOne: Bool = true) -> UInt64 {
      beacon.chain.maxRound(epoch: epoch, genesisTimestamp: genesis, blockDelay: 30, countsFromOne: fromOne)
    }
    #expect(round(1, 100) == 1)
    #expect(round(2, 100) == 11)
    #expect(round(2, 100, fromOne: false) == 10)
    #expect(round(0, 100) == 1)
    #expect(round(0, 100, fromOne: false) == 0)
    #expect(round(.max, .max) == .max)
    #expect(round(.min, 0) == 1)
    let chain = beacon.chain
    let last = chain.maxRound(epoch: .max, genesisTimestamp: 0, blockDelay: .max, countsFromOne: true)
    #expect(last == .max)
    #expect(chain.maxRound(epoch: .min, genesisTimestamp: 0, blockDelay: .max, countsFromOne: false) == 0)
    #expect(chain.maxRound(epoch: .min + 2, genesisTimestamp: 0, blockDelay: .max, countsFromOne: true) == 1)
  }

  @Test("keys are of their scheme's group") func keys() throws {
    let key = DrandChain.quicknet.publicKey
    #expect(try DrandKey(key.bytes, scheme: .unchainedG1) == key)
    #expect(throws: PointDecodingError.self) { try DrandKey(key.bytes, scheme: .chained) }
  }
}
