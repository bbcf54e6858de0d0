public import FilCore

extension StreamReader {
  /// Takes one CBOR value; `nil` if the other side closed before its first byte.
  ///
  /// - Parameters:
  ///   - type: What is read.
  ///   - framing: How it stands on the stream.
  ///   - limit: The most bytes that it may have.
  /// - Returns: The value.
  /// - Throws: ``ExchangeError``.
  public func readCBOR<Value: CBORDecodable>(
    _ type: Value.Type = Value.self, framing: CBORFraming, limit: Int
  ) async throws(ExchangeError) -> Value? {
    do {
      switch framing {
      case .bare: return try await readItem(limit: limit).map { try Value(cbor: $0) }
      case .lengthPrefixed: return try await readFrame(limit: limit).map { try Value(cbor: $0) }
      }
    } catch {
      throw ExchangeError(error)
    }
  }

  /// Takes a varint and as many bytes as it says; `nil` if the other side closed before the first.
  ///
  /// - Parameter limit: The most bytes.
  /// - Returns: The bytes after the varint.
  /// - Throws: ``ExchangeError``.
  public func readFrame(limit: Int) async throws(ExchangeError) -> [UInt8]? {
    do {
      guard let count = try await readVarint() else { return nil }
      guard count <= UInt64(max(0, limit)) else {
        throw StreamError(.limitExceeded, "\(count) bytes, at most \(limit)")
      }
      return try await read(exactly: Int(count))
    } catch {
      throw ExchangeError(error)
    }
  }

  private func readVarint() async throws -> UInt64? {
    while true {
      var rest = available
      do throws(VarintError) {
        let value = try Varint.read(from: &rest)
        drop(available.count - rest.count)
        return value
      } catch {
        guard error == .truncated else { throw error }
      }
      guard try await fill() else {
        guard available.isEmpty else { throw StreamError(.unexpectedEnd, "inside a length") }
        return nil
      }
    }
  }

  private func readItem(limit: Int) async throws -> [UInt8]? {
    var scanner = CBORItemScanner()
    while true {
      let end = try scanner.scan(available)
      guard scanner.leastCount <= UInt64(max(0, limit)) else {
        throw StreamError(.limitExceeded, "a value of more than \(limit) bytes")
      }
      if let end {
        let bytes = Array(available.prefix(end))
        drop(end)
        return bytes
      }
      guard try await fill() else {
        guard available.isEmpty else { throw StreamError(.unexpectedEnd, "inside a value") }
        return nil
      }
    }
  }
}
