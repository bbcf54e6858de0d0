public import FilCore

/// The blocks of one epoch that have the same parents: what the chain consists of.
public struct Tipset: Hashable, Sendable {
  /// The blocks, ordered by the digests of their tickets, and by CID where those are equal.
  public let blocks: [BlockHeader]
  /// The blocks' CIDs, in the same order.
  public let key: TipsetKey
  /// The least ticket: that of the first block.
  public let ticket: Ticket

  /// A tipset of blocks in any order.
  ///
  /// - Parameter blocks: At least one; of the same epoch and parents, with tickets, each of another miner.
  /// - Throws: ``TipsetError``.
  public init(_ blocks: [BlockHeader]) throws(TipsetError) {
    var members: [Member] = []
    for block in blocks { members.append(try Member(block)) }
    members.sort()
    guard let first = members.first else { throw .empty }
    var miners: Set<Address> = []
    for member in members {
      guard member.header.height == first.header.height else { throw .differentEpoch(member.cid) }
      guard member.header.parents == first.header.parents else { throw .differentParents(member.cid) }
      guard miners.insert(member.header.miner).inserted else { throw .repeatedMiner(member.header.miner) }
    }
    self.blocks = members.map(\.header)
    key = TipsetKey(members.map(\.cid))
    ticket = first.ticket
  }

  /// A block with what it is ordered by.
  private struct Member: Comparable {
    let header: BlockHeader
    let ticket: Ticket
    let cid: CID
    let digest: Bytes32

    init(_ header: BlockHeader) throws(TipsetError) {
      self.header = header
      cid = header.cid
      guard let ticket = header.ticket else { throw .missingTicket(cid) }
      self.ticket = ticket
      digest = ticket.digest
    }

    static func < (left: Member, right: Member) -> Bool {
      if left.digest != right.digest { return left.digest < right.digest }
      return left.cid.bytes.lexicographicallyPrecedes(right.cid.bytes)
    }
  }

  /// The epoch.
  public var epoch: ChainEpoch { blocks[0].height }
  /// The tipset before.
  public var parents: TipsetKey { TipsetKey(blocks[0].parents) }
  /// The state after the messages of the tipset before: the one that this one's messages are executed on.
  public var parentStateRoot: CID { blocks[0].parentStateRoot }
  /// The receipts of the messages of the tipset before.
  public var parentMessageReceipts: CID { blocks[0].parentMessageReceipts }
  /// The weight of the chain without this tipset.
  public var parentWeight: BigInt { blocks[0].parentWeight }
  /// The base fee that this tipset's messages pay.
  public var baseFee: TokenAmount { blocks[0].parentBaseFee }
  /// When the epoch begins, in seconds since 1970.
  public var timestamp: UInt64 { blocks.reduce(.max) { min($0, $1.timestamp) } }
  /// The wins of its blocks; the genesis has none.
  public var winCounts: [Int64] { blocks.compactMap { $0.electionProof?.winCount } }
}

extension Tipset: CustomStringConvertible {
  /// The epoch and the key.
  public var description: String { "epoch \(epoch) \(key)" }
}
