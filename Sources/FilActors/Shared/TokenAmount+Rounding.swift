package import FilCore

extension TokenAmount {
  /// The amount divided by a number, rounded towards minus infinity; the number must not be zero.
  package func dividedRoundingDown(by divisor: BigInt) -> TokenAmount {
    TokenAmount(atto: atto.dividedRoundingDown(by: divisor))
  }
}
