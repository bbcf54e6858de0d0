import FilCore
import Testing

@Suite("Bit fields", .timeLimit(.minutes(15)))
struct BitFieldTests {
  private static func random(_ random: inout SeededGenerator) throws -> (BitField, Set<UInt64>) {
    let density = UInt64.random(in: 1...6, using: &random)
    let members = Set((0..<UInt64(70)).filter { _ in random.next() % density == 0 })
    return (try BitField(members), members)
  }

  @Test("algebra on runs agrees with algebra on members", arguments: 0..<60)
  func algebra(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (a, left) = try Self.random(&random)
    let (b, right) = try Self.random(&random)
    #expect(Array(a) == left.sorted())
    #expect(Array(a.union(b)) == left.union(right).sorted())
    #expect(Array(a.intersection(b)) == left.intersection(right).sorted())
    #expect(Array(a.subtracting(b)) == left.subtracting(right).sorted())
    let cut = left.subtracting(right).map { member in member - UInt64(right.count { $0 < member }) }
    #expect(Array(a.cutting(b)) == cut.sorted())
    #expect(a.containsAny(of: b) == !left.isDisjoint(with: right))
    #expect(a.containsAll(of: b) == left.isSuperset(of: right))
    #expect(a.union(b).containsAll(of: a))
    #expect((0..<UInt64(71)).allSatisfy { a.contains($0) == left.contains($0) })
    let start = Int.random(in: 0...left.count, using: &random)
    let count = Int.random(in: 0...(left.count - start), using: &random)
    let slice = try #require(a.slice(from: UInt64(start), count: UInt64(count)))
    #expect(Array(slice) == Array(left.sorted()[start..<start + count]))
    #expect(a.slice(from: UInt64(start), count: UInt64(left.count - start + 1)) == nil)
    #expect(try BitField(rlePlus: a.rlePlus) == a)
  }

  @Test("single members are added and removed", arguments: 0..<10)
  func members(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var field = BitField()
    var model: Set<UInt64> = []
    for _ in 0..<300 {
      let member = UInt64.random(in: 0..<40, using: &random)
      if Bool.random(using: &random) {
        #expect(try field.insert(member) == model.insert(member).inserted)
      } else {
        #expect(field.remove(member) == (model.remove(member) != nil))
      }
      #expect(Array(field) == model.sorted())
      #expect(try field == BitField(model))
    }
  }

  @Test("the greatest members")
  func limits() throws {
    #expect(throws: BitFieldError.outOfRange) { try BitField([UInt64.max]) }
    var field = BitField(0..<UInt64.max)
    #expect(throws: BitFieldError.outOfRange) { try field.insert(.max) }
    #expect(field.count == .max)
    #expect(field.last == UInt64.max - 1)
    #expect(try BitField(rlePlus: field.rlePlus) == field)
    #expect(field.members(limit: 1_000_000) == nil)
    field.remove(.max - 1)
    #expect(field.ranges == [0..<UInt64.max - 1])
    #expect(!field.contains(.max))
  }

  @Test("forms above the chain's limit are refused")
  func tooLong() throws {
    let field = try BitField((0..<UInt64(200_000)).map { $0 * 2 })
    #expect(throws: BitFieldError.self) { try field.checkEncodedLength() }
    #expect(throws: CBORError(.limitExceeded, at: 0)) { try BitField(cbor: field.cbor) }
    #expect(try BitField(rlePlus: field.rlePlus) == field)
  }

  @Test("damaged forms are refused, or read as the one set that they encode")
  func mutations() throws {
    var random = SeededGenerator(seed: 3)
    let original = try BitField([0, 1, 2, 5, 9, 100, 101, 4000, 1 << 50]).rlePlus
    var accepted = 0
    for _ in 0..<4000 {
      let bytes = random.mutated(original)
      guard let field = try? BitField(rlePlus: bytes) else { continue }
      #expect(field.rlePlus == bytes)
      #expect(field.cutting(BitField(7..<200)).count <= field.count)
      accepted += 1
    }
    #expect(accepted > 100)
  }
}
