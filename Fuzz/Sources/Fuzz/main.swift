// Feeds every decoder with inputs made of valid ones by a seeded generator: nothing may trap or hang, and what is read
// must be written as the same bytes. The input that is being tried is always in the file that --input names.
// usage: Fuzz [--time SECONDS_PER_TARGET] [--seed N] [--target NAME] [--input FILE] [--replay FILE]
import Foundation

func fail(_ text: String) -> Never {
  FileHandle.standardError.write(Data("error: \(text)\n".utf8))
  exit(2)
}

var options = ["--time": "1", "--seed": "1", "--input": NSTemporaryDirectory() + "fuzz-input"]
var rest = CommandLine.arguments.dropFirst()
while let option = rest.popFirst() {
  guard ["--time", "--seed", "--target", "--input", "--replay"].contains(option), let value = rest.popFirst() else {
    fail("unknown or incomplete option '\(option)'")
  }
  options[option] = value
}
guard let seconds = options["--time"].flatMap(Double.init), let seed = options["--seed"].flatMap({ UInt64($0) }) else {
  fail("--time and --seed want numbers")
}
let targets = FuzzTarget.all.filter { options["--target"] == nil || options["--target"] == $0.name }
guard !targets.isEmpty else {
  fail("unknown target; there are \(FuzzTarget.all.map(\.name).joined(separator: ", "))")
}
guard let path = options["--input"], let last = LastInput(path: path) else { fail("the input's file cannot be made") }

var isGood = true
for target in targets {
  var run = FuzzRun(target)
  if let replay = options["--replay"] {
    _ = run.attempt([UInt8](try Data(contentsOf: URL(fileURLWithPath: replay))), last)
  } else {
    run.run(seed: seed, for: .seconds(seconds), last)
  }
  print("\(target.name): \(run.tried) tried, \(run.accepted) read, \(run.faults.count) faults")
  for fault in run.faults {
    isGood = false
    print("  \(fault.what): \(fault.input.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())")
  }
}
exit(isGood ? 0 : 1)
