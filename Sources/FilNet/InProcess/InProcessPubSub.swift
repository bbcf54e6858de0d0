internal import FilCore

/// Gossip between the hosts of one process: each passes a message on to all that it is connected to.
public struct InProcessPubSub: PubSub {
  /// The longest message, in bytes.
  public static let maxMessageBytes = 1 << 20

  let network: InProcessNetwork
  let endpoint: InProcessEndpoint

  private var gossip: GossipState { endpoint.gossip }
  private var clock: any NodeClock { network.environment.clock }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func subscribe(to topic: Topic, bufferingNewest capacity: Int) -> AsyncStream<PubSubMessage> {
    gossip.listen(to: topic, capacity)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func setValidator(for topic: Topic, _ validator: PubSubValidator?) {
    gossip.setValidator(for: topic, validator)
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func publish(_ data: [UInt8], to topic: Topic) async throws(PubSubError) {
    guard !gossip.isClosed else { throw .closed }
    guard data.count <= Self.maxMessageBytes else {
      throw .tooLarge(count: data.count, limit: Self.maxMessageBytes)
    }
    let message = PubSubMessage(topic: topic, data: data, origin: endpoint.id, receivedFrom: endpoint.id)
    guard gossip.note(message, at: clock.now) else { throw .duplicate }
    let verdict = await gossip.verdict(on: message)
    guard verdict == .accept else { throw .notAccepted(verdict) }
    spread(message)
  }

  /// Receives until the task is cancelled or the host closed.
  func run() async {
    await withDiscardingTaskGroup { group in
      for await delivery in gossip.deliveries {
        group.addTask {
          await receive(delivery)
          gossip.finishDelivery()
        }
      }
    }
  }

  private func receive(_ delivery: GossipState.Delivery) async {
    let message = delivery.message
    do { try await clock.sleep(until: delivery.arrival) } catch { return }
    guard gossip.isListening(to: message.topic), gossip.note(message, at: clock.now) else { return }
    if await gossip.verdict(on: message) == .accept { spread(message) }
  }

  /// Delivers a message and passes it on.
  private func spread(_ message: PubSubMessage) {
    gossip.deliver(message)
    let copy = message.passedOn(by: endpoint.id)
    for peer in network.peers(of: endpoint.id) where peer != message.receivedFrom && peer != message.origin {
      guard let other = network.endpoint(peer), other.gossip.isListening(to: message.topic),
        let connection = network.connection(endpoint.id, peer)
      else { continue }
      let transit = connection.transit(of: message.data.count)
      let arrival = clock.now + transit.transmission + transit.latency
      other.gossip.offer(GossipState.Delivery(message: copy, arrival: arrival))
    }
  }
}
