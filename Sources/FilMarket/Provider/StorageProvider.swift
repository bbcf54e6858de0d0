internal import FilActors
public import FilChain
public import FilCore
internal import FilCrypto
public import FilNet
internal import FilProofs

/// A storage provider: takes proposals, checks the data, publishes the deals and hands the pieces on.
///
/// `advance` does what is due at the head; whoever runs the provider calls it when the head moves. `runTransfers` fetches
/// the data of deals meanwhile, so that no client keeps others waiting.
public actor StorageProvider {
  /// The most bytes of a proposal.
  private static let maxProposalBytes = 64 << 10

  let chain: any ChainAccess
  /// The number of its miner.
  nonisolated public let miner: ActorID
  let worker: Address
  /// What it wants.
  nonisolated public let ask: StorageAsk
  let fetcher: TransferFetcher?
  let handOver: @Sendable (AcceptedPiece) async throws -> Void
  var deals: [DealUUID: ProviderDeal] = [:]
  /// The deals in the order in which they were accepted.
  private(set) var order: [DealUUID] = []
  /// The deals by the terms that the chain would know them by.
  private var byTerms: [CID: DealUUID] = [:]
  /// The message that fills up the provider's escrow, while it is on its way.
  var funding: CID?
  /// The deals whose data is being fetched.
  var transfers: TransferSlots

  /// A provider.
  ///
  /// - Parameters:
  ///   - miner: The number of its miner.
  ///   - worker: The key that publishes its deals.
  ///   - ask: What it wants.
  ///   - chain: The chain.
  ///   - fetcher: Fetches the data of deals; without it only deals whose data comes by other means are taken.
  ///   - transferLimits: How many transfers go on beside each other.
  ///   - handOver: Takes the pieces of published deals.
  public init(
    miner: ActorID, worker: Address, ask: StorageAsk, chain: any ChainAccess, fetcher: TransferFetcher? = nil,
    transferLimits: TransferLimits = TransferLimits(),
    handOver: @escaping @Sendable (AcceptedPiece) async throws -> Void
  ) {
    self.miner = miner
    self.worker = worker
    self.ask = ask
    self.chain = chain
    self.fetcher = fetcher
    transfers = TransferSlots(transferLimits)
    self.handOver = handOver
  }

  /// Answers proposals and questions about deals on a host's streams.
  nonisolated public func serve(on host: any Host) {
    for name in DealParams.protocols {
      let exchange = CBORExchange<DealParams, DealResponse>(
        ProtocolID(name), requestLimit: Self.maxProposalBytes, responseLimit: 4 << 10)
      host.setHandler(for: exchange.protocolID, exchange.handler { params, _ in await self.propose(params) })
    }
    let status = CBORExchange<DealStatusRequest, DealStatusResponse>(
      ProtocolID(DealStatusRequest.protocolID), requestLimit: 4 << 10, responseLimit: 16 << 10)
    host.setHandler(for: status.protocolID, status.handler { request, _ in await self.status(request) })
  }

  // MARK: Proposals

  /// Judges a proposal.
  ///
  /// - Returns: The answer for the client.
  public func propose(_ params: DealParams) -> DealResponse {
    guard deals[params.uuid] == nil else {
      return DealResponse(isAccepted: false, message: "deal proposal is identical to deal \(params.uuid)")
    }
    let terms: CID
    do {
      let view = try view(for: params.proposal.proposal)
      try DealCheck(view, ask: ask).check(params.proposal)
      terms = try self.terms(of: params.proposal.proposal)
    } catch let refusal as DealRefusal {
      return DealResponse(isAccepted: false, message: "failed validation: \(refusal)")
    } catch {
      return DealResponse(isAccepted: false, message: "server error: \(error)")
    }
    if let same = byTerms[terms], deals[same]?.failure == nil {
      return DealResponse(isAccepted: false, message: "deal proposal is identical to deal \(same)")
    }
    if let reason = obstacle(to: params) { return DealResponse(isAccepted: false, message: reason) }
    deals[params.uuid] = ProviderDeal(params)
    order.append(params.uuid)
    byTerms[terms] = params.uuid
    transfers.wake()
    return DealResponse(isAccepted: true)
  }

  /// The CID by which the chain would know a deal: it takes the same terms once only, whoever's address is written how.
  private func terms(of deal: DealProposal) throws(ChainError) -> CID {
    var deal = deal
    if let client = try chain.id(of: deal.client) { deal.client = Address(id: client) }
    return CID(dagCBOR: deal.cbor)
  }

  /// Why the data of a deal cannot be fetched; `nil` if it can, or comes by other means.
  private func obstacle(to params: DealParams) -> String? {
    guard !params.isOffline else { return nil }
    guard fetcher != nil, params.transfer.type == "libp2p" else {
      return "transfer type '\(params.transfer.type)' is not supported"
    }
    do throws(TransferError) {
      _ = try TransferSource(url: try TransferParams(json: params.transfer.params).url)
      return nil
    } catch {
      return "cannot parse the transfer: \(error)"
    }
  }

  private func view(for deal: DealProposal) throws(ChainError) -> ProviderView {
    let escrow = try chain.escrow(of: deal.client)
    let promised = try promisedFunds(of: deal.client)
    return ProviderView(
      provider: Address(id: miner), epoch: try chain.headEpoch(), policy: chain.parameters.policy,
      minProviderCollateral: try chain.minProviderCollateral(pieceSize: deal.pieceSize),
      clientFunds: escrow.balance - escrow.locked - promised, clientDatacap: nil,
      clientKey: try chain.key(of: deal.client))
  }

  /// What a client's deals need that were accepted and whose money the chain does not lock yet.
  private func promisedFunds(of client: Address) throws(ChainError) -> TokenAmount {
    let id = try chain.id(of: client)
    var sum = TokenAmount.zero
    for deal in deals.values where deal.checkpoint < .published {
      let proposal = deal.params.proposal.proposal
      guard try chain.id(of: proposal.client) == id else { continue }
      sum = sum + proposal.clientBalanceRequirement
    }
    return sum
  }

  /// Answers a question about a deal, which its client must have signed.
  func status(_ request: DealStatusRequest) -> DealStatusResponse {
    guard let deal = deals[request.uuid] else {
      return DealStatusResponse(
        error: "no storage deal found with deal UUID \(request.uuid)", uuid: request.uuid, status: nil)
    }
    do {
      guard let key = try chain.key(of: deal.params.proposal.proposal.client) else {
        return DealStatusResponse(error: "failed to get account key", uuid: request.uuid, status: nil)
      }
      try request.signature.verify(request.uuid.bytes, by: key)
    } catch {
      return DealStatusResponse(error: "signature verification failed", uuid: request.uuid, status: nil)
    }
    return DealStatusResponse(
      uuid: request.uuid, status: deal.status, isOffline: deal.params.isOffline,
      transferSize: deal.params.transfer.size, bytesReceived: UInt64(deal.data?.count ?? 0))
  }

  /// A deal that was accepted; `nil` if there is none with this number.
  public func deal(_ uuid: DealUUID) -> ProviderDeal? { deals[uuid] }

  // MARK: Data

  /// Takes the data of a deal that comes by other means than a transfer.
  ///
  /// - Parameters:
  ///   - bytes: The data.
  ///   - uuid: The deal.
  /// - Throws: `ImportError` if no deal waits for data, or the data is not what the proposal names.
  public func importData(_ bytes: [UInt8], for uuid: DealUUID) throws(ImportError) {
    guard var deal = deals[uuid], deal.checkpoint == .accepted else { throw .notWaiting(uuid) }
    let proposal = deal.params.proposal.proposal
    let capacity = proposal.dataCapacity
    guard UInt64(bytes.count) <= capacity else { throw .tooLarge(bytes.count, capacity: capacity) }
    let found = Self.piece(of: bytes, size: proposal.pieceSize)
    guard found == proposal.pieceCID else { throw .otherData(found, expected: proposal.pieceCID) }
    deal.data = bytes
    deal.checkpoint = .transferred
    deals[uuid] = deal
  }

  /// The piece that bytes make, filled up with zeros to a size if they are fewer.
  private static func piece(of bytes: [UInt8], size: UInt64) -> CID {
    let piece = PieceCommitment.of(bytes)
    guard piece.size.rawValue < size, let root = try? DataCommitment.ofPieces([piece], sectorSize: size) else {
      return piece.cid
    }
    return CID(unsealedCommitment: root)
  }
}

extension DealProposal {
  /// How many bytes of data the deal's piece holds.
  var dataCapacity: UInt64 { PaddedPieceSize(rawValue: pieceSize)?.unpadded ?? 0 }
}
