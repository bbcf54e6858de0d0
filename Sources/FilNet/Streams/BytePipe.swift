internal import FilCore
internal import Synchronization

/// One direction of a stream inside a process: a bounded buffer whose bytes take time to arrive.
final class BytePipe: Sendable {
  private let capacity: Int
  private let clock: any NodeClock
  private let transit: @Sendable (Int) -> Transit
  private let state = Mutex(BytePipeState())
  private let readable = Signal()
  private let writable = Signal()

  /// A pipe.
  ///
  /// - Parameters:
  ///   - capacity: How many bytes may be on the way, at least 1.
  ///   - clock: Tells when bytes arrive.
  ///   - transit: How long so many bytes take.
  init(capacity: Int, clock: any NodeClock, transit: @escaping @Sendable (Int) -> Transit) {
    self.capacity = max(1, capacity)
    self.clock = clock
    self.transit = transit
  }

  /// Whether nothing more can be read or written.
  var isOver: Bool { state.withLock { $0.isOver } }

  func read(upTo limit: Int) async throws(StreamError) -> [UInt8] {
    try state.withLock { (state) throws(StreamError) in try state.begin(\.isReading) }
    defer { state.withLock { $0.isReading = false } }
    while true {
      switch state.withLock({ $0.read(upTo: max(1, limit), at: clock.now) }) {
      case .bytes(let bytes):
        writable.notify()
        return bytes
      case .later(let time):
        do { try await clock.sleep(until: time) } catch { throw StreamError(.cancelled) }
      case .wait:
        guard await readable.wait() else { throw StreamError(.cancelled) }
      case .failed(let error): throw error
      }
    }
  }

  func write(_ bytes: [UInt8]) async throws(StreamError) {
    try state.withLock { (state) throws(StreamError) in try state.begin(\.isWriting) }
    defer { state.withLock { $0.isWriting = false } }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = try state.withLock { (state) throws(StreamError) in
        try state.write(rest, capacity: capacity, now: clock.now, transit: transit)
      }
      rest = rest.dropFirst(count)
      if count > 0 {
        readable.notify()
      } else {
        guard await writable.wait() else { throw StreamError(.cancelled) }
      }
    }
  }

  func closeWrite() {
    let (now, last) = (clock.now, transit(0))
    state.withLock { $0.close(now: now, last) }
    readable.notify()
  }

  /// Drops what has come and what comes.
  func stopReading() {
    state.withLock { $0.stopReading() }
    writable.notify()
  }

  func reset() {
    state.withLock { $0.reset() }
    readable.notify()
    writable.notify()
  }
}
