internal import FilActors
internal import FilCore
internal import FilVM

extension ActorRecord {
  /// Whether messages may come from the actor: accounts may send, and so may an address that waits for its Ethereum
  /// account.
  func maySend(_ codes: ActorCodes) -> Bool {
    switch codes.type(of: code) {
    case .account, .ethAccount: true
    case .placeholder: nonce == 0 && delegatedAddress?.delegated?.namespace == Address.ethereumNamespace
    default: false
    }
  }
}
