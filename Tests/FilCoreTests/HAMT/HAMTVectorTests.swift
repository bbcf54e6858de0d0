import FilVectors
import Testing

@Suite("HAMT vectors", .timeLimit(.minutes(5)))
struct HAMTVectorTests {
  @Test("every recorded case")
  func recorded() throws {
    try checkVectors(HAMTVectors(), recount: countLines)
  }
}
