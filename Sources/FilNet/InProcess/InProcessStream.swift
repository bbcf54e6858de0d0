/// One end of a stream between two hosts of one process.
struct InProcessStream: NetworkStream {
  let protocolID: ProtocolID
  let localPeer: PeerID
  let remotePeer: PeerID
  let incoming: BytePipe
  let outgoing: BytePipe

  /// The other end.
  var twin: InProcessStream {
    InProcessStream(
      protocolID: protocolID, localPeer: remotePeer, remotePeer: localPeer, incoming: outgoing, outgoing: incoming)
  }

  /// Whether nothing more can be read or written at either end.
  var isOver: Bool { incoming.isOver && outgoing.isOver }

  func read(upTo limit: Int) async throws(StreamError) -> [UInt8] {
    try await incoming.read(upTo: limit)
  }

  func write(_ bytes: [UInt8]) async throws(StreamError) {
    try await outgoing.write(bytes)
  }

  func closeWrite() {
    outgoing.closeWrite()
  }

  func close() {
    outgoing.closeWrite()
    incoming.stopReading()
  }

  func reset() {
    outgoing.reset()
    incoming.reset()
  }
}
