import FilActors
import FilChain
import FilCore
import FilCrypto
import FilMiner
import FilProofs
import FilVM
import Testing

@Suite("Mining", .timeLimit(.minutes(5)))
struct MiningTests {
  @Test("a second node accepts each block and agrees on every state")
  func secondNodeAgrees() throws {
    let miner = try MiningNode(seed: 7, miners: 1)
    let other = try miner.follower(on: MemoryBlockstore())
    var blocks = 0
    for epoch in 1...ChainEpoch(60) {
      for block in try miner.mine(epoch) {
        blocks += 1
        let head = try #require(try miner.node.accept(block))
        let theirs = try #require(try other.accept(block))
        #expect(theirs == head)
        #expect(try other.outcome(of: theirs) == miner.node.outcome(of: head))
      }
    }
    #expect(blocks >= 55)
  }
}
