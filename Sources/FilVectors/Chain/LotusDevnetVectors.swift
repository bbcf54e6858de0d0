internal import FilChain
internal import FilCore

/// A recorded chain of Lotus, tipset by tipset: its blocks must keep the rules, and what follows from its states and
/// messages must be what Lotus had. Messages are not executed here.
public struct LotusDevnetVectors: VectorKind {
  /// The name of the folder.
  public let name = "lotus-devnet"

  /// The kind.
  public init() {}

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    guard let recording = try DevnetRecording(folder) else { return }
    var previous: JSONValue?
    for record in recording.epochs {
      run.check("epoch \(record["epoch"]?.integer(Int64.self) ?? -1)") {
        let check = DevnetTipsetCheck(
          recording: recording, record: record, tipset: try recording.tipset(record), previous: previous)
        try check.run()
      }
      previous = record
    }
  }
}
