/// A type whose values serve as keys of a HAMT, by their bytes.
public protocol CollectionKey: Hashable, Sendable {
  /// The bytes that are hashed and stored.
  var keyBytes: [UInt8] { get }

  /// Reads a key back.
  ///
  /// - Throws: `CollectionError` with code `invalidKey` if the bytes are none.
  init(keyBytes: [UInt8]) throws(CollectionError)
}

/// Keys that are any bytes.
extension [UInt8]: CollectionKey {
  /// The bytes themselves.
  public var keyBytes: [UInt8] { self }

  /// The bytes themselves.
  public init(keyBytes: [UInt8]) throws(CollectionError) { self = keyBytes }
}

/// Keys that are unsigned LEB128.
extension UInt64: CollectionKey {
  /// The minimal unsigned LEB128 form.
  public var keyBytes: [UInt8] { Varint.encode(self) }

  /// Reads the minimal unsigned LEB128 form.
  ///
  /// - Throws: `CollectionError` with code `invalidKey`.
  public init(keyBytes: [UInt8]) throws(CollectionError) {
    var rest = keyBytes[...]
    guard let value = try? Varint.read(from: &rest), rest.isEmpty else {
      throw CollectionError(.invalidKey, "0x\(keyBytes.hex) is no unsigned varint")
    }
    self = value
  }
}

/// Keys that are signed integers in zig-zag form (0, -1, 1, -2, ...) as unsigned LEB128.
extension Int64: CollectionKey {
  /// The minimal LEB128 form of the zig-zag value.
  public var keyBytes: [UInt8] { Varint.encode(UInt64(bitPattern: (self << 1) ^ (self >> 63))) }

  /// Reads the minimal LEB128 form of the zig-zag value.
  ///
  /// - Throws: `CollectionError` with code `invalidKey`.
  public init(keyBytes: [UInt8]) throws(CollectionError) {
    let value = try UInt64(keyBytes: keyBytes)
    self = Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }
}

/// Keys that are the binary form of CIDs.
extension CID: CollectionKey {
  /// The binary form.
  public var keyBytes: [UInt8] { bytes }

  /// Reads the binary form.
  ///
  /// - Throws: `CollectionError` with code `invalidKey`.
  public init(keyBytes: [UInt8]) throws(CollectionError) {
    do {
      try self.init(bytes: keyBytes)
    } catch {
      throw CollectionError(.invalidKey, "0x\(keyBytes.hex) is no CID", cause: error)
    }
  }
}
