import FilChain
import FilCore
import Testing

@Suite("What is said of messages that are not sent", .timeLimit(.minutes(15)))
struct SendErrorTests {
  @Test(
    "each reason is named",
    arguments: [
      (SendError.unknownSender(Address(id: 1234)), "f01234"),
      (.wouldFail(.forbidden, "not the worker"), "exit code 18: not the worker"),
      (.tooLong(70_000), "70000 bytes"),
      (.signature("no such key"), "signature: no such key"),
      (.pool(MessagePoolError(.nonceTooLow, "3 < 5")), "nonceTooLow: 3 < 5"),
      (.execution(ExecutionError(.machine, "no state")), "machine: no state"),
      (.chain(ChainError(.store, "no block")), "store: no block"),
    ])
  func text(_ error: SendError, _ reason: String) {
    #expect("\(error)".hasPrefix("message: "))
    #expect("\(error)".contains(reason), "\(error)")
  }
}
