public import FilCore

/// A block with its messages, as it was decoded: nothing about it is checked.
///
/// A ``BlockValidator`` makes a ``CheckedBlock`` of it.
public struct FullBlock: Hashable, Sendable {
  /// The header.
  public var header: BlockHeader
  /// The messages.
  public var messages: BlockMessages

  /// A block with its messages.
  public init(header: BlockHeader, messages: BlockMessages) {
    self.header = header
    self.messages = messages
  }
}
