public import FilActors
public import FilCore

/// What the markets need of a chain: a few facts of the state after the head, and a way to send messages.
public protocol ChainAccess: Sendable {
  /// The network.
  var parameters: NetworkParameters { get }

  /// The epoch of the head.
  ///
  /// - Throws: `ChainError` if the chain cannot be read.
  func headEpoch() throws(ChainError) -> ChainEpoch

  /// The number of the actor with an address; `nil` if there is none.
  ///
  /// - Throws: `ChainError` if the state cannot be read.
  func id(of address: Address) throws(ChainError) -> ActorID?

  /// The key that signs for an account; `nil` if there is no such account.
  ///
  /// - Throws: `ChainError` if the state cannot be read.
  func key(of address: Address) throws(ChainError) -> Address?

  /// What an address has in the market's escrow.
  ///
  /// - Throws: `ChainError` if the state cannot be read.
  func escrow(of address: Address) throws(ChainError) -> EscrowBalance

  /// The least collateral that the chain asks of a provider for a piece of a padded size.
  ///
  /// - Throws: `ChainError` if the state cannot be read.
  func minProviderCollateral(pieceSize: UInt64) throws(ChainError) -> TokenAmount

  /// The terms of a deal that was published.
  ///
  /// - Throws: `ChainError` if there is no such deal, or the state cannot be read.
  func dealProposal(_ id: DealID) throws(ChainError) -> DealProposal

  /// The state of a deal; `nil` if it is not active.
  ///
  /// - Throws: `ChainError` if the state cannot be read.
  func dealState(_ id: DealID) throws(ChainError) -> DealState?

  /// The receipt of a message that was sent not long ago; `nil` if it is not on the chain yet.
  ///
  /// - Throws: `ChainError` if the chain cannot be read.
  func receipt(of message: CID) throws(ChainError) -> Receipt?

  /// Sends a message.
  ///
  /// - Returns: The CID by which the chain names it.
  /// - Throws: `SendError` if it would fail, or is not taken.
  func send(_ request: MessageRequest) async throws(SendError) -> CID
}
