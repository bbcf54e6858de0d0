public import FilCore

/// What providers set aside for deals.
public enum DealCollateral {
  /// The least that the chain asks: the deal's share of a share of the money in circulation, by the power that it could
  /// make up.
  ///
  /// - Parameters:
  ///   - pieceSize: The padded size of the deal's data in bytes.
  ///   - networkPower: The network's raw power in bytes.
  ///   - baselinePower: The baseline power in bytes.
  ///   - circulatingSupply: The money in circulation.
  ///   - policy: The network's parameters for actors.
  /// - Returns: The collateral in attoFIL.
  public static func minimum(
    pieceSize: UInt64, networkPower: BigInt, baselinePower: BigInt, circulatingSupply: TokenAmount, _ policy: Policy
  ) -> TokenAmount {
    let size = BigInt(pieceSize)
    let power = max(networkPower, baselinePower, size)
    let target = circulatingSupply * policy.providerCollateralSupplyNumerator
    return (target * size).dividedRoundingDown(by: power * BigInt(policy.providerCollateralSupplyDenominator))
  }
}
