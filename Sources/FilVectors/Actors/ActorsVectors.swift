internal import FilActors
internal import FilCore

/// Calls of the built-in actors, one at a time, with all that the world answered.
public struct ActorsVectors: VectorKind {
  /// The folder's name.
  public let name = "actors"

  /// The kind.
  public init() {}

  /// Runs the files of the folder.
  ///
  /// - Throws: An error if a file cannot be read at all.
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    let calls = folder.folder("calls")
    for file in calls.names where file.hasSuffix(".jsonl") {
      try runCalls(String(file.dropLast(6)), in: calls, &run)
    }
    try skipScenarios(folder.folder("scenarios"), &run)
  }

  private func runCalls(_ actor: String, in folder: VectorFolder, _ run: inout VectorRun) throws {
    let blocks = try CallBlocks.load("\(actor).car", in: folder)
    for line in try folder.rawLines("\(actor).jsonl") ?? [] {
      let vector = try JSONValue(parsing: line)
      let method: MethodNumber = try vector.requireInteger("method")
      guard BuiltMethods.contains(actor, method) else {
        run.skip("the method is not built yet")
        continue
      }
      run.check(try vector.requireString("id")) { try replay(vector, blocks) }
    }
  }

  /// Runs one call and compares all that it did with the recording.
  private func replay(_ vector: JSONValue, _ blocks: MemoryBlockstore) throws {
    let type = try ActorType(vectorName: try vector.requireString("actor"))
    let runtime = try CallRuntime(vector, store: BufferedBlockstore(over: blocks))
    let result = try vector.require("result")
    let exitCode: UInt32 = try result.requireInteger("exit_code")
    let method: MethodNumber = try vector.requireInteger("method")
    let params = try vector.block("params")
    var returned: IPLDBlock?
    var failure: ActorError?
    do throws(ActorError) {
      returned = try BuiltinActors.invoke(type, method, params, runtime)
    } catch {
      failure = error
      returned = error.data
    }
    if let difference = runtime.difference { throw difference }
    let actual = failure?.exitCode.rawValue ?? 0
    if actual != exitCode {
      throw VectorError(
        "exit code: expected \(exitCode) (\(result["message"]?.string ?? "")), got \(actual) (\(failure?.message ?? ""))"
      )
    }
    try expect(returned, equals: try result.block("return"), "return value")
    try runtime.finish()
    let before = try vector["pre_state"]?.cid()
    try expect(failure == nil ? runtime.currentRoot : before, equals: try result["post_state"]?.cid(), "state after")
  }

  /// Whole-network scenarios need methods that are not built yet; each message is a case that is left out.
  private func skipScenarios(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    for area in folder.names {
      for file in folder.folder(area).names where file.hasSuffix(".jsonl") {
        let lines = try folder.folder(area).rawLines(file) ?? []
        let messages = try lines.filter { try JSONValue(parsing: $0)["kind"]?.string == "message" }
        run.skip("scenarios run on a machine that is not built yet", count: messages.count)
      }
    }
  }
}
