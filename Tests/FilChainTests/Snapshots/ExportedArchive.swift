import FilChain
import FilCore

/// An archive of a chain that was read again, each block compared with its CID.
struct ExportedArchive {
  /// What the export said.
  let exported: ExportedChain
  /// The archive.
  let bytes: [UInt8]
  /// Its roots.
  let roots: [CID]
  /// Its blocks in order.
  let blocks: [Block]

  /// Exports the chain up to and with a tipset.
  init(upTo head: Tipset, in store: some Blockstore, _ parameters: NetworkParameters) throws {
    var sink = ArraySink()
    let export = ChainExport(ChainStore(blocks: store), parameters: parameters)
    exported = try export.write(upTo: head, to: &sink)
    bytes = sink.bytes
    var reader = try CARReader(ArraySource(bytes))
    var blocks: [Block] = []
    while let section = try reader.next() { blocks.append(section.block) }
    (roots, self.blocks) = (reader.roots, blocks)
  }

  /// A store that has only the archive's blocks.
  var store: MemoryBlockstore { MemoryBlockstore(blocks) }
}
