import Foundation
import Testing

@testable import fil

@Suite("What the tool is given", .timeLimit(.minutes(1)))
struct InputTests {
  @Test("pipes are refused at once", arguments: [["car", "verify"], ["car", "ls"], ["chain", "ls"], ["commp"]])
  func pipes(command: [String]) throws {
    try withTemporaryFolder { folder in
      let pipe = folder + "/pipe"
      #expect(mkfifo(pipe, 0o600) == 0)
      #expect(ToolRun(all: command + [pipe]).errors == ["'\(pipe)' is no regular file"])
      let output = folder + "/out"
      #expect(ToolRun("car", "import", pipe, output).status == 1)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(files == ["pipe"])
    }
  }

  @Test("links to files are followed")
  func links() throws {
    try withTemporaryFolder { folder in
      let (file, link) = (folder + "/file", folder + "/link")
      try Data(repeating: 7, count: 500).write(to: URL(fileURLWithPath: file))
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "file")
      #expect(ToolRun("commp", link).lines == ToolRun("commp", file).lines)
      #expect(ToolRun("car", "import", link, folder + "/out").status == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["file", "link", "out"])
    }
  }

  @Test("a folder without vectors of the kind is no success", arguments: ["hamt", "actors", "car", "proofs"])
  func otherVectors(kind: String) throws {
    try withTemporaryFolder { folder in
      try Data("{}\n".utf8).write(to: URL(fileURLWithPath: folder + "/other.txt"))
      let run = ToolRun("vectors", kind, folder)
      #expect(run.status == 1)
      #expect(run.errors.count == 1 || run.lines.last?.hasPrefix("0 passed") == true, "\(run.lines) \(run.errors)")
      #expect(ToolRun("vectors", kind, folder + "/other.txt").errors == ["'\(folder)/other.txt' is no folder"])
    }
  }

  @Test("vectors with values beyond all bounds fail, each with its line")
  func wildVectors() throws {
    try withTemporaryFolder { folder in
      let lines = [
        #"{"id":"a","runs":[18446744073709551615,18446744073709551615],"rle":"","cbor":"","count":0}"#,
        #"{"id":"\ud800\u0041"}"#,
      ]
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: folder + "/encode.jsonl"))
      let run = ToolRun("vectors", "bitfield", folder)
      #expect(run.status == 1)
      #expect(run.lines.last == "0 passed, 2 failed")
    }
  }
}
