import FilCore
import FilNode
import Testing

@testable import FilNet

@Suite("Questions and answers in CBOR", .timeLimit(.minutes(15)))
struct CBORExchangeTests {
  private typealias Exchange = CBORExchange<RawCBOR, RawCBOR>

  private static func exchange(_ framing: CBORFraming, responseLimit: Int = 70_000) -> Exchange {
    Exchange("/question/1", framing: framing, requestLimit: 70_000, responseLimit: responseLimit, timeout: .seconds(10))
  }

  /// Asks a host that answers with a pair of the question twice.
  private static func ask(
    _ question: RawCBOR, _ exchange: Exchange, link: LinkConditions = LinkConditions(latency: .milliseconds(1))
  ) async throws -> RawCBOR {
    try await Simulation.run(seed: 1) { environment in
      let network = InProcessNetwork(environment: environment, link: link)
      let (alice, bob) = (network.addHost(peer(1)), network.addHost(peer(2)))
      bob.setHandler(
        for: exchange.protocolID,
        exchange.handler { question, asker in
          #expect(asker == alice.id)
          return try RawCBOR([0x82] + question.bytes + question.bytes)
        })
      return try await withHosts([alice, bob]) {
        try await exchange.send(question, to: bob.id, from: alice, on: environment.clock)
      }
    }
  }

  @Test("questions are answered in either framing", arguments: [CBORFraming.bare, .lengthPrefixed], [0, 1, 30_000])
  func answers(framing: CBORFraming, count: Int) async throws {
    let question = RawCBOR(encoding: pattern(count))
    let answer = try await Self.ask(question, Self.exchange(framing))
    #expect(answer.bytes == [0x82] + question.bytes + question.bytes)
  }

  @Test("an answer above the limit is refused", arguments: [CBORFraming.bare, .lengthPrefixed])
  func limits(framing: CBORFraming) async throws {
    await #expect(throws: ExchangeError(.tooLarge)) {
      try await Self.ask(RawCBOR(encoding: pattern(1000)), Self.exchange(framing, responseLimit: 1000))
    }
  }

  @Test("a slow peer is given up")
  func timeout() async throws {
    await #expect(throws: ExchangeError(.timeout)) {
      let link = LinkConditions(latency: .zero ... .zero, bytesPerSecond: 10)
      return try await Self.ask(RawCBOR(encoding: pattern(1000)), Self.exchange(.bare), link: link)
    }
  }

  @Test(
    "a peer that answers wrongly",
    arguments: [
      ([], ExchangeError.Code.broken), ([0x82, 0x01], .broken), ([0x1c], .malformed), ([0x18, 0x01], .malformed),
      ([0x9b, 255, 255, 255, 255, 255, 255, 255, 255], .broken),
      ([0x5b, 255, 255, 255, 255, 255, 255, 255, 255], .malformed),
    ])
  func wrongAnswers(bytes: [UInt8], code: ExchangeError.Code) async throws {
    try await Simulation.run(seed: 1) { environment in
      let network = InProcessNetwork(environment: environment)
      let (alice, bob) = (network.addHost(peer(1)), network.addHost(peer(2)))
      bob.setHandler(for: "/question/1") { try await $0.write(bytes) }
      try await withHosts([alice, bob]) {
        await #expect(throws: ExchangeError(code)) {
          try await Self.exchange(.bare).send(
            RawCBOR(encoding: pattern(1)), to: bob.id, from: alice, on: environment.clock)
        }
      }
    }
  }

  @Test("a scanner never traps, and agrees with the decoder on what that accepts", arguments: 0..<40)
  func scannerMutations(seed: UInt64) throws {
    let random = SeededRandom(seed: seed)
    for _ in 0..<50 {
      let bytes = mutate(randomItem(random, depth: 0), random)
      var (scanner, decoder) = (CBORItemScanner(), CBORDecoder(bytes))
      let end = try? scanner.scan(bytes[...])
      if let item = try? decoder.item() { #expect(end == item.count) }
      if let end { #expect(end <= bytes.count) }
    }
  }

  @Test("a scanner finds the end of any item, however its bytes come", arguments: 0..<200)
  func scanner(seed: UInt64) throws {
    let random = SeededRandom(seed: seed)
    let item = randomItem(random, depth: 0)
    let bytes = item + random.bytes(Int(random.next(below: 20)))
    var scanner = CBORItemScanner()
    var end: Int?
    var given = 0
    while end == nil, given < bytes.count {
      given += Int(random.next(below: 9)) + 1
      end = try scanner.scan(bytes.prefix(given))
    }
    #expect(end == item.count)
  }
}

/// A random CBOR item of few kinds.
private func randomItem(_ random: SeededRandom, depth: Int) -> [UInt8] {
  var encoder = CBOREncoder()
  switch random.next(below: depth < 5 ? 6 : 3) {
  case 0: encoder.unsigned(random.next() >> random.next(below: 64))
  case 1: encoder.byteString(random.bytes(Int(random.next(below: 70))))
  case 2: return [0xf6]
  case 3: return [0xd8, 0x2a] + randomItem(random, depth: depth + 1)
  default:
    let count = Int(random.next(below: 5))
    encoder.array(count: count)
    return encoder.bytes + (0..<count).flatMap { _ in randomItem(random, depth: depth + 1) }
  }
  return encoder.bytes
}
