internal import FilChain
internal import FilCore
internal import FilNet

/// Answers questions for parts of the chain, and asks them.
struct ChainExchange {
  static let protocolID = ProtocolID(ChainExchangeRequest.protocolID)
  /// The most bytes of an answer.
  private static let maxResponseBytes = 32 << 20

  private let chain: ChainStore<AnyBlockstore>
  private let exchange = CBORExchange<ChainExchangeRequest, ChainExchangeResponse>(
    protocolID, requestLimit: 64 << 10, responseLimit: maxResponseBytes)

  init(chain: ChainStore<AnyBlockstore>) {
    self.chain = chain
  }

  var handler: StreamHandler {
    exchange.handler { [self] request, _ in answer(request) }
  }

  private func answer(_ request: ChainExchangeRequest) -> ChainExchangeResponse {
    guard (1...ChainExchangeRequest.maxLength).contains(request.length), !request.options.isEmpty else {
      return ChainExchangeResponse(.badRequest, message: "length \(request.length)")
    }
    guard var tipset = try? chain.tipset(TipsetKey(request.head)) else { return ChainExchangeResponse(.notFound) }
    var tipsets: [ChainExchangeResponse.Tipset] = []
    do {
      while true {
        tipsets.append(try part(tipset, request.options))
        guard UInt64(tipsets.count) < request.length, tipset.epoch > 0 else { break }
        tipset = try chain.parent(of: tipset)
      }
    } catch {
      return ChainExchangeResponse(tipsets.isEmpty ? .internalError : .partial, tipsets: tipsets)
    }
    let isComplete = UInt64(tipsets.count) == request.length
    return ChainExchangeResponse(isComplete ? .ok : .partial, tipsets: tipsets)
  }

  private func part(
    _ tipset: Tipset, _ options: ChainExchangeRequest.Options
  ) throws(ChainError) -> ChainExchangeResponse.Tipset {
    var messages: CompactedMessages?
    if options.contains(.messages) {
      var blocks: [BlockMessages] = []
      for header in tipset.blocks { blocks.append(try chain.messages(of: header)) }
      messages = CompactedMessages(blocks)
    }
    return ChainExchangeResponse.Tipset(
      blocks: options.contains(.headers) ? tipset.blocks : [], messages: messages)
  }

  /// Asks a peer for tipsets with their messages, from one backwards.
  ///
  /// - Returns: The tipsets' blocks, the last tipset first.
  /// - Throws: An error if the peer does not answer, or not with what was asked for.
  func fetch(_ key: TipsetKey, length: UInt64, from peer: PeerID, _ node: Node) async throws -> [[FullBlock]] {
    let request = ChainExchangeRequest(head: key.cids, length: length, options: [.headers, .messages])
    let response = try await exchange.send(request, to: peer, from: node.host, on: node.environment.clock)
    guard response.status == .ok || response.status == .partial else {
      throw ExchangeFailure("status \(response.statusCode) \(String(peerText: response.message))")
    }
    var expected = key
    return try response.tipsets.map { part in
      let tipset = try Tipset(part.blocks)
      guard Set(tipset.key.cids) == Set(expected.cids) else { throw ExchangeFailure("another chain") }
      expected = tipset.parents
      guard let messages = part.messages?.expanded(), messages.count == part.blocks.count else {
        throw ExchangeFailure("messages missing")
      }
      return zip(part.blocks, messages).map { FullBlock(header: $0, messages: $1) }
    }
  }
}

/// Why an answer of a peer is of no use.
struct ExchangeFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
