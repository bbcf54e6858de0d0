internal import FilActors
public import FilChain
public import FilCore
internal import FilCrypto
public import FilNet
internal import FilProofs

/// A storage provider: takes proposals, checks the data, publishes the deals and hands the pieces on.
///
/// `advance` does what is due at the head; whoever runs the provider calls it when the head moves.
public actor StorageProvider {
  /// The most bytes of a proposal.
  private static let maxProposalBytes = 64 << 10

  private let chain: any ChainAccess
  /// The number of its miner.
  nonisolated public let miner: ActorID
  private let worker: Address
  /// What it wants.
  nonisolated public let ask: StorageAsk
  private let fetcher: TransferFetcher?
  private let handOver: @Sendable (AcceptedPiece) async throws -> Void
  private var deals: [DealUUID: ProviderDeal] = [:]
  private var order: [DealUUID] = []
  /// The message that fills up the provider's escrow, while it is on its way.
  private var funding: CID?

  /// A provider.
  ///
  /// - Parameters:
  ///   - miner: The number of its miner.
  ///   - worker: The key that publishes its deals.
  ///   - ask: What it wants.
  ///   - chain: The chain.
  ///   - fetcher: Fetches the data of deals; without it only deals whose data comes by other means are taken.
  ///   - handOver: Takes the pieces of published deals.
  public init(
    miner: ActorID, worker: Address, ask: StorageAsk, chain: any ChainAccess, fetcher: TransferFetcher? = nil,
    handOver: @escaping @Sendable (AcceptedPiece) async throws -> Void
  ) {
    self.miner = miner
    self.worker = worker
    self.ask = ask
    self.chain = chain
    self.fetcher = fetcher
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
    do {
      let view = try view(for: params.proposal.proposal)
      try DealCheck(view, ask: ask).check(params.proposal)
    } catch let refusal as DealRefusal {
      return DealResponse(isAccepted: false, message: "failed validation: \(refusal)")
    } catch {
      return DealResponse(isAccepted: false, message: "server error: \(error)")
    }
    if let reason = obstacle(to: params) { return DealResponse(isAccepted: false, message: reason) }
    deals[params.uuid] = ProviderDeal(params)
    order.append(params.uuid)
    return DealResponse(isAccepted: true)
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
    return ProviderView(
      provider: Address(id: miner), epoch: try chain.headEpoch(), policy: chain.parameters.policy,
      minProviderCollateral: try chain.minProviderCollateral(pieceSize: deal.pieceSize),
      clientFunds: escrow.balance - escrow.locked, clientDatacap: nil, clientKey: try chain.key(of: deal.client))
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

  // MARK: The chain

  /// Does what is due at the head, for each deal.
  public func advance() async {
    for uuid in order {
      guard let deal = deals[uuid], deal.checkpoint != .complete else { continue }
      do {
        try await advance(uuid, deal)
      } catch {
        fail(uuid, "\(error)")
      }
    }
    // Last, when deals whose collateral the chain has locked meanwhile are known. Without collateral no deal is
    // published; the next call tries again.
    try? await secureFunds()
  }

  private func advance(_ uuid: DealUUID, _ deal: ProviderDeal) async throws {
    switch deal.checkpoint {
    case .accepted:
      if try hasStarted(deal) { return fail(uuid, "the start epoch has passed without data") }
      if !deal.params.isOffline { try await fetch(uuid, deal) }
    case .transferred:
      if try hasStarted(deal) { return fail(uuid, "the start epoch has passed before the deal was published") }
      if try hasCollateral(deal) { try await publish(uuid, deal) }
    case .published: try confirm(uuid, deal)
    case .publishConfirmed: try await hand(uuid, deal)
    case .addedPiece:
      if let id = deal.dealID, try chain.dealState(id) != nil { deals[uuid]?.checkpoint = .complete }
    case .complete: break
    }
  }

  private func hasStarted(_ deal: ProviderDeal) throws(ChainError) -> Bool {
    try chain.headEpoch() >= deal.params.proposal.proposal.startEpoch
  }

  // MARK: Funds

  /// Puts the collateral of all deals that are not published in escrow, as far as it is not there.
  private func secureFunds() async throws {
    if let message = funding {
      guard try chain.receipt(of: message) != nil else { return }
      funding = nil
    }
    let open = order.compactMap { deals[$0] }.filter { $0.checkpoint < .publishConfirmed }
    let needed = open.reduce(TokenAmount.zero) { $0 + $1.params.proposal.proposal.providerCollateral }
    let missing = needed - (try freeFunds())
    guard missing > .zero else { return }
    funding = try await chain.send(
      MessageRequest(
        to: .marketActor, from: worker, value: missing, method: MarketActor.Method.addBalance,
        params: Address(id: miner).cbor))
  }

  private func hasCollateral(_ deal: ProviderDeal) throws(ChainError) -> Bool {
    guard funding == nil else { return false }
    return try freeFunds() >= deal.params.proposal.proposal.providerCollateral
  }

  /// What the provider has in escrow that is not locked, in attoFIL.
  private func freeFunds() throws(ChainError) -> TokenAmount {
    let escrow = try chain.escrow(of: Address(id: miner))
    return escrow.balance - escrow.locked
  }

  private func fail(_ uuid: DealUUID, _ reason: String) {
    deals[uuid]?.failure = reason
    deals[uuid]?.checkpoint = .complete
    deals[uuid]?.data = nil
  }

  private func fetch(_ uuid: DealUUID, _ deal: ProviderDeal) async throws {
    guard let fetcher else { return }
    let size = PaddedPieceSize(rawValue: deal.params.proposal.proposal.pieceSize)?.unpadded ?? 0
    let sink = MemoryTransferSink(limit: Int(clamping: size))
    try await fetcher.fetch(deal.params.transfer, to: sink)
    try importData(sink.bytes, for: uuid)
  }

  private func publish(_ uuid: DealUUID, _ deal: ProviderDeal) async throws {
    let params = PublishStorageDealsParams(deals: [deal.params.proposal])
    // Noted before sending, so that a call in between does not send it again.
    deals[uuid]?.checkpoint = .published
    deals[uuid]?.publishCID = try await chain.send(
      MessageRequest(
        to: .marketActor, from: worker, method: MarketActor.Method.publishStorageDeals, params: params.cbor))
  }

  private func confirm(_ uuid: DealUUID, _ deal: ProviderDeal) throws {
    guard let message = deal.publishCID, let receipt = try chain.receipt(of: message) else { return }
    guard receipt.exitCode.isSuccess, let id = try PublishStorageDealsReturn(cbor: receipt.returnData).ids.first else {
      return fail(uuid, "publishing failed with exit code \(receipt.exitCode)")
    }
    deals[uuid]?.dealID = id
    deals[uuid]?.checkpoint = .publishConfirmed
  }

  private func hand(_ uuid: DealUUID, _ deal: ProviderDeal) async throws {
    guard let id = deal.dealID, let data = deal.data else { return }
    let proposal = deal.params.proposal.proposal
    deals[uuid]?.checkpoint = .addedPiece
    deals[uuid]?.data = nil
    try await handOver(
      AcceptedPiece(
        deal: id, piece: PieceInfo(size: proposal.pieceSize, cid: proposal.pieceCID), start: proposal.startEpoch,
        end: proposal.endEpoch, data: data))
  }
}
