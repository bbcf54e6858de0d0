/// Floats as DAG-JSON writes them.
enum DAGJSONFloat {
  /// The fewest digits that are read back as the same float, with a fraction or an exponent.
  ///
  /// An exponent is written for magnitudes below 10^-6 and from 10^21 on.
  static func text(_ float: IPLDFloat) -> String {
    let (digits, point) = decimal(float.value.magnitude)
    return (float.value.sign == .minus ? "-" : "") + layOut(digits, point)
  }

  /// The significant digits of a float, and how many of them stand before the point.
  private static func decimal(_ value: Double) -> (digits: String, point: Int) {
    guard value != 0 else { return ("0", 1) }
    let parts = value.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let whole = mantissa[0].drop { $0 == "0" }
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    var point = whole.count
    var digits = whole + fraction
    if whole.isEmpty {
      let significant = digits.drop { $0 == "0" }
      point -= digits.count - significant.count
      digits = significant
    }
    while digits.last == "0", digits.count > 1 { digits.removeLast() }
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return (String(digits), point + exponent)
  }

  private static func layOut(_ digits: String, _ point: Int) -> String {
    let count = digits.count
    switch point {
    case count...21 where point > 0: return digits + String(repeating: "0", count: point - count) + ".0"
    case 1...21: return digits.prefix(point) + "." + digits.dropFirst(point)
    case -5...0: return "0." + String(repeating: "0", count: -point) + digits
    default:
      let fraction = count > 1 ? "." + digits.dropFirst() : ""
      return digits.prefix(1) + fraction + "e" + (point > 0 ? "+" : "") + String(point - 1)
    }
  }
}
