/// Speaks a protocol on a stream that a peer opened.
///
/// The stream ends with the handler: it is closed when the handler returns, and reset when it throws.
public typealias StreamHandler = @Sendable (any NetworkStream) async throws -> Void
