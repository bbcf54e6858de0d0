public import FilCore

/// Who holds one of the accounts that every genesis has: the root of the verified registry, the reserve.
public enum GenesisOwner: Hashable, Sendable {
  /// One key.
  case account(Address)
  /// Several keys together, of which `threshold` must approve.
  case multisig(signers: [Address], threshold: UInt64)
}
