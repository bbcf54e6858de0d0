internal import FilCore

/// The value of a map that is only a set of keys; CBOR's null.
struct Presence: CBORCodable, Hashable {
  init() {}

  func encode(to encoder: inout CBOREncoder) { encoder.null() }

  init(from decoder: inout CBORDecoder) throws(CBORError) {
    let start = decoder.offset
    guard decoder.nullIfPresent() else { throw CBORError(.unexpectedType, at: start, "expected null") }
  }
}
