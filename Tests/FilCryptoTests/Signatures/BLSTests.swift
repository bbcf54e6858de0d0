import FilCore
import FilCrypto
import Testing

@Suite("BLS signatures", .timeLimit(.minutes(15)))
struct BLSTests {
  private let keys = (0..<4).compactMap { BLSPrivateKey(derivedFrom: [UInt8](repeating: UInt8($0), count: 32)) }
  private let messages = (0..<4).map { [UInt8](repeating: UInt8($0), count: $0 * 20) }

  @Test("keys follow from secrets as EIP-2333 has it")
  func derivation() throws {
    let seed = try #require(
      [UInt8](
        hex: "c55257c360c07c72029aebc1b53c05ed0362ada38ead3e3e9efa3708e53495531f09a6987599d18264c1e1c92f2cf141"
          + "630c7a3c4ab7c81b2f001698e7463b04"))
    let key = try #require(BLSPrivateKey(derivedFrom: seed))
    let value = BigInt(magnitudeBytes: Array(key.bytes.bytes.reversed()))
    #expect("\(value)" == "6083874454709270928345386274498605044986640685124978867557563392430687146096")
    #expect(BLSPrivateKey(derivedFrom: [UInt8](repeating: 1, count: 31)) == nil)
  }

  @Test("private keys are from 1 to the order less one")
  func range() throws {
    let order = "01000000fffffffffe5bfeff02a4bd5305d8a10908d83933487d9d2953a7ed73"
    let bytes = try #require([UInt8](hex: order))
    #expect(BLSPrivateKey(.zero) == nil)
    #expect(BLSPrivateKey(try #require(Bytes32(bytes))) == nil)
    #expect(BLSPrivateKey(try #require(Bytes32([UInt8](repeating: 255, count: 32)))) == nil)
    #expect(BLSPrivateKey(try #require(Bytes32([0] + bytes.dropFirst()))) != nil)
    #expect(BLSPrivateKey(try #require(Bytes32([2] + bytes.dropFirst()))) == nil)
  }

  @Test("a signature is of its message and by its key")
  func single() {
    let signature = keys[0].sign(messages[1])
    #expect(signature.isValid(for: messages[1], by: keys[0].publicKey))
    #expect(!signature.isValid(for: messages[2], by: keys[0].publicKey))
    #expect(!signature.isValid(for: messages[1], by: keys[1].publicKey))
  }

  @Test("aggregates") func aggregates() {
    let signatures = zip(keys, messages).map { $0.sign($1) }
    let signed = zip(keys, messages).map { (publicKey: $0.publicKey, message: $1) }
    let aggregate = BLSSignature.aggregate(signatures)
    #expect(aggregate.isValidAggregate(of: signed))
    #expect(aggregate.isValidAggregate(of: signed.reversed()))
    #expect(!aggregate.isValidAggregate(of: Array(signed.dropLast())))
    #expect(!BLSSignature.aggregate(Array(signatures.dropLast())).isValidAggregate(of: signed))
    let empty = BLSSignature.aggregate([])
    #expect(empty.point.isInfinity && empty.isValidAggregate(of: []))
    #expect(!aggregate.isValidAggregate(of: []))
  }

  @Test("equal messages make an aggregate invalid, even where the pairing holds") func equalMessages() {
    let message = messages[1]
    let aggregate = BLSSignature.aggregate([keys[0].sign(message), keys[1].sign(message)])
    let signed = [(keys[0].publicKey, message), (keys[1].publicKey, message)]
    #expect(!aggregate.isValidAggregate(of: signed))
  }

  @Test("the key at infinity decodes and verifies nothing") func infinityKey() throws {
    let key = try BLSPublicKey(G1Affine.infinity.compressed)
    let signature = try BLSSignature(G2Affine.infinity.compressed)
    #expect(!signature.isValid(for: messages[1], by: key))
  }

  @Test("the VRF") func vrf() {
    let input = SHA256.hash([1])
    let proof = VRF.prove(input, with: keys[0])
    #expect(VRF.isValid(proof, for: input, by: keys[0].publicKey))
    #expect(!VRF.isValid(proof, for: SHA256.hash([2]), by: keys[0].publicKey))
    #expect(VRF.output(of: proof.bytes) == Ticket(vrfProof: proof.bytes).digest)
  }

  @Test("descriptions keep secrets") func descriptions() {
    #expect(!"\(keys[0])".contains(keys[0].bytes.bytes.hex))
    #expect("\(keys[0].publicKey)" == keys[0].publicKey.bytes.hex)
  }
}
