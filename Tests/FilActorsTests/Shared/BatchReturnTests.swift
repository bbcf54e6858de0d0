import FilCore
import Testing

@testable import FilActors

@Suite("Batch returns", .timeLimit(.minutes(15)))
struct BatchReturnTests {
  /// All lists of three exit codes up to a length.
  private static let batches: [[ExitCode]] = {
    var (all, last): ([[ExitCode]], [[ExitCode]]) = ([[]], [[]])
    for _ in 0..<5 {
      last = last.flatMap { batch in [.ok, .notFound, .forbidden].map { batch + [$0] } }
      all += last
    }
    return all
  }()

  @Test("codes come back, and count as they are")
  func codes() throws {
    for codes in Self.batches {
      let batch = BatchReturn(codes)
      #expect(batch.codes == codes && batch.count == codes.count)
      #expect(Int(batch.successCount) == codes.count { $0.isSuccess })
      #expect(batch.isAllOK == codes.allSatisfy(\.isSuccess))
      #expect(batch.successes(of: Array(codes.indices)) == codes.indices.filter { codes[$0].isSuccess })
      #expect(try BatchReturn(cbor: batch.cbor) == batch)
    }
    #expect(BatchReturn.allSucceeded(3) == BatchReturn([.ok, .ok, .ok]))
  }

  @Test("a further step is taken by those that succeeded")
  func followed() {
    for first in Self.batches where first.count == 4 {
      let successes = first.count { $0.isSuccess }
      for second in Self.batches where second.count == successes {
        let both = BatchReturn(first).followed(by: BatchReturn(second))
        var steps = second.makeIterator()
        let expected = first.map { $0.isSuccess ? steps.next() : $0 }
        #expect(both.codes.map(Optional.some) == expected)
      }
    }
  }

  @Test("the form is the count of successes and the failures by position")
  func encoding() {
    #expect(BatchReturn([.ok, .notFound, .ok]).cbor == [0x82, 0x02, 0x81, 0x82, 0x01, 0x11])
    #expect(BatchReturn([ExitCode]()).cbor == [0x82, 0x00, 0x80])
  }

  @Test("failures beyond the batch are no codes")
  func malformed() throws {
    let batch = try BatchReturn(cbor: [0x82, 0x01, 0x81, 0x82, 0x18, 0x64, 0x11])
    #expect(batch.count == 2 && batch.codes == [.ok, .ok])
  }
}
