/// A request that came from a client.
public struct HTTPIncomingRequest {
  /// What it wants.
  public let method: HTTPMethod
  /// Of what.
  public let target: HTTPTarget
  /// Its fields.
  public let headers: HTTPHeaders
  /// Its body.
  public let body: HTTPIncomingBody
  /// Who asks.
  public let peer: PeerID
  let minorVersion: Int

  /// Whether the client may ask again on the same stream.
  var keepsStream: Bool { minorVersion == 1 && !headers.list("Connection", contains: "close") }
}
