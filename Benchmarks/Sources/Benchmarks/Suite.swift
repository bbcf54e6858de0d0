/// A group of benchmarks, made when it is asked for.
struct Suite: Sendable {
  let name: String
  let benchmarks: @Sendable () throws -> [Benchmark]

  static let all = [
    Suite(name: "codec") { try codecBenchmarks() },
    Suite(name: "collections") { try collectionBenchmarks() },
    Suite(name: "crypto") { try cryptoBenchmarks() },
    Suite(name: "proofs") { try proofBenchmarks() },
    Suite(name: "stores") { try storeBenchmarks() },
  ]
}
