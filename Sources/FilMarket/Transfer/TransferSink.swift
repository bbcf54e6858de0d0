public import FilCore

/// Where the data of a deal goes while it comes: a file, as a rule, that outlives the program.
public protocol TransferSink: Sendable {
  /// How many bytes it has; a transfer goes on from there.
  var count: UInt64 { get }

  /// Takes the next bytes.
  ///
  /// - Throws: `StoreError` if they cannot be kept.
  func append(_ bytes: [UInt8]) throws(StoreError)
}
