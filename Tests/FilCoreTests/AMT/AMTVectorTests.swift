import FilVectors
import Testing

@Suite("AMT vectors", .timeLimit(.minutes(5)))
struct AMTVectorTests {
  @Test("every recorded case")
  func recorded() throws {
    try checkVectors(AMTVectors(), recount: countLines)
  }
}
