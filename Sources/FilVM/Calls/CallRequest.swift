internal import FilActors
internal import FilCore

/// A call of an actor's method.
struct CallRequest {
  var from: ActorID
  var to: Address
  var method: MethodNumber
  var params: IPLDBlock?
  var value = TokenAmount.zero
  /// The most gas that the call may use, in units; all that is left if `nil`.
  var gasLimit: UInt64?
  var isReadOnly = false
}
