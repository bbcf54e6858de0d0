public import FilCore

/// Writes a chain as a content archive (CAR, version 1) that holds all that it takes to check the chain.
///
/// Its roots are the head's blocks in the order of the tipset. From the head back to the genesis follow, tipset by
/// tipset: the headers, the messages of each block, the receipts and events of the parents' messages, and the whole
/// state after the parents. Each block is written once, so of a state only what no later one has.
///
/// Three kinds of links lead out of the archive: those to the code of actors, to sealed and unsealed data, and the
/// genesis block's parents. Any other block that is missing is an error. What came of the head's own messages is not in
/// the archive, since no header names it.
public struct ChainExport<Store: Blockstore>: Sendable {
  private let chain: ChainStore<Store>
  private let parameters: NetworkParameters

  /// An export.
  ///
  /// - Parameters:
  ///   - chain: The chain.
  ///   - parameters: The network, whose codes of actors are the ones that are left out.
  public init(_ chain: ChainStore<Store>, parameters: NetworkParameters) {
    self.chain = chain
    self.parameters = parameters
  }

  /// Writes the chain up to and with a tipset.
  ///
  /// Memory grows with the number of blocks, not with their size.
  ///
  /// - Parameters:
  ///   - head: The tipset.
  ///   - sink: Where the archive goes; after an error it is not complete.
  /// - Returns: What was written.
  /// - Throws: ``ChainExportError``.
  public func write(upTo head: Tipset, to sink: inout some ByteSink) throws(ChainExportError) -> ExportedChain {
    var archive = try ChainArchive(head: head, store: chain.blocks, codes: parameters.actorCodes, sink: sink)
    var tipset = head
    var count = 1
    try archive.write(tipset)
    while tipset.epoch > 0 {
      tipset = try parent(of: tipset)
      count += 1
      try archive.write(tipset)
    }
    sink = archive.sink
    return ExportedChain(
      parameters: parameters, genesis: try genesis(of: tipset), head: head, tipsets: count, blocks: archive.blocks,
      bytes: archive.bytes)
  }

  private func parent(of tipset: Tipset) throws(ChainExportError) -> Tipset {
    do {
      return try chain.parent(of: tipset)
    } catch {
      throw .chain(error)
    }
  }

  private func genesis(of tipset: Tipset) throws(ChainExportError) -> BlockHeader {
    guard tipset.epoch == 0, tipset.blocks.count == 1 else {
      throw .chain(ChainError(.malformed, "\(tipset) is no genesis"))
    }
    return tipset.blocks[0]
  }
}
