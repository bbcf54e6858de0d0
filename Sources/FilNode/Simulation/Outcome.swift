internal import Synchronization

/// What a closure came to, once it did.
final class Outcome<Value: Sendable>: Sendable {
  private let state = Mutex<Result<Value, any Error>?>(nil)

  var value: Result<Value, any Error>? { state.withLock { $0 } }

  func set(_ result: Result<Value, any Error>) {
    state.withLock { $0 = result }
  }

  static func result(_ body: () async throws -> Value) async -> Result<Value, any Error> {
    do {
      return .success(try await body())
    } catch {
      return .failure(error)
    }
  }
}
