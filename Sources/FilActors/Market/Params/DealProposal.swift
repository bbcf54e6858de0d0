public import FilCore

/// The terms of a storage deal between a client and a provider.
public struct DealProposal: Hashable, Sendable {
  /// The commitment to the data (CommP).
  public var pieceCID: CID
  /// The padded size of the data in bytes.
  public var pieceSize: UInt64
  /// Whether the client spends datacap.
  public var isVerified: Bool
  /// Who pays.
  public var client: Address
  /// The miner that stores the data.
  public var provider: Address
  /// What the client calls the deal.
  public var label: DealLabel
  /// When the data must be in a proven sector, and payment begins.
  public var startEpoch: ChainEpoch
  /// When payment ends.
  public var endEpoch: ChainEpoch
  /// The price of an epoch.
  public var storagePricePerEpoch: TokenAmount
  /// What the provider loses if it fails.
  public var providerCollateral: TokenAmount
  /// What the client sets aside.
  public var clientCollateral: TokenAmount

  /// All fields.
  public init(
    pieceCID: CID, pieceSize: UInt64, isVerified: Bool, client: Address, provider: Address, label: DealLabel,
    startEpoch: ChainEpoch, endEpoch: ChainEpoch, storagePricePerEpoch: TokenAmount,
    providerCollateral: TokenAmount, clientCollateral: TokenAmount
  ) {
    self.pieceCID = pieceCID
    self.pieceSize = pieceSize
    self.isVerified = isVerified
    self.client = client
    self.provider = provider
    self.label = label
    self.startEpoch = startEpoch
    self.endEpoch = endEpoch
    self.storagePricePerEpoch = storagePricePerEpoch
    self.providerCollateral = providerCollateral
    self.clientCollateral = clientCollateral
  }
}

extension DealProposal: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) {
    encoder.tuple(
      pieceCID, pieceSize, isVerified, client, provider, label, startEpoch, endEpoch, storagePricePerEpoch,
      providerCollateral, clientCollateral)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (
      pieceCID, pieceSize, isVerified, client, provider, label, startEpoch, endEpoch, storagePricePerEpoch,
      providerCollateral, clientCollateral
    ) = try decoder.tuple(
      CID.self, UInt64.self, Bool.self, Address.self, Address.self, DealLabel.self, ChainEpoch.self,
      ChainEpoch.self, TokenAmount.self, TokenAmount.self, TokenAmount.self)
  }
}

extension DealProposal {
  /// How many epochs the deal goes; the most or least that there are if it would be more or less.
  public var duration: ChainEpoch { ChainEpoch(clamping: Int128(endEpoch) - Int128(startEpoch)) }
  /// The price of the whole deal.
  public var totalStorageFee: TokenAmount { storagePricePerEpoch * duration }
  /// What the client must have in escrow: the price and its collateral.
  public var clientBalanceRequirement: TokenAmount { clientCollateral + totalStorageFee }
}
