internal import FilCore

/// What is on the way in one direction of a stream.
struct BytePipeState {
  /// What a reader does next.
  enum Read {
    /// Takes bytes; none at the end.
    case bytes([UInt8])
    /// Waits until the next bytes arrive.
    case later(NetworkTime)
    /// Waits until somebody writes.
    case wait
    /// Gives up.
    case failed(StreamError)
  }

  private struct Chunk {
    let arrival: NetworkTime
    var bytes: ArraySlice<UInt8>
  }

  private var chunks: [Chunk] = []
  private var buffered = 0
  private var lineFree: NetworkTime?
  private var lastArrival: NetworkTime?
  private var endArrival: NetworkTime?
  private var isReset = false
  private var isDropping = false
  var isReading = false
  var isWriting = false

  /// Whether nothing more can be read or written.
  var isOver: Bool { isReset || endArrival != nil && (isDropping || chunks.isEmpty) }

  /// Enters a use that only one task at a time may be in.
  mutating func begin(_ use: WritableKeyPath<BytePipeState, Bool>) throws(StreamError) {
    guard !self[keyPath: use] else { throw StreamError(.concurrentUse) }
    self[keyPath: use] = true
  }

  mutating func read(upTo limit: Int, at now: NetworkTime) -> Read {
    if isReset { return .failed(StreamError(.reset)) }
    if isDropping { return .failed(StreamError(.closed)) }
    guard let first = chunks.first else {
      guard let endArrival else { return .wait }
      return endArrival > now ? .later(endArrival) : .bytes([])
    }
    guard first.arrival <= now else { return .later(first.arrival) }
    return .bytes(take(upTo: limit, arrivedBy: now))
  }

  private mutating func take(upTo limit: Int, arrivedBy now: NetworkTime) -> [UInt8] {
    var taken: [UInt8] = []
    while taken.count < limit, let first = chunks.first, first.arrival <= now {
      let part = first.bytes.prefix(limit - taken.count)
      taken += part
      chunks[0].bytes = first.bytes.dropFirst(part.count)
      if chunks[0].bytes.isEmpty { chunks.removeFirst() }
    }
    buffered -= taken.count
    return taken
  }

  /// Puts on the way as much as there is room for; how many bytes that was.
  mutating func write(
    _ bytes: ArraySlice<UInt8>, capacity: Int, now: NetworkTime, transit: (Int) -> Transit
  ) throws(StreamError) -> Int {
    if isReset { throw StreamError(.reset) }
    if endArrival != nil { throw StreamError(.closed) }
    if isDropping { return bytes.count }
    let part = bytes.prefix(capacity - buffered)
    guard !part.isEmpty else { return 0 }
    chunks.append(Chunk(arrival: arrival(now: now, transit(part.count)), bytes: part))
    buffered += part.count
    return part.count
  }

  /// Bytes enter the line when those before have, and nothing overtakes what was sent before.
  private mutating func arrival(now: NetworkTime, _ transit: Transit) -> NetworkTime {
    let entered = max(now, lineFree ?? now) + transit.transmission
    let time = max(entered + transit.latency, lastArrival ?? now)
    lineFree = entered
    lastArrival = time
    return time
  }

  mutating func close(now: NetworkTime, _ transit: Transit) {
    guard endArrival == nil else { return }
    endArrival = arrival(now: now, transit)
  }

  mutating func stopReading() {
    isDropping = true
    chunks = []
    buffered = 0
  }

  mutating func reset() {
    isReset = true
    chunks = []
    buffered = 0
  }
}
