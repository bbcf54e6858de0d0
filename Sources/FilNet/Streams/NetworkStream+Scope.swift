extension NetworkStream {
  /// Uses the stream and ends it: closes it when the closure returns, resets it when the closure throws.
  ///
  /// - Parameter body: Uses the stream.
  /// - Returns: What the closure returns.
  /// - Throws: What the closure throws.
  public func scoped<Value, Failure: Error>(
    _ body: (any NetworkStream) async throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    do {
      let value = try await body(self)
      close()
      return value
    } catch {
      reset()
      throw error
    }
  }
}
