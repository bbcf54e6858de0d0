internal import FilCore
internal import FilNet

/// One transfer: what is asked on each new stream. A ``TransferError`` ends it; after any other error it is tried again.
struct TransferJob: Sendable {
  let source: TransferSource
  let headers: [String: String]
  /// How many bytes the deal says; 0 if it does not.
  let expectedSize: UInt64
  let maxBytes: UInt64

  /// Asks for the size and for what the sink lacks.
  func run(on http: HTTPClient, to sink: some TransferSink, _ mark: ProgressMark) async throws -> UInt64 {
    let size = try await size(on: http)
    mark.advance()
    let start = sink.count
    guard start <= size else { throw TransferError(.wrongSize, "\(start) bytes are here, of \(size)") }
    if start < size { try await receive(start..<size, on: http, to: sink, mark) }
    guard sink.count == size else { throw TransferError(.wrongSize, "\(sink.count) bytes came, of \(size)") }
    return size
  }

  private func request(_ method: HTTPMethod, range: Range<UInt64>? = nil) -> HTTPRequest {
    let names = headers.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var request = HTTPRequest(method, "/", headers: HTTPHeaders(names.map { ($0, headers[$0] ?? "") }))
    if let range { request.headers["Range"] = HTTPRange.closed(range.lowerBound, range.upperBound - 1).value }
    return request
  }

  /// Sends a request; what would be wrong each time again ends the transfer.
  private func send(_ request: HTTPRequest, on http: HTTPClient) async throws -> HTTPIncomingResponse {
    let response: HTTPIncomingResponse
    do {
      response = try await http.send(request)
    } catch let error as HTTPError where error.code == .invalidMessage {
      throw TransferError(.invalidParameters, "the header fields", cause: error)
    }
    switch response.status.code {
    case 200..<300: return response
    case 401: throw TransferError(.unauthorized, status: response.status)
    case 300..<500 where response.status.code != 429: throw TransferError(.refused, status: response.status)
    default: throw TransferAttemptFailure.status(response.status)
    }
  }

  private func size(on http: HTTPClient) async throws -> UInt64 {
    let response = try await send(request(.head), on: http)
    guard response.status == .ok, let text = response.headers["Content-Length"], let size = UInt64(text) else {
      throw TransferError(.invalidResponse, "no size", status: response.status)
    }
    guard expectedSize == 0 || size == expectedSize else {
      throw TransferError(.wrongSize, "the server has \(size) bytes, the deal \(expectedSize)")
    }
    guard size <= maxBytes else { throw TransferError(.wrongSize, "\(size) bytes are more than \(maxBytes)") }
    return size
  }

  private func receive(
    _ range: Range<UInt64>, on http: HTTPClient, to sink: some TransferSink, _ mark: ProgressMark
  ) async throws {
    let response = try await send(request(.get, range: range), on: http)
    try check(response, range)
    var left = range.upperBound - range.lowerBound
    while left > 0 {
      let bytes = try await response.body.read()
      guard !bytes.isEmpty else { throw TransferAttemptFailure.endedEarly(missing: left) }
      guard UInt64(bytes.count) <= left else { throw TransferError(.wrongSize, "more bytes than the server said") }
      do {
        try sink.append(bytes)
      } catch {
        throw TransferError(.sink, cause: error)
      }
      left -= UInt64(bytes.count)
      mark.advance()
    }
  }

  /// Requires an answer with just the bytes that were asked for.
  private func check(_ response: HTTPIncomingResponse, _ range: Range<UInt64>) throws(TransferError) {
    let isWhole = range.lowerBound == 0 && response.status == .ok
    if !isWhole {
      let part = response.headers["Content-Range"].flatMap { HTTPContentRange($0) }
      guard response.status == .partialContent, part?.positions == range else {
        throw TransferError(.invalidResponse, "not the bytes \(range)", status: response.status)
      }
    }
    if let count = response.body.count, count != range.upperBound - range.lowerBound {
      throw TransferError(.wrongSize, "a body of \(count) bytes for \(range)", status: response.status)
    }
  }
}
