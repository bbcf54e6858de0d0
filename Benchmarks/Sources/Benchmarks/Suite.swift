/// A group of benchmarks, made when it is asked for.
struct Suite {
  let name: String
  let benchmarks: () throws -> [Benchmark]

  static let all = [
    Suite(name: "codec", benchmarks: codecBenchmarks),
    Suite(name: "collections", benchmarks: collectionBenchmarks),
    Suite(name: "crypto", benchmarks: cryptoBenchmarks),
    Suite(name: "proofs", benchmarks: proofBenchmarks),
  ]
}
