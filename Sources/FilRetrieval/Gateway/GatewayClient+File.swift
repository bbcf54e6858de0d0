public import FilCore
public import FilNet

extension GatewayClient {
  /// Fetches a file: its blocks, each verified, put together.
  ///
  /// - Parameters:
  ///   - root: The root of the file.
  ///   - peer: The gateway.
  /// - Returns: The file's bytes.
  /// - Throws: ``GatewayError``; `malformedBlock` if the root is no file.
  public func fetch(_ root: CID, from peer: PeerID) async throws(GatewayError) -> [UInt8] {
    let store = MemoryBlockstore()
    try await fetch(root, from: peer, into: store)
    do {
      return try UnixFSReader(store: store).file(root).bytes(limit: Int(clamping: limits.payloadBytes))
    } catch {
      throw GatewayError(.malformedBlock, root, "not a file", cause: error)
    }
  }
}
