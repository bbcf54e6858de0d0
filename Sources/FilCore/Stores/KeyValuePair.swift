/// A key with its value in a key-value store.
public struct KeyValuePair: Hashable, Sendable {
  /// The key: 1 to `maxKeyBytes` bytes.
  public let key: [UInt8]
  /// The value.
  public let value: [UInt8]

  /// The longest key that every store takes, in bytes.
  public static let maxKeyBytes = 511

  /// A pair.
  public init(key: [UInt8], value: [UInt8]) {
    self.key = key
    self.value = value
  }
}

/// A change to a key-value store.
public enum KeyValueChange: Hashable, Sendable {
  /// Puts a value under a key, in the place of one that is there.
  case set(KeyValuePair)
  /// Removes a key, if it is there.
  case remove([UInt8])

  /// The key that is changed.
  public var key: [UInt8] {
    switch self {
    case .set(let pair): pair.key
    case .remove(let key): key
    }
  }

  /// Requires that the key is one that every store takes.
  ///
  /// - Throws: `StoreError` with code `failed`.
  public func checkKey() throws(StoreError) {
    guard (1...KeyValuePair.maxKeyBytes).contains(key.count) else {
      throw StoreError(.failed, "a key has 1 to \(KeyValuePair.maxKeyBytes) bytes, not \(key.count)")
    }
  }
}
