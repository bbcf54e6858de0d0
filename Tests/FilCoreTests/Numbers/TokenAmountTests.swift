import FilCore
import Testing

@Suite("Token amounts", .timeLimit(.minutes(15)))
struct TokenAmountTests {
  @Test(
    "text is exact and without needless zeros",
    arguments: [
      ("0", "0"), ("1", "0.000000000000000001"), ("1000000000000000000", "1"), ("1500000000000000000", "1.5"),
      ("-1", "-0.000000000000000001"), ("-2000000000000000000", "-2"), ("10000000000000000000", "10"),
      ("999999999999999999", "0.999999999999999999"), ("2000000000000000000000000000", "2000000000"),
      ("340282366920938463463374607431768211456", "340282366920938463463.374607431768211456"),
    ])
  func text(atto: String, fil: String) throws {
    let amount = TokenAmount(atto: try #require(BigInt(atto)))
    #expect(amount.filText == fil)
    #expect(amount.description == fil + " FIL")
    #expect(TokenAmount(fil: fil) == amount)
    #expect(TokenAmount(fil: amount.description) == amount)
  }

  @Test(
    "what is no amount is refused",
    arguments: [
      "", ".", "1.", ".5", "-.5", "-", "1.0000000000000000001", "1,5", "1 ", "1 fil", "1.5.5", "1.-5", "+1", "FIL",
    ])
  func refused(text: String) {
    #expect(TokenAmount(fil: text) == nil)
  }

  @Test("amounts add, subtract and scale")
  func arithmetic() {
    #expect(TokenAmount.fil(3) - .fil(5) == -TokenAmount.fil(2))
    #expect(TokenAmount.nanoFIL(1_000_000_000) == .fil(1))
    #expect(TokenAmount.fil(2) * 3 == .fil(6) && TokenAmount.fil(2) * BigInt(-1) == .fil(-2))
    #expect(TokenAmount.fil(.max) + .fil(.max) == TokenAmount.fil(.max) * 2)
    #expect(TokenAmount.fil(-1).isNegative && TokenAmount.fil(1).isPositive && TokenAmount.zero.isZero)
    #expect(TokenAmount.fil(1) > TokenAmount.nanoFIL(999_999_999))
  }

  @Test("the form in CBOR is that of the integer")
  func cbor() throws {
    #expect(TokenAmount.fil(1).cbor == BigInt(1_000_000_000_000_000_000).cbor)
    #expect(try TokenAmount(cbor: [0x40]) == .zero)
  }
}
