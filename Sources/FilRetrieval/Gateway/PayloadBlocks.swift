internal import FilCore

/// Finds blocks in pieces.
struct PayloadBlocks: Sendable {
  let index: any PayloadIndex
  let pieces: any PieceSource
  let limits: GatewayLimits
  let verifies: Bool

  /// The block with a CID, from the first place where it can be read.
  func block(_ cid: CID) async throws(GatewayError) -> Block {
    if cid.hash == .identity { return Block(cid: cid, bytes: cid.digest) }
    let places: [PayloadLocation]
    do {
      places = try index.locations(of: cid)
    } catch {
      throw GatewayError(.store, cid, "the index of payloads", cause: error)
    }
    var failure = GatewayError(.notFound, cid)
    for place in places {
      do throws(GatewayError) {
        return Block(cid: cid, bytes: try await bytes(of: cid, at: place))
      } catch {
        guard error.code != .cancelled else { throw error }
        failure = error
      }
    }
    throw failure
  }

  private func bytes(of cid: CID, at place: PayloadLocation) async throws(GatewayError) -> [UInt8] {
    guard let range = place.range, place.size <= limits.blockBytes else {
      throw GatewayError(.pieceUnavailable, cid, "a block of \(place.size) bytes at \(place.offset)")
    }
    let bytes: [UInt8]
    do {
      bytes = try await pieces.read(range, of: place.piece)
    } catch {
      throw GatewayError(error.code == .cancelled ? .cancelled : .pieceUnavailable, cid, cause: error)
    }
    guard UInt64(bytes.count) == place.size else {
      throw GatewayError(.pieceUnavailable, cid, "\(bytes.count) bytes instead of \(place.size)")
    }
    if verifies { try Block(cid: cid, bytes: bytes).verify() }
    return bytes
  }
}
