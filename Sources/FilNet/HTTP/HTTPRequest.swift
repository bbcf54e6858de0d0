/// A request to send.
public struct HTTPRequest: Sendable {
  /// What it wants.
  public var method: HTTPMethod
  /// Of what: a path and perhaps a query, with everything unusual percent-encoded.
  public var target: String
  /// Its fields; those that say where the body ends are added when it is sent.
  public var headers: HTTPHeaders
  /// Its body.
  public var body: HTTPBody

  /// A request.
  ///
  /// - Parameters:
  ///   - method: What it wants.
  ///   - target: Of what.
  ///   - headers: Its fields.
  ///   - body: Its body.
  public init(_ method: HTTPMethod, _ target: String, headers: HTTPHeaders = [:], body: HTTPBody = .none) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
  }
}
