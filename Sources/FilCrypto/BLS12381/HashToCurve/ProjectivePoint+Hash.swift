extension ProjectivePoint {
  /// A point of the subgroup from two field elements: `hash_to_curve`, indistinguishable from random.
  static func hash(_ message: [UInt8], domain: [UInt8]) -> ProjectivePoint {
    let u = fieldElements(2, message, domain)
    return Field.clearCofactor(Field.curveMap.point(for: u[0]) + Field.curveMap.point(for: u[1]))
  }

  /// A point of the subgroup from one field element: `encode_to_curve`.
  static func encode(_ message: [UInt8], domain: [UInt8]) -> ProjectivePoint {
    let u = fieldElements(1, message, domain)
    return Field.clearCofactor(Field.curveMap.point(for: u[0]))
  }

  private static func fieldElements(_ count: Int, _ message: [UInt8], _ domain: [UInt8]) -> [Field] {
    let bytes = expandMessage(message, domain: domain, count: count * Field.uniformCount)
    return (0..<count).map { Field(uniform: bytes[($0 * Field.uniformCount)...].prefix(Field.uniformCount)) }
  }
}
