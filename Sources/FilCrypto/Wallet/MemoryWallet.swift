public import FilCore
internal import Synchronization

/// A wallet that keeps its keys in memory.
public final class MemoryWallet: Wallet {
  private let keys: Mutex<[Address: WalletKey]>

  /// A wallet with some keys.
  public init(_ keys: [WalletKey] = []) {
    self.keys = Mutex(Dictionary(keys.map { ($0.address, $0) }) { _, last in last })
  }

  /// The addresses of the keys, sorted by their bytes.
  public var addresses: [Address] {
    keys.withLock { Array($0.keys) }.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// Adds a key; one that is there already stays.
  ///
  /// - Returns: The key's address.
  @discardableResult
  public func add(_ key: WalletKey) -> Address {
    let address = key.address
    keys.withLock { $0[address] = key }
    return address
  }

  /// Forgets the key of an address.
  ///
  /// - Returns: The key; `nil` if there was none.
  @discardableResult
  public func remove(_ address: Address) -> WalletKey? {
    keys.withLock { $0.removeValue(forKey: address) }
  }

  /// The key of an address; `nil` if there is none.
  public func key(of address: Address) -> WalletKey? {
    keys.withLock { $0[address] }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public func sign(_ payload: [UInt8], by address: Address) throws(WalletError) -> Signature {
    guard let key = key(of: address) else { throw .unknownAddress(address) }
    return key.sign(payload)
  }
}
