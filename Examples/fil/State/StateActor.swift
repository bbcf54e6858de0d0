import FilCore

/// What a state tree of any version holds of an actor.
struct StateActor: Hashable, Sendable {
  /// The actor's code.
  let code: CID
  /// The root of its state.
  let head: CID
  /// The number of its next message.
  let nonce: UInt64
  /// Its money.
  let balance: TokenAmount
  /// Its delegated address: absent before trees of version 5, which have a field for it.
  let delegatedAddress: Address?
  private let hasAddressField: Bool
}

extension StateActor: CBORCodable {
  func encode(to encoder: inout CBOREncoder) {
    if hasAddressField {
      encoder.tuple(code, head, nonce, balance, delegatedAddress)
    } else {
      encoder.tuple(code, head, nonce, balance)
    }
  }

  init(from decoder: inout CBORDecoder) throws(CBORError) {
    let start = decoder.offset
    let count = try decoder.array()
    guard count == 4 || count == 5 else { throw CBORError(.wrongCount, at: start, "an actor with \(count) fields") }
    code = try CID(from: &decoder)
    head = try CID(from: &decoder)
    nonce = try decoder.unsigned()
    balance = try TokenAmount(from: &decoder)
    hasAddressField = count == 5
    delegatedAddress = hasAddressField ? try Address?(from: &decoder) : nil
  }
}
