import FilActors
import FilChain
import FilCore
import FilCrypto
import Testing

@Suite("Networks", .timeLimit(.minutes(15)))
struct NetworkTests {
  @Test("an upgrade's own epoch still has the old version")
  func versions() {
    let mainnet = NetworkParameters.mainnet
    #expect([0, 41_280, 41_281, 6_052_800, 6_052_801].map(mainnet.networkVersion(at:)) == [0, 0, 1, 27, 28])
    #expect([0, 1, 1_000_000].map(NetworkParameters.devnet.networkVersion(at:)) == [28, 28, 28])
  }

  @Test("timestamps go on by the block delay; what does not fit is none")
  func timestamps() {
    let local = NetworkParameters.local
    #expect(local.timestamp(of: 0) == 1_700_000_000)
    #expect(local.timestamp(of: 3) == 1_700_000_090)
    #expect(local.timestamp(of: -100_000_000) == nil)
    #expect(local.timestamp(of: .max) == nil)
  }

  @Test("the local beacon's rounds are one an epoch, and verify by the network's schedule")
  func localBeacon() throws {
    let seed = BLAKE2b.hash256([7])
    let network = NetworkParameters.local(seed: seed)
    let chain = network.beacons.chain(at: 12)
    let rounds = (1...4).map {
      chain.maxRound(
        epoch: $0, genesisTimestamp: network.genesisTime, blockDelay: network.blockDelay, countsFromOne: true)
    }
    #expect(rounds == [1, 2, 3, 4])
    let beacon = LocalBeacon(seed: seed, genesisTime: network.genesisTime, period: network.blockDelay)
    try chain.verify(beacon.entry(round: 4))
    #expect(NetworkParameters.local.beacons != network.beacons)
  }

  @Test("the local network's periods fit each other")
  func localPolicy() {
    let policy = NetworkParameters.local.policy
    let (window, period) = (policy.windowPoStChallengeWindow, policy.windowPoStProvingPeriod)
    #expect(Int64(policy.windowPoStPeriodDeadlines) * window == period)
    #expect(policy.windowPoStChallengeLookback < window)
    #expect(policy.faultDeclarationCutoff < period - window)
    #expect(policy.windowPoStDisputeWindow <= period - 2 * window)
    #expect(policy.maxPreCommitDuration == 120 + policy.preCommitChallengeDelay)
  }
}
