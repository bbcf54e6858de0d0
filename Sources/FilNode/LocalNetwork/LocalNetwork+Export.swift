public import FilChain
public import FilCore

extension LocalNetwork {
  /// Writes the chain that a node holds to be the heaviest as an archive, for anyone to check: all headers, messages,
  /// receipts and events, and every state that a header names, back to the genesis.
  ///
  /// ```swift
  /// var archive = try FileSink(path: "chain.car")
  /// let exported = try network.export(to: &archive)
  /// try archive.finish()
  /// ```
  ///
  /// - Parameters:
  ///   - node: The node; `nil` for the first one.
  ///   - sink: Where the archive goes; after an error it is not complete.
  /// - Returns: What was written; its `json` is what a checker must know of the network.
  /// - Throws: `ChainExportError` if the chain is not whole, or the archive cannot be written; `LocalNetworkError` if
  ///   there is no node.
  public func export(chainOf node: Node? = nil, to sink: inout some ByteSink) throws -> ExportedChain {
    guard let node = node ?? nodes.first else { throw LocalNetworkError.noNode }
    let head = try node.chain.follower.head()
    return try ChainExport(node.chain.chain, parameters: parameters).write(upTo: head, to: &sink)
  }
}
