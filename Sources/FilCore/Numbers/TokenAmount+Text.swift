extension TokenAmount: CustomStringConvertible {
  /// The amount in FIL without loss and without needless zeros, as "1.5 FIL".
  public var description: String { filText + " FIL" }

  /// The amount in FIL as a decimal number, without loss and without needless zeros.
  public var filText: String {
    let digits = atto.magnitude.description
    let padded = String(repeating: "0", count: max(0, TokenAmount.decimals + 1 - digits.count)) + digits
    let fraction = padded.suffix(TokenAmount.decimals)
    let kept = fraction.lastIndex { $0 != "0" }.map { "." + fraction[...$0] } ?? ""
    return (isNegative ? "-" : "") + padded.dropLast(TokenAmount.decimals) + kept
  }

  /// Reads a decimal number of FIL with at most 18 decimal places, with or without " FIL" behind it; `nil` for
  /// anything else.
  public init?(fil text: String) {
    let number = text.hasSuffix(" FIL") ? text.dropLast(4) : text[...]
    let parts = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.utf8.count <= TokenAmount.decimals, parts.count == 1 || !fraction.isEmpty,
      fraction.utf8.allSatisfy({ (0x30...0x39).contains($0) }), parts[0].utf8.last.map({ $0 != 0x2d }) ?? false
    else { return nil }
    let zeros = String(repeating: "0", count: TokenAmount.decimals - fraction.utf8.count)
    guard let atto = BigInt(String(parts[0] + fraction + zeros)) else { return nil }
    self.init(atto: atto)
  }
}
