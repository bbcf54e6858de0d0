internal import FilCore
internal import FilVM

/// An archive of a chain while it is written.
struct ChainArchive<Store: Blockstore, Sink: ByteSink> {
  private var writer: CARWriter<Sink>
  private var walk: DAGWalk<Store>
  /// How many blocks were written.
  private(set) var blocks = 0

  /// An archive that has its header.
  init(head: Tipset, store: Store, codes: ActorCodes, sink: Sink) throws(ChainExportError) {
    do {
      writer = try CARWriter(roots: head.key.cids, to: sink)
    } catch {
      throw .archive(error)
    }
    // Nodes run actors of their own; the code that the network agreed on is nowhere on the chain.
    walk = DAGWalk(from: [], in: store) { codes.type(of: $0) == nil }
  }

  /// Where the archive goes.
  var sink: Sink { writer.sink }
  /// How long the archive is.
  var bytes: UInt64 { writer.byteCount }

  /// Writes what the headers of a tipset name, the parents excepted.
  mutating func write(_ tipset: Tipset) throws(ChainExportError) {
    for cid in tipset.key.cids {
      if let header = try read(tipset, { walk throws(StoreError) in try walk.visit(cid) }) { try write(header) }
    }
    for root in [\BlockHeader.messages, \.parentMessageReceipts, \.parentStateRoot] {
      walk.add(tipset.blocks.map { $0[keyPath: root] })
      while let block = try read(tipset, { walk throws(StoreError) in try walk.next() }) { try write(block) }
    }
  }

  private mutating func read(
    _ tipset: Tipset, _ step: (inout DAGWalk<Store>) throws(StoreError) -> Block?
  ) throws(ChainExportError) -> Block? {
    do {
      return try step(&walk)
    } catch {
      throw .chain(ChainError(.store, "epoch \(tipset.epoch)", cause: error))
    }
  }

  private mutating func write(_ block: Block) throws(ChainExportError) {
    // These hold their data themselves.
    guard block.cid.hash != .identity else { return }
    do {
      try writer.write(block)
    } catch {
      throw .archive(error)
    }
    blocks += 1
  }
}
