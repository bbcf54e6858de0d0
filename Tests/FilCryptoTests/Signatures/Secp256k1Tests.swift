import FilCore
import FilCrypto
import Testing

@Suite("secp256k1", .timeLimit(.minutes(15)))
struct Secp256k1Tests {
  private let key = Secp256k1PrivateKey(derivedFrom: [1, 2, 3])
  private let digest = SHA256.hash([4])

  @Test("a signature tells its key, and is always the same") func recovery() throws {
    let signature = key.sign(digest: digest)
    #expect(signature == key.sign(digest: digest))
    #expect(try Secp256k1.recover(digest: digest, signature: signature) == key.publicKey)
    #expect(try Secp256k1.recover(digest: SHA256.hash([5]), signature: signature) != key.publicKey)
  }

  @Test("s is the lower of the two", arguments: 0..<16) func lowS(n: Int) {
    let signature = key.sign(digest: SHA256.hash([UInt8(n)]))
    #expect(signature[32] < 0x80)
    #expect(signature[64] < 2)
  }

  @Test("malformed signatures", arguments: [0, 64, 66]) func lengths(count: Int) {
    #expect(throws: Secp256k1Error.invalidSignature) {
      try Secp256k1.recover(digest: digest, signature: [UInt8](repeating: 1, count: count))
    }
  }

  @Test("recovery identifiers above three") func identifier() {
    let signature = Array(key.sign(digest: digest).dropLast()) + [4]
    #expect(throws: Secp256k1Error.invalidSignature) { try Secp256k1.recover(digest: digest, signature: signature) }
  }

  @Test("zero gives no key") func zero() {
    #expect(throws: Secp256k1Error.notRecoverable) {
      try Secp256k1.recover(digest: digest, signature: [UInt8](repeating: 0, count: 65))
    }
    #expect(Secp256k1PrivateKey(.zero) == nil)
    #expect(Secp256k1PublicKey([4] + [UInt8](repeating: 1, count: 64)) == nil)
    #expect(Secp256k1PublicKey([]) == nil)
  }

  @Test("both forms of public keys") func publicKeys() {
    #expect(Secp256k1PublicKey(key.publicKey.compressed) == key.publicKey)
    #expect(Secp256k1PublicKey(key.publicKey.uncompressed) == key.publicKey)
  }
}
