import Foundation
import Testing

@testable import fil

@Suite("The tool", .timeLimit(.minutes(15)))
struct ToolTests {
  @Test("every command says how it is used", arguments: FilTool.commands.map { $0.name })
  func help(name: String) throws {
    let command = try #require(FilTool.commands.first { $0.name == name })
    let run = ToolRun(all: name.split(separator: " ").map(String.init) + ["--help"])
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.lines == [command.help])
    #expect(command.help.hasPrefix("usage: fil \(name)"))
    let overview = ToolRun("--help").lines.joined()
    #expect(overview.contains(command.name) && overview.contains(command.summary))
  }

  @Test("names of commands differ")
  func names() {
    #expect(Set(FilTool.commands.map { $0.name }).count == FilTool.commands.count)
    #expect(FilTool.commands.count == 10)
  }

  @Test(
    "wrong arguments are one line and status 2",
    arguments: [
      ["nonsense"], ["car"], ["car", "nonsense"], ["car", "ls"], ["car", "ls", "a", "b"], ["car", "ls", "a", "--bad"],
      ["car", "import", "a"], ["car", "import", "a", "b", "--layout"], ["car", "import", "a", "b", "--layout", "c"],
      ["commp"], ["chain", "ls"], ["state", "actors"], ["vectors"], ["vectors", "nonsense"], ["cid"], ["address"],
    ])
  func usage(arguments: [String]) {
    let run = ToolRun(all: arguments)
    #expect(run.status == 2)
    #expect(run.lines.isEmpty)
    #expect(run.errors.count == 1)
    #expect(run.errors.allSatisfy { !$0.contains("\n") && $0.contains("--help") })
  }

  @Test(
    "a file that is not there is one line that names it and status 1",
    arguments: [
      ["car", "ls"], ["car", "verify"], ["car", "import"], ["car", "export"], ["chain", "ls"], ["commp"],
      ["state", "actors"], ["cid", "--file"],
    ])
  func missingFile(command: [String]) {
    let out = ["import", "export"].contains(command.last) ? ["/nonexistent/out"] : []
    let run = ToolRun(all: command + ["/nonexistent/file"] + out)
    #expect(run.status == 1)
    #expect(run.lines.isEmpty)
    #expect(run.errors == ["no file '/nonexistent/file'"])
  }

  @Test("kinds of vectors are listed, and run")
  func vectors() throws {
    let kinds = ToolRun("vectors", "--kinds").lines
    #expect(kinds.count > 10 && kinds == kinds.sorted() && kinds.contains("address"))
    #expect(ToolRun("vectors", "--kinds", "address").status == 2)
    #expect(ToolRun("vectors", "address", "/nonexistent").errors == ["no folder '/nonexistent'"])
    try withTemporaryFolder { folder in
      try "{}\n".write(toFile: folder + "/strings.jsonl", atomically: true, encoding: .utf8)
      let run = ToolRun("vectors", "address", folder, "--json")
      #expect(run.status == 1)
      #expect(try run.objects().map { $0["failed"] as? Int } == [1])
    }
  }

  @Test("addresses and CIDs are shown in all their forms")
  func values() throws {
    let account = ToolRun("address", "0x00000000000000000000000000000000000000aa", "--json")
    #expect(try account.objects().first?["protocol"] as? String == "delegated")
    #expect(ToolRun("address", "t01234").lines.contains("mainnet   f01234"))
    #expect(ToolRun("address", "0xff000000000000000000000000000000000004d2").lines.contains("testnet   t01234"))
    let cid = ToolRun("cid", "bafkqaaa", "--json")
    #expect(try cid.objects().first?["hash"] as? String == "identity")
    #expect(ToolRun("cid", "nonsense").status == 1)
    #expect(ToolRun("address", "f0x").status == 1)
  }
}
