import FilCore
import FilCrypto
import FilProofs

func proofBenchmarks() throws -> [Benchmark] {
  let piece = Samples.bytes(127 << 13)
  let elements = (0..<8).map { Fr(UInt64($0)) }
  let parameters = try PoRepParameters(RegisteredSealProof(.v1_1, .kib2))
  let identity = SealIdentity(SectorID(miner: 1_000, number: 1), ticket: Samples.digest(3))
  return [
    Benchmark("Fr32: pad 1 MiB", bytes: piece.count) { blackHole(Fr32.pad(piece)) },
    Benchmark("piece commitment of 1 MiB", bytes: piece.count) { blackHole(PieceCommitment.of(piece)) },
    Benchmark("Poseidon, arity 2") { blackHole(Poseidon.arity2.hash(Array(elements.prefix(2)))) },
    Benchmark("Poseidon, arity 8") { blackHole(Poseidon.arity8.hash(elements)) },
    Benchmark("seal a sector of 2 KiB") {
      let storage = InMemorySectorStorage()
      var packer = SectorPacker(sectorSize: parameters.sectorSize, storage: storage)
      _ = try packer.add(Array(piece.prefix(2_032)))
      _ = try packer.finish()
      let sealer = SectorSealer(parameters)
      let output = try sealer.preCommitPhase1(identity, in: storage)
      blackHole(try sealer.preCommitPhase2(output, in: storage))
    },
  ]
}
