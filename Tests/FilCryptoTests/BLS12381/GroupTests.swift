import FilCore
import Testing

@testable import FilCrypto

@Suite("Groups", .timeLimit(.minutes(15)))
struct GroupTests {
  /// The group order, little-endian.
  private let order = Bytes32([UInt8](hex: "01000000fffffffffe5bfeff02a4bd5305d8a10908d83933487d9d2953a7ed73") ?? [])

  @Test("the order annihilates the generators") func generators() throws {
    let order = try #require(order)
    #expect(G1Projective(.generator).multiplied(by: order).isInfinity)
    #expect(G2Projective(.generator).multiplied(by: order).isInfinity)
    #expect(G1Affine.generator.isInSubgroup && G2Affine.generator.isInSubgroup)
    #expect(G1Affine.generator.point.isOnCurve && G2Affine.generator.point.isOnCurve)
  }

  @Test("multiples of integers at the edges", arguments: [0, 1, 2, 15, 16, 17, 255, 256]) func small(n: Int) {
    let scalar = Bytes32(fillingWith: { $0.storeBytes(of: UInt64(n), as: UInt64.self) })
    let sum = (0..<n).reduce(G1Projective.infinity) { sum, _ in sum + G1Affine.generator }
    #expect(G1Projective(.generator).multiplied(by: scalar) == sum)
    let sum2 = (0..<n).reduce(G2Projective.infinity) { sum, _ in sum + G2Affine.generator }
    #expect(G2Projective(.generator).multiplied(by: scalar) == sum2)
  }

  @Test("integers of any size multiply as sums say") func large() throws {
    let order = try #require(order)
    let digests = (0..<4).map { SHA256.hash([UInt8($0)]) }
    for scalar in digests + [Bytes32([UInt8](repeating: 255, count: 32)) ?? .zero, order] {
      #expect(G1Projective(.generator).multiplied(by: scalar).point == naive(.init(.generator), scalar))
      #expect(G2Projective(.generator).multiplied(by: scalar).point == naive(.init(.generator), scalar))
    }
  }

  @Test("the way by endomorphisms agrees, in the subgroup and below the order") func endomorphisms() throws {
    let order = try #require(order)
    let below = Bytes32([UInt8](repeating: 0, count: 1) + order.bytes.dropFirst()) ?? .zero
    let tops = [SHA256.hash([1]), SHA256.hash([2])].map { Bytes32($0.bytes.dropLast() + [0x3f]) ?? .zero }
    for scalar in tops + [.zero, below, Bytes32(fillingWith: { $0[0] = 1 }), Bytes32(fillingWith: { $0[16] = 1 })] {
      let first = G1Projective.hash(scalar.bytes, domain: [1])
      #expect(first.multipliedInSubgroup(by: scalar) == first.multiplied(by: scalar))
      let second = G2Projective.hash(scalar.bytes, domain: [1])
      #expect(second.multipliedInSubgroup(by: scalar) == second.multiplied(by: scalar))
      let element = try #require(Fr(littleEndian: scalar))
      #expect(first.multiplied(by: element) == first.multiplied(by: scalar))
      #expect(second.multiplied(by: element) == second.multiplied(by: scalar))
    }
  }

  @Test("points outside of the subgroup multiply too") func outside() throws {
    let bytes = "89c56773477a839d013b69976e99493ddcb156a15158ca001b070726a60a7e1e0796ebab4ca5108058721a99a4d450ec"
    let point = try G1Affine(compressed: try #require([UInt8](hex: bytes)), checkingSubgroup: false)
    #expect(!point.isInSubgroup)
    let scalar = SHA256.hash([9])
    #expect(G1Projective(point).multiplied(by: scalar).point == naive(.init(point), scalar))
  }

  /// Bit by bit.
  private func naive<F>(_ point: ProjectivePoint<F>, _ scalar: Bytes32) -> ProjectivePoint<F> {
    var result = ProjectivePoint<F>.infinity
    for bit in (0..<256).reversed() {
      result = result.doubled()
      if scalar[bit / 8] >> UInt8(bit % 8) & 1 == 1 { result = result + point }
    }
    return result
  }

  private func naive(_ point: G1Projective, _ scalar: Bytes32) -> ProjectivePoint<Fp> { naive(point.point, scalar) }

  private func naive(_ point: G2Projective, _ scalar: Bytes32) -> ProjectivePoint<Fp2> { naive(point.point, scalar) }

  @Test("sums of many multiples", arguments: [0, 1, 2, 3, 7, 33, 127, 128, 300]) func multiScalar(count: Int) {
    let seven = (0..<7).map { G1Projective.hash([UInt8($0)], domain: [1]) }
    var points = G1Projective.affine((0..<count).map { seven[$0 % 7] + seven[$0 / 7 % 7].doubled() })
    var scalars = (0..<count).map { SHA256.hash([UInt8($0 & 255), UInt8($0 >> 8)]) }
    if count > 2 {
      points[1] = .infinity
      points[2] = points[0]
      scalars[0] = .zero
      scalars[2] = Bytes32([UInt8](repeating: 255, count: 32)) ?? .zero
    }
    if count > 6 {
      points[3] = -points[4]
      scalars[3] = scalars[4]
      points[5] = points[6]
      scalars[5] = scalars[6]
    }
    if count > 200 {
      // The same point and the same integer often: sums of equal and of opposite points, and of their sums.
      for index in 20..<60 { (points[index], scalars[index]) = (points[8], scalars[8]) }
      for index in 60..<90 { (points[index], scalars[index]) = (-points[8], scalars[8]) }
    }
    let expected = zip(points, scalars).reduce(G1Projective.infinity) { $0 + G1Projective($1.0).multiplied(by: $1.1) }
    #expect(G1Projective.multiScalarSum(points, scalars) == expected)
  }

  @Test("equal points have equal hashes") func hashes() throws {
    let points = (0..<8).map { G2Projective.hash([UInt8($0)], domain: [3]).affine }
    let again = try points.map { try G2Affine(compressed: $0.compressed) }
    #expect(Set(points + again).count == points.count)
  }

  @Test("many points become affine with one inversion") func batch() {
    var points = (0..<5).map { G2Projective.hash([UInt8($0)], domain: [2]) }
    points.insert(.infinity, at: 2)
    #expect(G2Projective.affine(points) == points.map(\.affine))
  }
}
