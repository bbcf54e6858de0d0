import FilVectors
import Testing

@Suite("Bit field vectors", .timeLimit(.minutes(5)))
struct BitFieldVectorTests {
  @Test("every recorded case")
  func recorded() throws {
    try checkVectors(BitFieldVectors(), recount: countLines)
  }
}
