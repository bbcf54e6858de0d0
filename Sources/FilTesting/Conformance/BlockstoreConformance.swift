public import FilCore
internal import Testing

/// Expects of a store what every block store does, whatever is behind it.
///
/// ```swift
/// @Test func myStoreIsAStore() throws { try checkBlockstore(MyStore()) }
/// ```
///
/// - Parameter store: An empty store that takes writes; blocks of up to 1 MiB stay in it.
/// - Throws: What the store throws.
public func checkBlockstore(_ store: some Blockstore) throws {
  let blocks = (0..<50).map { Block(dagCBOR: UInt64($0).cbor) }
  #expect(try blocks.allSatisfy { try store.get($0.cid) == nil })
  #expect(try !store.has(blocks[0].cid))
  try store.put([])
  try store.put(blocks)
  for block in blocks {
    #expect(try store.get(block.cid) == block.bytes)
    #expect(try store.has(block.cid))
    #expect(try store.require(block.cid) == block.bytes)
  }
  try store.put(blocks + [Block(dagCBOR: "more".cbor)])
  #expect(try store.require(CID(dagCBOR: "more".cbor)) == "more".cbor)
  try checkKinds(of: store)
  #expect(throws: StoreError(.notFound, "")) { try store.require(CID(dagCBOR: "absent".cbor)) }
}

/// CIDs of every kind are told apart, and identity CIDs need not be stored.
private func checkKinds(of store: some Blockstore) throws {
  let data: [UInt8] = [1, 2, 3]
  let digest = SHA256.hash(data)
  let kinds = [
    CID(version0: digest), CID(codec: .dagPB, hash: .sha256, digest: digest),
    CID(codec: .raw, hash: .sha256, digest: digest),
    CID(codec: .raw, hash: MultihashCode(rawValue: 0x1234), digest: [UInt8](repeating: 7, count: 600)),
  ]
  for (number, cid) in kinds.enumerated() {
    #expect(try store.get(cid) == nil)
    try store.put(Block(cid: cid, bytes: [UInt8(number)]))
  }
  for (number, cid) in kinds.enumerated() { #expect(try store.get(cid) == [UInt8(number)]) }
  let identity = CID(codec: .raw, hash: .identity, digest: data)
  #expect(try store.get(identity) == data)
  #expect(try store.has(identity))
  let empty = try CID(hashing: [], codec: .raw, hash: .sha256)
  try store.put(Block(cid: empty, bytes: []))
  #expect(try store.get(empty) == [])
  let large = Block(dagCBOR: [UInt8](repeating: 9, count: 1 << 20).cbor)
  try store.put(large)
  #expect(try store.get(large.cid) == large.bytes)
}
