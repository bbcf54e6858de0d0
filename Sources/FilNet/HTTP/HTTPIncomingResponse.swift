/// A response that came from a server.
public struct HTTPIncomingResponse {
  /// What came of the request.
  public let status: HTTPStatus
  /// Its fields.
  public let headers: HTTPHeaders
  /// Its body.
  public let body: HTTPIncomingBody
}
