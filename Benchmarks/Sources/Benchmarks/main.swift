// Times of the library's parts: minimum and median of interleaved samples. Nothing is judged; machines differ.
// usage: Benchmarks [SUITE ...] [--quick] [--json] [--only NAME]; suites: codec, collections, crypto, proofs, stores
//        Benchmarks --samples FOLDER writes what the codecs are timed on, for those who time others on it
import Foundation

var arguments = Array(CommandLine.arguments.dropFirst())

/// Takes an option with its value out of the arguments.
func option(_ name: String, of arguments: inout [String]) -> String? {
  guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else { return nil }
  defer { arguments.removeSubrange(index...index + 1) }
  return arguments[index + 1]
}

if let folder = option("--samples", of: &arguments) {
  for (name, bytes) in Samples.files {
    try Data(bytes).write(to: URL(filePath: folder).appending(path: name))
  }
  exit(0)
}
let only = option("--only", of: &arguments)
let names = arguments.filter { !$0.hasPrefix("--") }
let flags = Set(arguments.filter { $0.hasPrefix("--") })
let unknown =
  names.filter { name in !Suite.all.contains { $0.name == name } } + flags.subtracting(["--quick", "--json"])
guard unknown.isEmpty else {
  FileHandle.standardError.write(Data("error: unknown: \(unknown.joined(separator: " "))\n".utf8))
  exit(2)
}

let (sampleCount, sampleTime): (Int, Duration) =
  flags.contains("--quick") ? (3, .milliseconds(5)) : (9, .milliseconds(50))
#if DEBUG
  FileHandle.standardError.write(Data("note: this is a debug build\n".utf8))
#endif

defer { Scratch.remove() }
for suite in Suite.all where names.isEmpty || names.contains(suite.name) {
  var measurements = try suite.benchmarks().filter { only == nil || $0.name == only }.map {
    try Measurement($0, sampleTime: sampleTime)
  }
  for _ in 0..<sampleCount {
    for index in measurements.indices { try measurements[index].sample() }
  }
  if flags.contains("--json") {
    for measurement in measurements { print(measurement.json(suite: suite.name)) }
  } else {
    print("\(suite.name): minimum, median")
    for measurement in measurements { print("  " + measurement.row) }
  }
}
