public import FilCore
internal import FilVM

extension ChainStore {
  /// The messages of a block.
  ///
  /// - Throws: ``ChainError`` if one is missing or malformed.
  public func messages(of header: BlockHeader) throws(ChainError) -> BlockMessages {
    let roots: MessageRoots = try value(header.messages)
    var bls: [Message] = []
    for cid in try ChainArray.load(CID.self, roots.bls, limit: ChainArray.maxMessages, from: blocks) {
      bls.append(try value(cid))
    }
    var signed: [SignedMessage] = []
    for cid in try ChainArray.load(CID.self, roots.secp256k1, limit: ChainArray.maxMessages, from: blocks) {
      signed.append(try value(cid))
    }
    return BlockMessages(bls: bls, secp256k1: signed)
  }

  /// A block with its messages.
  ///
  /// - Throws: ``ChainError`` if a part of it is missing or malformed.
  public func fullBlock(_ cid: CID) throws(ChainError) -> FullBlock {
    let header = try header(cid)
    return FullBlock(header: header, messages: try messages(of: header))
  }

  /// The messages of a tipset that are executed, block by block in the tipset's order; one that stands in several
  /// blocks counts for the first.
  ///
  /// - Throws: ``ChainError`` if a message is missing or malformed, or a sender is unknown.
  public func executedMessages(of tipset: Tipset) throws(ChainError) -> [[ChainMessage]] {
    var messages: [[ChainMessage]] = []
    for header in tipset.blocks { messages.append(try self.messages(of: header).all) }
    let senders = try ids(of: Set(messages.joined().map(\.message.from)), at: tipset)
    var nonces: [Address: UInt64] = [:]
    return messages.map { block in
      block.filter { message in
        let sender = senders[message.message.from] ?? message.message.from
        let nonce = message.message.nonce
        guard nonces[sender, default: nonce] == nonce else { return false }
        nonces[sender] = nonce &+ 1
        return true
      }
    }
  }

  /// The numbers of senders, if any of them is named by its number; else senders are told apart by their addresses.
  private func ids(of senders: Set<Address>, at tipset: Tipset) throws(ChainError) -> [Address: Address] {
    guard senders.contains(where: { $0.protocol == .id }) else { return [:] }
    let state = try StateView(root: tipset.parentStateRoot, store: blocks)
    var ids: [Address: Address] = [:]
    for sender in senders {
      guard let id = try state.id(of: sender) else { throw ChainError(.state, "no sender \(sender)") }
      ids[sender] = Address(id: id)
    }
    return ids
  }

  private func value<Value: CBORDecodable>(_ cid: CID) throws(ChainError) -> Value {
    let bytes = try chainResult(.store, "\(Value.self) \(cid)") { () throws(StoreError) in try blocks.require(cid) }
    return try chainResult(.malformed, "\(Value.self) \(cid)") { () throws(CBORError) in try Value(cbor: bytes) }
  }
}
