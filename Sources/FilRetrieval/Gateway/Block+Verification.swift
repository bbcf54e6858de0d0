internal import FilCore

extension Block {
  /// Requires that the bytes hash to the CID.
  func verify() throws(GatewayError) {
    do {
      if try cid.matches(bytes) { return }
    } catch {
      throw GatewayError(.malformedBlock, cid, cause: error)
    }
    throw GatewayError(.altered, cid)
  }

  /// The blocks that the block links to, without what only names data that is elsewhere; the links of blocks that are
  /// held in a link take its place.
  func blockLinks() throws(GatewayError) -> [CID] {
    var found: [CID] = []
    var pending = try directLinks()[...]
    while let cid = pending.popLast() {
      guard cid.codec != .filCommitmentSealed, cid.codec != .filCommitmentUnsealed else { continue }
      if cid.hash == .identity {
        pending += try Block(cid: cid, bytes: cid.digest).directLinks()
      } else {
        found.append(cid)
      }
    }
    return found
  }

  /// The links, the last one first.
  private func directLinks() throws(GatewayError) -> [CID] {
    do {
      return try links().reversed()
    } catch {
      throw GatewayError(.malformedBlock, cid, cause: error)
    }
  }
}
