internal import FilCore

/// Runs the vectors of RLE+ bit fields.
public struct BitFieldVectors: VectorKind {
  /// The name of the folder.
  public let name = "bitfield"

  /// The kind.
  public init() {}

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    try run.checkLines(of: "encode.jsonl", in: folder, BitFieldVectors.checkEncoding)
    try run.checkLines(of: "decode.jsonl", in: folder, BitFieldVectors.checkDecoding)
    try run.checkLines(of: "algebra.jsonl", in: folder, BitFieldVectors.checkAlgebra)
  }

  private static func integers(_ list: [JSONValue]) throws -> [UInt64] {
    try list.map { value in
      guard let integer = value.integer(UInt64.self) else { throw VectorError("no integer: \(value)") }
      return integer
    }
  }

  /// The runs of a field as the vectors give them: zeros first, alternating.
  private static func runs(_ field: BitField) -> [UInt64] {
    var end: UInt64 = 0
    return field.ranges.flatMap { range in
      defer { end = range.upperBound }
      return [range.lowerBound - end, range.upperBound - range.lowerBound]
    }
  }

  /// The field with runs as the vectors give them.
  private static func field(_ runs: [UInt64]) throws -> BitField {
    var ranges: [Range<UInt64>] = []
    var end: UInt64 = 0
    for (number, length) in runs.enumerated() {
      let (next, isTooLong) = end.addingReportingOverflow(length)
      guard !isTooLong else { throw VectorError("runs beyond 64 bits") }
      if number % 2 == 1 { ranges.append(end..<next) }
      end = next
    }
    return BitField(ranges: ranges.reversed())
  }

  private static func checkEncoding(_ vector: JSONValue) throws {
    let runs = try integers(try vector.requireArray("runs"))
    let rle = try vector.requireBytes("rle")
    var field = try field(runs)
    try expect(field.rlePlus, equals: rle, "RLE+")
    try expect(field.cbor, equals: try vector.requireBytes("cbor"), "CBOR")
    try expect(try BitField(cbor: field.cbor), equals: field, "decoded")
    try expect(field.count, equals: try vector.requireInteger("count"), "count")
    try expect(field.first, equals: vector["first"]?.integer(), "first")
    try expect(field.last, equals: vector["last"]?.integer(), "last")
    guard let list = vector["bits"]?.array else { return }
    let bits = try integers(list)
    try expect(try BitField(bits.reversed()), equals: field, "from bits")
    try expect(field.members(limit: 200), equals: bits, "bits")
    var built = BitField()
    for bit in bits { try built.insert(bit) }
    try expect(built, equals: field, "inserted one by one")
    for bit in bits.reversed() { field.remove(bit) }
    try expect(field, equals: BitField(), "removed one by one")
  }

  private static func checkDecoding(_ vector: JSONValue) throws {
    let rle = try vector.requireBytes("rle")
    try VectorVerdict(vector).check(refusal: BitFieldError.self) {
      let field = try BitField(rlePlus: rle)
      try expect(field.rlePlus, equals: rle, "encoded again")
      let verdict = try vector.require("go")
      if let runs = verdict["runs"]?.array { try expect(self.runs(field), equals: try integers(runs), "runs") }
      try expect(field.rlePlus, equals: try verdict.requireBytes("reencoded"), "encoded by others")
    }
  }

  private static func checkAlgebra(_ vector: JSONValue) throws {
    let a = try BitField(rlePlus: try vector.requireBytes("a"))
    let b = try BitField(rlePlus: try vector.requireBytes("b"))
    let union = try vector.requireBytes("union")
    try expect(a.union(b).rlePlus, equals: union, "union")
    try expect(BitField.union([b, a, BitField()]).rlePlus, equals: union, "union of many")
    try expect(a.intersection(b).rlePlus, equals: try vector.requireBytes("intersection"), "intersection")
    try expect(a.subtracting(b).rlePlus, equals: try vector.requireBytes("difference"), "difference")
    try expect(a.cutting(b).rlePlus, equals: try vector.requireBytes("cut"), "cut")
    try expect(a.containsAny(of: b), equals: !a.intersection(b).isEmpty, "contains any")
    try expect(a.containsAll(of: b), equals: b.subtracting(a).isEmpty, "contains all")
    try expect(a.union(b).containsAll(of: b), equals: true, "the union contains all")
    try expect(a.count, equals: try vector.requireInteger("countA"), "count of a")
    try expect(b.count, equals: try vector.requireInteger("countB"), "count of b")
    try expect(a.first, equals: vector["firstA"]?.integer(), "first of a")
    try expect(a.last, equals: vector["lastA"]?.integer(), "last of a")
    for slice in try vector.requireArray("slices") {
      let found = a.slice(from: try slice.requireInteger("start"), count: try slice.requireInteger("count"))
      try expect(found?.rlePlus, equals: slice["rle"]?.bytes, "slice \(slice)")
    }
    for sample in try vector.requireArray("isSet") {
      guard let pair = sample.array, pair.count == 2, let bit: UInt64 = pair[0].integer(), let isSet = pair[1].bool
      else { throw VectorError("no sample: \(sample)") }
      try expect(a.contains(bit), equals: isSet, "contains \(bit)")
    }
  }
}
