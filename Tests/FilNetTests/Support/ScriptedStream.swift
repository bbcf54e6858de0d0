import FilCore
import FilNet
import Synchronization

/// A stream whose other side sends given bytes, in portions of random sizes, and notes what it gets.
final class ScriptedStream: NetworkStream {
  let protocolID: ProtocolID = "/script/1"
  let localPeer = peer(1)
  let remotePeer = peer(2)
  private let random: any RandomSource
  private let script: Mutex<ArraySlice<UInt8>>
  private let output = Mutex<[UInt8]>([])

  init(_ script: [UInt8], _ random: any RandomSource = SeededRandom(seed: 0)) {
    self.script = Mutex(script[...])
    self.random = random
  }

  convenience init(_ script: String) {
    self.init(Array(script.utf8))
  }

  /// What was written.
  var written: String { String(decoding: output.withLock { $0 }, as: UTF8.self) }

  func read(upTo limit: Int) async throws(StreamError) -> [UInt8] {
    script.withLock { script in
      let part = Array(script.prefix(min(limit, Int(random.next(below: 30)) + 1)))
      script = script.dropFirst(part.count)
      return part
    }
  }

  func write(_ bytes: [UInt8]) async throws(StreamError) {
    output.withLock { $0 += bytes }
  }

  func closeWrite() {}
  func close() {}
  func reset() {}
}
