public import FilCore

/// Who may call a method.
public enum CallerRule: Hashable, Sendable {
  /// Anyone.
  case any
  /// One of these actors.
  case actors([Address])
  /// An actor of one of these types.
  case types([ActorType])
  /// An actor with a delegated address of one of these namespaces.
  case namespaces([ActorID])
}

extension [ActorType] {
  /// The types that can sign messages: accounts, multisigs, and what stands for an Ethereum key.
  public static let signable: [ActorType] = [.account, .multisig, .ethAccount, .evm, .placeholder]
}
