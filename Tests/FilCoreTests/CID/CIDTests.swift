import FilCore
import Testing

@Suite("CIDs", .timeLimit(.minutes(15)))
struct CIDTests {
  private static let examples: [CID] = [
    CID(dagCBOR: [0xf6]), CID(version0: SHA256.hash([1, 2, 3])), CID(codec: .raw, hash: .identity, digest: []),
    CID(codec: .raw, hash: .identity, digest: [UInt8](repeating: 1, count: 32)),
    CID(codec: .dagPB, hash: .sha256, digest: SHA256.hash([])),
    CID(codec: .raw, hash: .blake2b512, digest: [UInt8](repeating: 9, count: 64)),
    CID(codec: Multicodec(rawValue: 1 << 40), hash: MultihashCode(rawValue: 1 << 50), digest: Bytes32.zero),
    CID(unsealedCommitment: .zero), CID(sealedCommitment: .zero),
  ]

  @Test("text and bytes come back", arguments: examples)
  func roundTrip(cid: CID) throws {
    #expect(try CID(bytes: cid.bytes) == cid)
    #expect(try CID(text: cid.description) == cid)
    #expect(CID(cid.description) == cid)
    var rest = (cid.bytes + [1, 2])[...]
    #expect(try CID.read(from: &rest) == cid)
    #expect(Array(rest) == [1, 2])
    #expect(cid.bytes.hasSuffix(cid.multihash))
    if cid.version == 1 {
      for base in Multibase.allCases { #expect(try CID(text: base.encode(cid.bytes)) == cid, "\(base)") }
    }
    #expect(try CID(keyBytes: cid.keyBytes) == cid)
  }

  @Test("known CIDs have their parts")
  func known() throws {
    let genesis = try CID(text: "bafy2bzacecnamqgqmifpluoeldx7zzglxcljo6oja4vrmtj7432rphldpdmm2")
    #expect(genesis.version == 1 && genesis.codec == .dagCBOR && genesis.hash == .blake2b256)
    let empty = try CID(text: "QmbFMke1KXqnYyBBWxB74N4c5SBnJMVAiMNRcGu6x1AwQH")
    #expect(empty.version == 0 && empty.codec == .dagPB && empty.hash == .sha256 && empty.digest.count == 32)
    #expect(try empty.matches([0x0a, 0x02, 0x08, 0x02, 0x18, 0x00].dropLast(2)) == false)
    #expect(try CID(text: "bafkqaaa") == CID(codec: .raw, hash: .identity, digest: []))
  }

  @Test("two ways to make a CID make the same")
  func forms() throws {
    let digest = SHA256.hash([5])
    let short = CID(codec: .raw, hash: .sha256, digest: digest)
    let long = CID(codec: .raw, hash: .sha256, digest: digest.bytes)
    #expect(short == long && short.hashValue == long.hashValue)
    #expect(short == (try CID(hashing: [5], codec: .raw, hash: .sha256)))
    #expect(short != CID(version0: digest) && short.digest32 == digest)
    #expect(CID(codec: .dagPB, hash: .sha256, digest: digest) != CID(version0: digest))
  }

  @Test("a block matches its own CID only", arguments: [MultihashCode.blake2b256, .sha256, .identity])
  func matches(hash: MultihashCode) throws {
    let cid = try CID(hashing: [1, 2, 3], codec: .raw, hash: hash)
    #expect(try cid.matches([1, 2, 3]))
    #expect(try !cid.matches([1, 2, 4]))
    #expect(try !cid.matches([]))
  }

  @Test("hash functions that make no digest of blocks are refused", arguments: [MultihashCode.poseidon, .keccak256])
  func cannotHash(hash: MultihashCode) {
    #expect(throws: CIDError.cannotHash(hash)) { try CID(hashing: [], codec: .raw, hash: hash) }
    #expect(throws: CIDError.cannotHash(hash)) { try CID(codec: .raw, hash: hash, digest: Bytes32.zero).matches([]) }
  }

  @Test(
    "wrong bytes are refused for what is wrong",
    arguments: [
      ("", CIDError.invalidVarint(.truncated)), ("00", .unsupportedVersion(0)), ("02", .unsupportedVersion(2)),
      ("01", .invalidVarint(.truncated)), ("0155", .invalidVarint(.truncated)), ("015500", .invalidVarint(.truncated)),
      ("8100550000", .invalidVarint(.notMinimal)), ("01550001", .digestLength(expected: 1, actual: 0)),
      ("0155000101ff", .digestLength(expected: 1, actual: 2)), ("01550081 20", .digestTooLong(4097)),
      ("1220" + String(repeating: "00", count: 31), .digestLength(expected: 32, actual: 31)),
      ("1220" + String(repeating: "00", count: 33), .digestLength(expected: 32, actual: 33)),
      ("01ffffffffffffffffff01", .invalidVarint(.overflow)),
    ] as [(String, CIDError)])
  func wrongBytes(hex: String, error: CIDError) throws {
    let bytes = try #require([UInt8](hex: hex.filter { $0 != " " }))
    #expect(throws: error) { try CID(bytes: bytes) }
  }

  @Test(
    "wrong text is refused",
    arguments: [
      "", "b", "xyz", "bafkqaaA", "bafkqaa1", "Qm", "zQmbFMke1KXqnYyBBWxB74N4c5SBnJMVAiMNRcGu6x1AwQH",
      "QmbFMke1KXqnYyBBWxB74N4c5SBnJMVAiMNRcGu6x1AwQ0", "bafkqaaa ", "b\u{301}afkqaaa",
    ])
  func wrongText(text: String) {
    #expect(throws: CIDError.self) { try CID(text: text) }
    #expect(CID(text) == nil)
  }

  @Test("commitments name themselves only")
  func commitments() {
    let commitment = SHA256.hash([7])
    let (unsealed, sealed) = (CID(unsealedCommitment: commitment), CID(sealedCommitment: commitment))
    #expect(unsealed.unsealedCommitment == commitment && unsealed.sealedCommitment == nil)
    #expect(sealed.sealedCommitment == commitment && sealed.unsealedCommitment == nil)
    #expect(unsealed.description.hasPrefix("baga6ea4seaq") && sealed.description.hasPrefix("bagboea4b5abc"))
  }

  @Test("codecs and functions print their names, or their numbers")
  func names() {
    #expect(Multicodec.dagCBOR.description == "dag-cbor" && Multicodec(rawValue: 0xabc).description == "0xabc")
    #expect(MultihashCode.sha256.description == "sha2-256" && MultihashCode(rawValue: 0xabc).description == "0xabc")
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}
