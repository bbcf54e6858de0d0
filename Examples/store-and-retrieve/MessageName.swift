import FilActors
import FilCore

/// What the messages of the demo do.
enum MessageName {
  /// The name of a message's method.
  static func of(_ message: Message) -> String {
    switch (message.to, message.method) {
    case (_, 0): "transfer of \(message.value)"
    case (.marketActor, MarketActor.Method.addBalance): "AddBalance of \(message.value)"
    case (.marketActor, MarketActor.Method.publishStorageDeals): "PublishStorageDeals"
    case (_, MinerActor.Method.preCommitSectorBatch2): "PreCommitSectorBatch2"
    case (_, MinerActor.Method.proveCommitSectors3): "ProveCommitSectors3"
    case (_, MinerActor.Method.submitWindowedPoSt): "SubmitWindowedPoSt"
    default: "method \(message.method)"
    }
  }
}
