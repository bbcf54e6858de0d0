import FilCore
import FilCrypto
import FilNet
import Testing

@Suite("Names and addresses of peers", .timeLimit(.minutes(15)))
struct PeerIDTests {
  @Test("bytes and text that are no peer ID")
  func refusals() {
    #expect(throws: PeerIDError.invalidMultihash) { try PeerID(bytes: []) }
    #expect(throws: PeerIDError.invalidMultihash) { try PeerID(bytes: [0x12, 0x20, 1]) }
    #expect(throws: PeerIDError.invalidMultihash) { try PeerID(bytes: [0, 43] + pattern(43)) }
    #expect(throws: PeerIDError.unexpectedHash(MultihashCode(rawValue: 0x13))) { try PeerID(bytes: [0x13, 1, 1]) }
    #expect(throws: PeerIDError.invalidText) { try PeerID(text: "") }
    #expect(throws: PeerIDError.invalidText) { try PeerID(text: "12D3KooW0") }
    #expect(throws: PeerIDError.unexpectedCodec(.raw)) {
      try PeerID(cid: CID(codec: .raw, hash: .identity, digest: [1, 2]))
    }
    #expect(throws: PeerKeyError.unsupportedType(0)) { try PeerPublicKey(protobuf: [8, 0, 0x12, 1, 1]) }
    #expect(throws: PeerKeyError.invalidKey) { try PeerPublicKey(protobuf: [8, 1, 0x12, 1, 1]) }
    #expect(throws: PeerKeyError.malformed) { try PeerPublicKey(protobuf: [0x12, 1, 1, 8, 1]) }
  }

  @Test("a key that is hashed makes an ID without a key in it")
  func hashedID() throws {
    let id = try PeerID(text: "QmYyQSo1c1Ym7orWxLYvCrM2EmxFTANf8wXmmE7DWjhx5N")
    #expect(id.bytes.count == 34 && id.publicKey == nil)
    #expect(try PeerID(text: id.cid.description) == id)
  }

  @Test("a private key does not show itself")
  func secrecy() {
    let key = PeerPrivateKey.generate(from: SeededRandom(seed: 1))
    guard case .ed25519(let secret) = key else { return #expect(Bool(false), "a new key is of another kind") }
    #expect(!"\(key) \(secret)".contains(secret.seed.description))
  }

  @Test("mutated bytes never trap, and what is accepted comes back the same", arguments: 0..<40)
  func mutations(seed: UInt64) throws {
    let random = SeededRandom(seed: seed)
    let ed25519 = PeerPrivateKey.generate(from: random)
    let secp256k1 = PeerPrivateKey.secp256k1(Secp256k1PrivateKey(derivedFrom: random.bytes(32)))
    let address = try Multiaddr(text: "/ip4/10.0.0.1/dns/a.b/tcp/1/p2p/\(PeerID(ed25519.publicKey))/p2p-circuit")
    for original in [ed25519.protobuf, secp256k1.publicKey.protobuf, PeerID(ed25519.publicKey).bytes, address.bytes] {
      for _ in 0..<50 {
        let bytes = mutate(original, random)
        if let id = try? PeerID(bytes: bytes) {
          #expect(id.bytes == bytes && (try? PeerID(text: id.description)) == id)
          _ = id.publicKey
        }
        if let key = try? PeerPublicKey(protobuf: bytes) { #expect(key.protobuf == bytes) }
        if let key = try? PeerPrivateKey(protobuf: bytes) { #expect(key.protobuf == bytes) }
        if let address = try? Multiaddr(bytes: bytes) { #expect(address.bytes == bytes) }
        let text = String(decoding: mutate(Array(address.description.utf8), random), as: UTF8.self)
        if let address = try? Multiaddr(text: text) {
          #expect(try Multiaddr(bytes: address.bytes) == address)
          #expect(try Multiaddr(text: address.description) == address)
        }
        _ = try? PeerID(text: text)
      }
    }
  }
}
