/// A response to send.
public struct HTTPResponse: Sendable {
  /// What came of the request.
  public var status: HTTPStatus
  /// Its fields; those that say where the body ends are added when it is sent.
  public var headers: HTTPHeaders
  /// Its body; not sent to those who asked for the headers alone, who still learn its length.
  public var body: HTTPBody

  /// A response.
  ///
  /// - Parameters:
  ///   - status: What came of the request.
  ///   - headers: Its fields.
  ///   - body: Its body.
  public init(_ status: HTTPStatus, headers: HTTPHeaders = [:], body: HTTPBody = .none) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
