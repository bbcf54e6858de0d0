public import FilCore

/// Something that a peer told all who listen to a topic.
public struct PubSubMessage: Hashable, Sendable {
  /// What it is about.
  public let topic: Topic
  /// What was said.
  public let data: [UInt8]
  /// The peer that said it first.
  public let origin: PeerID
  /// The peer that passed it on to this host; the host itself for its own.
  public let receivedFrom: PeerID
  /// What tells it from others: the BLAKE2b-256 digest of the data, as the network has it.
  public let id: Bytes32

  /// A message.
  ///
  /// - Parameters:
  ///   - topic: What it is about.
  ///   - data: What is said.
  ///   - origin: The peer that says it first.
  ///   - receivedFrom: The peer that passed it on.
  public init(topic: Topic, data: [UInt8], origin: PeerID, receivedFrom: PeerID) {
    self.init(topic: topic, data: data, origin: origin, receivedFrom: receivedFrom, id: PubSubMessage.id(of: data))
  }

  private init(topic: Topic, data: [UInt8], origin: PeerID, receivedFrom: PeerID, id: Bytes32) {
    self.topic = topic
    self.data = data
    self.origin = origin
    self.receivedFrom = receivedFrom
    self.id = id
  }

  /// The ID that a message with this data has.
  public static func id(of data: [UInt8]) -> Bytes32 { BLAKE2b.hash256(data) }

  /// The same message as a peer passes it on.
  func passedOn(by peer: PeerID) -> PubSubMessage {
    PubSubMessage(topic: topic, data: data, origin: origin, receivedFrom: peer, id: id)
  }
}
