/// What a request is about: a path and a query.
public struct HTTPTarget: Hashable, Sendable {
  /// The path with its percent signs as they came.
  public let path: String
  /// The segments of the path, decoded, without empty ones at the start and the end.
  public let segments: [String]
  /// The names and values of the query, decoded, in order.
  public let query: [HTTPHeaders.Field]

  /// Reads the form in a request line; `nil` if something in it is wrongly encoded.
  public init?(_ text: String) {
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(parts[0])
    var segments: [String] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      guard let segment = HTTPTarget.decode(part.replacing("+", with: "%2B")) else { return nil }
      segments.append(segment)
    }
    if segments.first == "" { segments.removeFirst() }
    if segments.last == "" { segments.removeLast() }
    self.segments = segments
    var query: [HTTPHeaders.Field] = []
    for item in parts.count < 2 ? [] : parts[1].split(separator: "&") {
      let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = HTTPTarget.decode(pair[0]), let value = HTTPTarget.decode(pair.count < 2 ? "" : pair[1]) else {
        return nil
      }
      query.append(HTTPHeaders.Field(name: name, value: value))
    }
    self.query = query
  }

  /// The first value of a name in the query.
  public subscript(name: String) -> String? { query.first { $0.name == name }?.value }

  private static func decode(_ text: Substring) -> String? {
    PercentEncoding.decode(String(text)).flatMap { String(validating: $0, as: UTF8.self) }
  }
}
