internal import FilActors
public import FilChain
public import FilCore
public import FilCrypto
public import FilNet
internal import FilProofs

/// A storage client: makes proposals and sends them to providers.
public struct StorageClient: Sendable {
  private let chain: any ChainAccess
  private let wallet: any Wallet
  private let host: any Host
  private let environment: Environment

  /// A client.
  ///
  /// - Parameters:
  ///   - chain: The chain.
  ///   - wallet: Holds the keys that pay.
  ///   - host: The client's place in the network.
  ///   - environment: Clock and randomness.
  public init(chain: any ChainAccess, wallet: any Wallet, host: any Host, environment: Environment) {
    self.chain = chain
    self.wallet = wallet
    self.host = host
    self.environment = environment
  }

  /// Puts money in the market's escrow.
  ///
  /// - Parameters:
  ///   - amount: How much, in attoFIL.
  ///   - client: The key that pays, and whose escrow it is.
  /// - Returns: The message's CID.
  /// - Throws: `SendError`.
  @discardableResult
  public func addEscrow(_ amount: TokenAmount, from client: Address) async throws(SendError) -> CID {
    try await chain.send(
      MessageRequest(
        to: .marketActor, from: client, value: amount, method: MarketActor.Method.addBalance, params: client.cbor))
  }

  /// Makes and signs a proposal.
  ///
  /// - Parameters:
  ///   - data: The data, an archive.
  ///   - root: The root of the archive.
  ///   - client: The key that pays.
  ///   - provider: The provider's miner.
  ///   - start: When the data must be proven at the latest; payment begins then.
  ///   - duration: For how many epochs.
  ///   - pricePerEpoch: The price of an epoch in attoFIL.
  ///   - transfer: How the provider gets the data (see `TransferServer`); `nil` if it does by other means.
  /// - Returns: The proposal.
  /// - Throws: `ChainError` if the state cannot be read, `WalletError` if the key is not there.
  public func proposal(
    for data: [UInt8], root: CID, client: Address, provider: ActorID, start: ChainEpoch, duration: ChainEpoch,
    pricePerEpoch: TokenAmount, transfer: DealTransfer? = nil
  ) throws -> DealParams {
    let piece = PieceCommitment.of(data)
    // A fifth more than needed, for the supply to grow until the deal is published.
    let collateral = try chain.minProviderCollateral(pieceSize: piece.size.rawValue)
    let terms = DealProposal(
      pieceCID: piece.cid, pieceSize: piece.size.rawValue, isVerified: false, client: client,
      provider: Address(id: provider), label: .text(root.description), startEpoch: start, endEpoch: start + duration,
      storagePricePerEpoch: pricePerEpoch,
      providerCollateral: TokenAmount(atto: (collateral * 6).atto / 5),
      clientCollateral: .zero)
    let signed = ClientDealProposal(proposal: terms, signature: try wallet.sign(terms.cbor, by: client))
    return DealParams(
      uuid: DealUUID(from: environment.random), isOffline: transfer == nil, proposal: signed, root: root,
      transfer: transfer ?? DealTransfer(size: UInt64(data.count), type: "", params: []))
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
  public func status(of uuid: DealUUID, client: Address, from peer: PeerID) async throws -> DealStatusResponse {
    let request = DealStatusRequest(uuid: uuid, signature: try wallet.sign(uuid.bytes, by: client))
    let exchange = CBORExchange<DealStatusRequest, DealStatusResponse>(
      ProtocolID(DealStatusRequest.protocolID), requestLimit: 4 << 10, responseLimit: 16 << 10)
    return try await exchange.send(request, to: peer, from: host, on: environment.clock)
  }
}
