internal import FilCore
internal import FilCrypto

/// Sums, multiples and pairings of one line.
func checkCurveArithmetic(_ line: JSONValue) throws {
  try checkG1Arithmetic(line)
  try checkG2Arithmetic(line)
  try checkPairings(line)
}

private func checkG1Arithmetic(_ line: JSONValue) throws {
  let (a, b) = (try line.requireBytes32("scalarA"), try line.requireBytes32("scalarB"))
  let (p, q) = (try line.requireG1("P"), try line.requireG1("Q"))
  let (jp, jq) = (G1Projective(p), G1Projective(q))
  try expect(p.uncompressed, equals: try line.requireBytes("P_uncompressed"), "P uncompressed")
  try expect(G1Affine(uncompressed: p.uncompressed), equals: p, "P decoded again")
  try expect((-p).compressed, equals: try line.requireBytes("-P"), "-P")
  try expect((jp + jp).affine.compressed, equals: try line.requireBytes("P+P"), "P+P")
  try expect(jp.doubled(), equals: jp + p, "2P")
  try expect((jp + q).affine.compressed, equals: try line.requireBytes("P+Q"), "P+Q")
  try expect((jp - jq).affine.compressed, equals: try line.requireBytes("P-Q"), "P-Q")
  try expect(jp.multiplied(by: a).affine.compressed, equals: try line.requireBytes("aP"), "aP")
  try expect(jq.multiplied(by: b).affine.compressed, equals: try line.requireBytes("bQ"), "bQ")
  let multiple = G1Projective(.generator).multiplied(by: a)
  try expect(multiple.affine.compressed, equals: try line.requireBytes("aG1"), "aG1")
}

private func checkG2Arithmetic(_ line: JSONValue) throws {
  let (a, b) = (try line.requireBytes32("scalarA"), try line.requireBytes32("scalarB"))
  let (r, s) = (try line.requireG2("R"), try line.requireG2("S"))
  let (jr, js) = (G2Projective(r), G2Projective(s))
  try expect(r.uncompressed, equals: try line.requireBytes("R_uncompressed"), "R uncompressed")
  try expect(G2Affine(uncompressed: r.uncompressed), equals: r, "R decoded again")
  try expect((jr + jr).affine.compressed, equals: try line.requireBytes("R+R"), "R+R")
  try expect(jr.doubled(), equals: jr + r, "2R")
  try expect((jr + s).affine.compressed, equals: try line.requireBytes("R+S"), "R+S")
  try expect(jr.multiplied(by: a).affine.compressed, equals: try line.requireBytes("aR"), "aR")
  try expect(js.multiplied(by: b).affine.compressed, equals: try line.requireBytes("bS"), "bS")
  let multiple = G2Projective(.generator).multiplied(by: a)
  try expect(multiple.affine.compressed, equals: try line.requireBytes("aG2"), "aG2")
}

private func checkPairings(_ line: JSONValue) throws {
  let (p, r) = (try line.requireG1("P"), try line.requireG2("R"))
  let (q, s) = (try line.requireG1("Q"), try line.requireG2("S"))
  let value = Pairing.pair(p, r)
  try expect(value.bytes, equals: try line.requireBytes("e(P,R)"), "e(P,R)")
  let product = Pairing.product([(p, r), (q, s)])
  try expect(product.bytes, equals: try line.requireBytes("e(P,R)e(Q,S)"), "e(P,R)e(Q,S)")
  let (a, b) = (try line.requireBytes32("scalarA"), try line.requireBytes32("scalarB"))
  let multiples = Pairing.pair(
    G1Projective(p).multiplied(by: a).affine, G2Projective(r).multiplied(by: b).affine)
  try expect(multiples.bytes, equals: try line.requireBytes("e(aP,bR)"), "e(aP,bR)")
  try expect(value.raised(to: a).raised(to: b), equals: multiples, "e(P,R)^(ab)")
}

/// A message hashed to one of the groups.
func checkHashToCurve(_ line: JSONValue) throws {
  let suite = try line.requireString("suite")
  let message = try line.requireBytes("message")
  let domain = Array(try line.requireString("dst").utf8)
  let (point, compressed) =
    switch suite {
    case "BLS12381G1_XMD:SHA-256_SSWU_RO_": forms(of: G1Projective.hash(message, domain: domain).affine)
    case "BLS12381G1_XMD:SHA-256_SSWU_NU_": forms(of: G1Projective.encode(message, domain: domain).affine)
    case "BLS12381G2_XMD:SHA-256_SSWU_RO_": forms(of: G2Projective.hash(message, domain: domain).affine)
    case "BLS12381G2_XMD:SHA-256_SSWU_NU_": forms(of: G2Projective.encode(message, domain: domain).affine)
    default: throw VectorError("unknown suite \(suite)")
    }
  try expect(point, equals: try line.requireBytes("point"), "point")
  try expect(compressed, equals: try line.requireBytes("compressed"), "compressed")
}

private func forms(of point: G1Affine) -> ([UInt8], [UInt8]) { (point.uncompressed, point.compressed) }

private func forms(of point: G2Affine) -> ([UInt8], [UInt8]) { (point.uncompressed, point.compressed) }

/// A sum of many multiples of hashed points.
func checkMultiScalar(_ line: JSONValue) throws {
  let scalars = try line.requireArray("scalars").map { value in
    guard let scalar = Bytes32(value.bytes ?? []) else { throw VectorError("a scalar is not 32 bytes") }
    return scalar
  }
  let first = (0..<scalars.count).map {
    G1Projective.hash(Array("\($0)".utf8), domain: Array("FIL-TEST-MSM-G1".utf8))
  }
  let second = (0..<scalars.count).map {
    G2Projective.hash(Array("\($0)".utf8), domain: Array("FIL-TEST-MSM-G2".utf8))
  }
  let sum1 = G1Projective.multiScalarSum(G1Projective.affine(first), scalars)
  try expect(sum1.affine.compressed, equals: try line.requireBytes("g1"), "g1")
  let sum2 = G2Projective.multiScalarSum(G2Projective.affine(second), scalars)
  try expect(sum2.affine.compressed, equals: try line.requireBytes("g2"), "g2")
}

/// Whether bytes are a point of the curve, and of the subgroup.
func checkPoint(_ line: JSONValue) throws {
  let bytes = try line.requireBytes("compressed")
  let verdict =
    switch try line.requireString("group") {
    case "G1": verdict { try G1Affine(compressed: bytes, checkingSubgroup: false).isInSubgroup }
    case "G2": verdict { try G2Affine(compressed: bytes, checkingSubgroup: false).isInSubgroup }
    case let other: throw VectorError("unknown group \(other)")
    }
  try expect(verdict != nil, equals: try line.require("decodes").bool ?? false, "decodes")
  try expect(verdict ?? false, equals: line["inSubgroup"]?.bool ?? false, "in subgroup")
}

/// What a decoder says of membership; `nil` if it refuses the bytes.
private func verdict(_ body: () throws -> Bool) -> Bool? { try? body() }
