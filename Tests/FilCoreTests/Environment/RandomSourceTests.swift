import FilCore
import Testing

@Suite("Random bytes", .timeLimit(.minutes(15)))
struct RandomSourceTests {
  @Test("a seed's bytes are the same however they are drawn")
  func portions() {
    let whole = SeededRandom(seed: 7).bytes(1000)
    let random = SeededRandom(seed: 7)
    var drawn: [UInt8] = []
    for count in [0, 1, 63, 64, 65, 200, 607] { drawn += random.bytes(count) }
    #expect(drawn == whole)
    #expect(SeededRandom(seed: 8).bytes(1000) != whole)
  }

  @Test("a seed's bytes are the same on every machine")
  func pinned() {
    let random = SeededRandom(seed: 1)
    #expect(random.bytes(16).hex == "1da3205dbfd66a85774ccd1d8e02d626")
    #expect(random.fork("a").bytes(16).hex == "95ebafd702e7dc8d068ee5a6a119e590")
  }

  @Test("a fork depends on its label, not on what was drawn before")
  func forks() {
    let random = SeededRandom(seed: 1)
    let before = random.fork("a").bytes(32)
    _ = random.bytes(100)
    #expect(random.fork("a").bytes(32) == before)
    #expect(random.fork("b").bytes(32) != before)
    #expect(random.fork("a").fork("a").bytes(32) != before)
  }

  @Test("integers stay below their bound and reach all of it", arguments: [1, 2, 3, 10, 64])
  func bounds(bound: UInt64) {
    let random = SeededRandom(seed: bound)
    let values = Set((0..<2000).map { _ in random.next(below: bound) })
    #expect(values == Set(0..<bound))
  }

  @Test("bounds at the ends of the range")
  func extremeBounds() {
    let random = SeededRandom(seed: 0)
    #expect(random.next(below: 0) == 0)
    for bound: UInt64 in [.max, 1 << 63, 1 << 63 + 1] { #expect(random.next(below: bound) < bound) }
    #expect(random.next(in: .seconds(3)...(.seconds(3))) == .seconds(3))
    for _ in 0..<100 {
      #expect((Duration.zero ... .nanoseconds(3)).contains(random.next(in: .zero ... .nanoseconds(3))))
    }
  }

  @Test("a shuffle keeps the elements and follows from the seed")
  func shuffles() {
    var (one, other) = (Array(0..<50), Array(0..<50))
    SeededRandom(seed: 3).shuffle(&one)
    SeededRandom(seed: 3).shuffle(&other)
    #expect(one == other && one != Array(0..<50) && one.sorted() == Array(0..<50))
  }

  @Test("the system's bytes differ")
  func system() {
    #expect(SystemRandom().bytes(32) != SystemRandom().fork("a").bytes(32))
    #expect(SystemRandom().bytes(0).isEmpty)
  }
}
