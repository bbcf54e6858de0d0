public import FilCore

/// The least gas limit of a message in a block: what carrying it on the chain costs.
///
/// The prices of this check are chosen by epoch, not by network version: on a network whose upgrades all lie before its
/// genesis they are still those of mainnet's first day, so a message may be in a block and then not run.
public enum InclusionGas {
  /// The least gas limit.
  ///
  /// - Parameters:
  ///   - bytes: The bytes that the chain carries: those of the signed message, or of the message alone for BLS.
  ///   - epoch: The block's epoch.
  ///   - upgrades: The network's upgrades.
  /// - Returns: Units of gas.
  public static func minimum(bytes: Int, at epoch: ChainEpoch, _ upgrades: UpgradeSchedule) -> Int64 {
    let reached = { (upgrade: Upgrade) in upgrades[upgrade] > 0 && upgrades[upgrade] <= epoch }
    let storage: Int64 = reached(.calico) || reached(.hygge) ? 1_300 : 1_000
    let actorUpdate: Int64 = reached(.hygge) ? 475_000 : 0
    let size = Int64(min(max(bytes, 0), 1 << 40))
    return 38_863 + actorUpdate + (36 + size) * storage
  }
}
