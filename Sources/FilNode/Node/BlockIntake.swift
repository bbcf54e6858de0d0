internal import FilChain
internal import FilCore
internal import FilNet

/// Takes blocks that others announce, and fetches what the node lacks to decide on them.
struct BlockIntake {
  /// How many tipsets are fetched at once.
  private static let batch: UInt64 = 100
  /// How many tipsets are fetched for one announcement at most.
  private static let maxFetched = 100_000

  private let node: Node
  private let exchange: ChainExchange

  init(_ node: Node, _ exchange: ChainExchange) {
    self.node = node
    self.exchange = exchange
  }

  func take(_ message: PubSubMessage) async {
    guard let announcement = try? BlockAnnouncement(cbor: message.data) else { return }
    let header = announcement.header
    // Gossip also brings what the node has announced itself, or has from another peer.
    guard (try? node.chain.chain.header(header.cid)) == nil else { return }
    do {
      let known = (try? node.chain.chain.tipset(TipsetKey(header.parents))) != nil
      if !known { try await fetchParents(of: header, from: message.receivedFrom) }
      let block = try await assemble(announcement, from: message.receivedFrom)
      try accept(block)
    } catch {
      node.report(.syncFailed("\(header.cid): \(error)"))
    }
  }

  private func accept(_ block: FullBlock) throws(BlockFailure) {
    do {
      try node.accept(block)
    } catch {
      node.report(.refused(block.header.cid, error))
      throw error
    }
  }

  /// The block with its messages: those of the pool, or, if some are not there, those that the peer has.
  private func assemble(_ announcement: BlockAnnouncement, from peer: PeerID) async throws -> FullBlock {
    let bls = announcement.bls.compactMap { node.chain.pooledMessage($0)?.message }
    let secp = announcement.secp256k1.compactMap { node.chain.pooledMessage($0) }
    if bls.count == announcement.bls.count, secp.count == announcement.secp256k1.count {
      return FullBlock(header: announcement.header, messages: BlockMessages(bls: bls, secp256k1: secp))
    }
    let key = TipsetKey([announcement.header.cid])
    let fetched = try await exchange.fetch(key, length: 1, from: peer, node)
    guard let block = fetched.first?.first else { throw ExchangeFailure("no block \(key)") }
    return block
  }

  /// Fetches the chain below a block until it meets the node's own, and takes it from there.
  private func fetchParents(of header: BlockHeader, from peer: PeerID) async throws {
    var missing: [[FullBlock]] = []
    var key = TipsetKey(header.parents)
    while (try? node.chain.chain.tipset(key)) == nil {
      let tipsets = try await exchange.fetch(key, length: Self.batch, from: peer, node)
      guard let last = tipsets.last?.first, missing.count < Self.maxFetched else {
        throw ExchangeFailure("no common ancestor")
      }
      missing += tipsets
      key = TipsetKey(last.header.parents)
      if last.header.height == 0 { break }
    }
    for tipset in missing.reversed() where tipset.first?.header.height != 0 {
      for block in tipset { try accept(block) }
    }
  }
}
