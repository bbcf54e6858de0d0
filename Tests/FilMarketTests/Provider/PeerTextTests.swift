import FilMarket
import Testing

@Suite("A peer's words in errors", .timeLimit(.minutes(1)))
struct PeerTextTests {
  private static let hostile =
    "\u{1b}]0;title\u{7}price\n\u{2028}too \u{202e}low\u{0}" + String(repeating: "!", count: 5000)

  @Test("what could steer a terminal is left out, and only so much is kept")
  func errors() {
    let deal = DealError(.refused, Self.hostile)
    #expect(deal.reason.hasPrefix("]0;titlepricetoo low!!"))
    #expect(deal.reason.unicodeScalars.count == 1024)
    let transfer = TransferError(.refused, Self.hostile, cause: DealError(.failed, Self.hostile))
    #expect(transfer.detail == deal.reason)
    #expect(!transfer.description.contains("\u{1b}") && transfer.description.unicodeScalars.count < 1100)
  }
}
