internal import FilCore
internal import Synchronization

/// What a host of an in-process network listens to, has heard, and has yet to hear.
final class GossipState: Sendable {
  /// A message on its way.
  struct Delivery {
    let message: PubSubMessage
    let arrival: NetworkTime
  }

  private struct State {
    var listeners: [Topic: Broadcast<PubSubMessage>] = [:]
    var validators: [Topic: PubSubValidator] = [:]
    var seen = SeenMessages()
    var pending = 0
    var isClosed = false
  }

  let deliveries: AsyncStream<Delivery>
  private let arrivals: AsyncStream<Delivery>.Continuation
  private let capacity: Int
  private let state = Mutex(State())

  init(capacity: Int) {
    self.capacity = max(1, capacity)
    (deliveries, arrivals) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(self.capacity))
  }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  func isListening(to topic: Topic) -> Bool {
    state.withLock { $0.listeners[topic] }.map { !$0.isEmpty } ?? false
  }

  func listen(to topic: Topic, _ capacity: Int) -> AsyncStream<PubSubMessage> {
    let broadcast = state.withLock { state in
      let broadcast = state.listeners[topic] ?? Broadcast()
      state.listeners[topic] = broadcast
      if state.isClosed { broadcast.finish() }
      return broadcast
    }
    return broadcast.listen(bufferingNewest: capacity)
  }

  func setValidator(for topic: Topic, _ validator: PubSubValidator?) {
    state.withLock { $0.validators[topic] = validator }
  }

  /// Notes that a message came; whether it is new.
  func note(_ message: PubSubMessage, at now: NetworkTime) -> Bool {
    state.withLock { $0.seen.insert(message.id, at: now) }
  }

  func verdict(on message: PubSubMessage) async -> PubSubVerdict {
    guard let validator = state.withLock({ $0.validators[message.topic] }) else { return .accept }
    return await validator(message)
  }

  func deliver(_ message: PubSubMessage) {
    state.withLock { $0.listeners[message.topic] }?.send(message)
  }

  /// Leaves a message for the host, or drops it if too many wait.
  func offer(_ delivery: Delivery) {
    let hasRoom = state.withLock { state in
      guard state.pending < capacity, !state.isClosed else { return false }
      state.pending += 1
      return true
    }
    if hasRoom { arrivals.yield(delivery) }
  }

  /// Makes room for another message.
  func finishDelivery() {
    state.withLock { $0.pending -= 1 }
  }

  func close() {
    let broadcasts = state.withLock { state in
      state.isClosed = true
      return state.listeners.sorted { $0.key.name < $1.key.name }.map(\.value)
    }
    arrivals.finish()
    for broadcast in broadcasts { broadcast.finish() }
  }
}
