import FilCore
import FilCrypto

func cryptoBenchmarks() throws -> [Benchmark] {
  let message = Samples.bytes(100)
  let bls = WalletKey(type: .bls, seed: Samples.digest(1))
  let secp = WalletKey(type: .secp256k1, seed: Samples.digest(2))
  let verifier = SignatureVerifier(ethereumChainID: 314)
  let wallet = MemoryWallet([bls, secp])
  let signed = try [bls, secp].map { key in
    try wallet.sign(
      Message(to: Address(id: 1), from: key.address), by: key.address, ethereumChainID: verifier.ethereumChainID)
  }
  let signature = try BLSSignature(bls.sign(message).data)
  let form = signature.bytes
  let points = (1...256).map { G1Projective.hash([UInt8($0 & 255)], domain: []) }
  let affine = G1Projective.affine(points)
  let scalars = (0..<256).map { Samples.digest($0) }
  return [
    Benchmark("BLS: sign") { blackHole(bls.sign(message)) },
    Benchmark("BLS: verify a message") { try verifier.verify(signed[0], by: bls.address) },
    Benchmark("BLS: decode a signature") { blackHole(try BLSSignature(form)) },
    Benchmark("secp256k1: sign") { blackHole(secp.sign(message)) },
    Benchmark("secp256k1: verify a message") { try verifier.verify(signed[1], by: secp.address) },
    Benchmark("pairing") { blackHole(Pairing.pair(affine[0], G2Affine.generator)) },
    Benchmark("hash to G1") { blackHole(G1Projective.hash(message, domain: [1])) },
    Benchmark("G1: sum of 256 multiples") { blackHole(G1Projective.multiScalarSum(affine, scalars)) },
    Benchmark("Keccak-256, 1 KiB", bytes: 1_024) { blackHole(Keccak256.hash(Samples.kibibyte)) },
  ]
}

extension Samples {
  static let kibibyte = bytes(1_024)
}
