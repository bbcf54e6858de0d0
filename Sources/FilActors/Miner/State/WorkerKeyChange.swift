public import FilCore

/// A new worker that waits.
public struct WorkerKeyChange: Hashable, Sendable {
  /// The new worker's number.
  public var newWorker: Address
  /// When it becomes the worker.
  public var effectiveAt: ChainEpoch

  /// All fields.
  public init(newWorker: Address, effectiveAt: ChainEpoch) {
    self.newWorker = newWorker
    self.effectiveAt = effectiveAt
  }
}

extension WorkerKeyChange: CBORCodable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func encode(to encoder: inout CBOREncoder) { encoder.tuple(newWorker, effectiveAt) }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public init(from decoder: inout CBORDecoder) throws(CBORError) {
    (newWorker, effectiveAt) = try decoder.tuple(Address.self, ChainEpoch.self)
  }
}
