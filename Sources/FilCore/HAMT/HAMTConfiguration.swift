/// How a HAMT is laid out: all that its bytes depend on besides its entries.
public struct HAMTConfiguration: Sendable {
  /// How pointers are written.
  public enum Form: Hashable, Sendable {
    /// A link, or a list of pairs: all actors since network version 10.
    case current
    /// A map with the one key "0" (a link) or "1" (a list of pairs): the first actors, and mainnet's genesis.
    case legacy
  }

  /// How many bits of the key's digest choose the slot in a node: 1 to 8.
  public let bitWidth: Int
  /// How pointers are written.
  public let form: Form
  /// How keys are hashed.
  public let keyHash: HAMTKeyHash

  /// The layout of the actors' maps today: 5 bits a level and SHA-256.
  public static let current = HAMTConfiguration()
  /// The layout of the first actors' maps.
  public static let legacy = HAMTConfiguration(form: .legacy)

  /// The most entries that a slot holds before it becomes a node.
  static let bucketSize = 3

  /// A layout.
  ///
  /// - Parameters:
  ///   - bitWidth: 1 to 8; it is part of the program, not of any input.
  ///   - form: How pointers are written.
  ///   - keyHash: How keys are hashed.
  public init(bitWidth: Int = 5, form: Form = .current, keyHash: HAMTKeyHash = .sha256) {
    precondition((1...8).contains(bitWidth), "a HAMT has a bit width of 1 to 8")
    self.bitWidth = bitWidth
    self.form = form
    self.keyHash = keyHash
  }

  /// How many levels of nodes the bits of a digest can choose slots in.
  var maxDepth: Int { 256 / bitWidth }
}
