internal import FilActors
public import FilChain
public import FilCore
public import FilCrypto
public import FilNet

/// A storage client: makes deals for one account and pays for them.
///
/// ```swift
/// let deal = try await client.propose(DealFile(bytes), to: provider, start: 40, duration: .days(200))
/// while try await !deal.isActive() { try await clock.sleep(for: .seconds(30)) }
/// ```
public final class StorageClient: Sendable {
  /// How many epochs a message may take to the chain.
  private static let patience = 20

  /// The account that pays.
  public let address: Address
  private let chain: any ChainAccess
  private let wallet: any Wallet
  private let host: any Host
  private let transfers: TransferServer
  private let environment: Environment
  let promised = PromisedFunds()

  /// A client.
  ///
  /// - Parameters:
  ///   - address: The account that pays, by its key.
  ///   - chain: The chain.
  ///   - wallet: Holds the account's key.
  ///   - host: The client's place in the network.
  ///   - transfers: Gives data to providers.
  ///   - environment: Clock and randomness.
  public init(
    _ address: Address, chain: any ChainAccess, wallet: any Wallet, host: any Host, transfers: TransferServer,
    environment: Environment
  ) {
    self.address = address
    self.chain = chain
    self.wallet = wallet
    self.host = host
    self.transfers = transfers
    self.environment = environment
  }

  // MARK: The whole way

  /// Proposes a deal: puts the money that it needs in escrow, offers the data, and asks the provider.
  ///
  /// What is free in escrow already is used first; what a refused deal put there stays there.
  ///
  /// - Parameters:
  ///   - file: The data.
  ///   - provider: The provider.
  ///   - delay: After how many epochs payment begins; the provider must have proven the data before.
  ///   - duration: For how long; rounded down to epochs.
  ///   - pricePerEpoch: The price of an epoch in attoFIL; what the provider asks for by default.
  /// - Returns: The deal.
  /// - Throws: `DealError` with the reason, `SendError` if the account cannot pay, or an error if the chain or the
  ///   provider cannot be reached.
  public func propose(
    _ file: DealFile, to provider: ProviderEndpoint, startingAfter delay: ChainEpoch, duration: Duration,
    pricePerEpoch: TokenAmount? = nil
  ) async throws -> StorageDeal {
    let epochs = duration.components.seconds / max(1, Int64(clamping: chain.parameters.blockDelay))
    let price = pricePerEpoch ?? provider.ask.price(of: file.piece.size)
    guard delay >= 0, epochs > 0, !price.isNegative else {
      throw DealError(.terms, "\(epochs) epochs from \(delay) epochs on, for \(price) each")
    }
    let start = try Self.sum(try chain.headEpoch(), delay)
    let (token, transfer) = offer(file.archive)
    do {
      let params = try proposal(
        for: file, provider: provider.miner, start: start, duration: epochs,
        pricePerEpoch: price, transfer: transfer)
      try await settle(params, with: provider.peer)
      return StorageDeal(params, provider: provider.peer, client: self, token: token)
    } catch {
      withdraw(token)
      throw error
    }
  }

  /// A later epoch.
  private static func sum(_ epoch: ChainEpoch, _ delay: ChainEpoch) throws(DealError) -> ChainEpoch {
    let (sum, overflow) = epoch.addingReportingOverflow(delay)
    guard !overflow else { throw DealError(.terms, "no epoch is \(delay) after \(epoch)") }
    return sum
  }

  /// Pays for a proposal and has the provider accept it; what was promised for it is free again if it does not.
  private func settle(_ params: DealParams, with provider: PeerID) async throws {
    do {
      try await secureFunds(for: params)
      let answer = try await propose(params, to: provider)
      guard answer.isAccepted else { throw DealError(.refused, answer.message) }
    } catch {
      promised.end(params.uuid)
      throw error
    }
  }

  /// Puts as much in escrow as the client's open deals need and is not there.
  private func secureFunds(for params: DealParams) async throws {
    let needed = promised.promise(params.proposal.proposal.clientBalanceRequirement, for: params.uuid)
    let escrow = try chain.escrow(of: address)
    let missing = needed - (escrow.balance - escrow.locked)
    if missing > .zero { try await confirm(try await addEscrow(missing)) }
  }

  /// Waits until a message is on the chain, and another block on it.
  private func confirm(_ message: CID) async throws {
    let delay = Duration.seconds(chain.parameters.blockDelay)
    for _ in 0..<Self.patience {
      try await environment.clock.sleep(for: delay)
      guard let receipt = try chain.receipt(of: message) else { continue }
      guard receipt.exitCode.isSuccess else { throw DealError(.escrow, "exit code \(receipt.exitCode)") }
      return try await environment.clock.sleep(for: delay)
    }
    throw DealError(.escrow, "message \(message) is not on the chain after \(Self.patience) epochs")
  }

  // MARK: Steps

  /// Puts money in the market's escrow.
  ///
  /// - Parameter amount: How much, in attoFIL.
  /// - Returns: The message's CID.
  /// - Throws: `SendError`.
  @discardableResult
  public func addEscrow(_ amount: TokenAmount) async throws(SendError) -> CID {
    try await chain.send(
      MessageRequest(
        to: .marketActor, from: address, value: amount, method: MarketActor.Method.addBalance, params: address.cbor))
  }

  /// Has the client's transfer server give data to whoever has a new token.
  ///
  /// - Parameter data: The data, an archive.
  /// - Returns: The token, and how the provider gets the data, for the proposal.
  public func offer(_ data: [UInt8]) -> (token: TransferToken, transfer: DealTransfer) {
    let name = CID(codec: .raw, hash: .sha256, digest: SHA256.hash(data))
    let content = PieceContent(name, count: UInt64(data.count), from: MemoryPieceSource([name: data]))
    return transfers.offer(content, from: TransferSource(peer: host.id), environment.random)
  }

  /// Gives the data of a token no more.
  func withdraw(_ token: TransferToken) { transfers.remove(token) }

  /// Makes and signs a proposal.
  ///
  /// - Parameters:
  ///   - file: The data.
  ///   - provider: The provider's miner.
  ///   - start: When the data must be proven at the latest; payment begins then.
  ///   - duration: For how many epochs.
  ///   - pricePerEpoch: The price of an epoch in attoFIL.
  ///   - transfer: How the provider gets the data (see `offer`); `nil` if it does by other means.
  /// - Returns: The proposal.
  /// - Throws: `ChainError` if the state cannot be read, `WalletError` if the key is not there, `DealError` with `terms`
  ///   if the deal would end after the last epoch that there is.
  public func proposal(
    for file: DealFile, provider: ActorID, start: ChainEpoch, duration: ChainEpoch, pricePerEpoch: TokenAmount,
    transfer: DealTransfer? = nil
  ) throws -> DealParams {
    // A fifth more than needed, for the supply to grow until the deal is published.
    let end = try Self.sum(start, duration)
    let collateral = try chain.minProviderCollateral(pieceSize: file.piece.size)
    let terms = DealProposal(
      pieceCID: file.piece.cid, pieceSize: file.piece.size, isVerified: false, client: address,
      provider: Address(id: provider), label: .text(file.root.description), startEpoch: start,
      endEpoch: end, storagePricePerEpoch: pricePerEpoch,
      providerCollateral: TokenAmount(atto: (collateral * 6).atto / 5),
      clientCollateral: .zero)
    let signed = ClientDealProposal(proposal: terms, signature: try wallet.sign(terms.cbor, by: address))
    return DealParams(
      uuid: DealUUID(from: environment.random), isOffline: transfer == nil, proposal: signed, root: file.root,
      transfer: transfer ?? DealTransfer(size: UInt64(file.archive.count), type: "", params: []))
  }

  /// Sends a proposal to a provider.
  ///
  /// - Returns: The provider's answer.
  /// - Throws: `ExchangeError` if it does not answer.
  public func propose(_ params: DealParams, to peer: PeerID) async throws(ExchangeError) -> DealResponse {
    let exchange = CBORExchange<DealParams, DealResponse>(
      ProtocolID(DealParams.protocols[0]), requestLimit: 64 << 10, responseLimit: 4 << 10)
    return try await exchange.send(params, to: peer, from: host, on: environment.clock)
  }

  /// Asks a provider how far it is with a deal.
  ///
  /// - Returns: The answer.
  /// - Throws: An error if the key is not in the wallet, or the provider does not answer.
  public func status(of uuid: DealUUID, from peer: PeerID) async throws -> DealStatusResponse {
    let request = DealStatusRequest(uuid: uuid, signature: try wallet.sign(uuid.bytes, by: address))
    let exchange = CBORExchange<DealStatusRequest, DealStatusResponse>(
      ProtocolID(DealStatusRequest.protocolID), requestLimit: 4 << 10, responseLimit: 16 << 10)
    return try await exchange.send(request, to: peer, from: host, on: environment.clock)
  }

  /// Whether a deal on the chain is active and has these terms.
  func isActive(_ id: DealID, as terms: DealProposal) throws(ChainError) -> Bool {
    guard try chain.dealState(id) != nil else { return false }
    let stored = try chain.dealProposal(id)
    return stored.pieceCID == terms.pieceCID && stored.label == terms.label && stored.startEpoch == terms.startEpoch
      && stored.provider == terms.provider
  }
}
