import FilVectors
import Foundation

/// Runs test vectors of one kind.
enum VectorsCommand: Command {
  static let name = "vectors"
  static let summary = "runs test vectors of one kind"
  static let help = """
    usage: fil vectors KIND [FOLDER] [--json]
           fil vectors --kinds

    Runs the vectors of KIND in FOLDER. KIND is one of
    \(VectorKinds.all.map(\.name).joined(separator: ", ")).
    FOLDER defaults to $FIL_VECTORS/KIND, else Tests/Vectors/KIND. Files may be plain or compressed with zstd; those that
    are absent are left out. Prints a line for each failure, what was left out and why, and at last 'N passed, M failed'.
    The exit status is 1 if any case failed, one that must pass was left out, or there is none. The second form lists the kinds.
    """

  static func run(_ options: inout Options, _ console: any Console) throws -> Int32 {
    if options.has("--kinds") {
      try options.finish(flags: ["--kinds"])
      for kind in VectorKinds.all { console.line(kind.name) }
      return 0
    }
    let name = try options.require("the kind")
    let path = options.next()
    try options.finish()
    guard let kind = VectorKinds.named(name) else { throw UsageError(text: "unknown kind '\(name)'") }
    let folder = try self.folder(name, path)
    var run = VectorRun()
    let progress = Progress(console)
    run.onCase = { count in progress.update("\(name): \(count) cases") }
    try kind.run(folder, &run)
    progress.end()
    guard run.passed + run.failures.count > 0 || !run.omissions.isEmpty else {
      throw ToolError("no vectors of kind '\(name)' in '\(folder.url.path)'")
    }
    try report(run, json: options.wantsJSON, console)
    return run.isGood ? 0 : 1
  }

  private static func folder(_ name: String, _ path: String?) throws -> VectorFolder {
    let named = path.map { VectorFolder(URL(fileURLWithPath: $0)) }
    let folder = named ?? VectorFolder(kind: name, fallback: URL(fileURLWithPath: "Tests/Vectors"))
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.url.path, isDirectory: &isFolder) else {
      throw ToolError("no folder '\(folder.url.path)'")
    }
    guard isFolder.boolValue else { throw ToolError("'\(folder.url.path)' is no folder") }
    return folder
  }

  private static func report(_ run: VectorRun, json: Bool, _ console: any Console) throws {
    if json {
      try console.json([
        "passed": run.passed, "failed": run.failures.count,
        "failures": run.failures.map { ["case": $0.id, "message": $0.message] },
        "leftOut": run.omissions.map { ["reason": $0.reason, "count": $0.count, "mustPass": $0.mustPass] },
      ])
      return
    }
    for failure in run.failures { console.line("FAILED \(failure.id): \(failure.message)") }
    for omission in run.omissions { console.line("left out \(omission.count): \(omission.reason)") }
    console.line("\(run.passed) passed, \(run.failures.count) failed")
  }
}
