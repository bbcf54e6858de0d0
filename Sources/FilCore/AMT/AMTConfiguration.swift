/// How an AMT is laid out.
public struct AMTConfiguration: Hashable, Sendable {
  /// How the root is written.
  public enum Form: Hashable, Sendable {
    /// With the bit width: all actors since network version 10.
    case current
    /// Without it, 3 bits always: the first actors, and mainnet's genesis.
    case legacy
  }

  /// How many bits of the index choose the slot in a node: 1 to 8.
  public let bitWidth: Int
  /// How the root is written.
  public let form: Form

  /// The usual layout: 3 bits a level.
  public static let current = AMTConfiguration(bitWidth: 3)
  /// The layout of the first actors' arrays.
  public static let legacy = AMTConfiguration(bitWidth: 3, form: .legacy)

  private init(bitWidth: Int, form: Form) {
    self.bitWidth = bitWidth
    self.form = form
  }

  /// The current layout with a bit width.
  ///
  /// - Parameter bitWidth: 1 to 8; it is part of the program, not of any input.
  public init(bitWidth: Int) {
    precondition((1...8).contains(bitWidth), "an AMT has a bit width of 1 to 8")
    self.init(bitWidth: bitWidth, form: .current)
  }

  /// How many slots a node has.
  var width: Int { 1 << bitWidth }

  /// How many bytes a node's bitmap has.
  var bitmapBytes: Int { max(1, width / 8) }

  /// Whether a tree of this height can be: higher ones would have slots for indices above 64 bits only.
  func allows(height: UInt64) -> Bool { height < 64 && height * UInt64(bitWidth) < 64 }

  /// The greatest index that a tree of this height holds.
  func maxIndex(height: Int) -> UInt64 {
    let bits = bitWidth * (height + 1)
    return bits >= 64 ? AMTConfiguration.maxIndex : 1 << UInt64(bits) - 1
  }

  /// The slot of an index in a node at this height.
  func slot(of index: UInt64, height: Int) -> Int {
    Int(index >> UInt64(bitWidth * height) & UInt64(width - 1))
  }

  /// The least index in a slot of the node at a height whose first index is `base`.
  func firstIndex(of slot: Int, height: Int, base: UInt64) throws(CollectionError) -> UInt64 {
    let shift = UInt64(bitWidth * height)
    let offset = UInt64(slot) << shift
    guard offset >> shift == UInt64(slot), base | offset <= AMTConfiguration.maxIndex else {
      throw CollectionError(.malformedNode, "AMT indices above 64 bits")
    }
    return base | offset
  }

  /// The greatest index that an AMT holds.
  static let maxIndex = UInt64.max - 1
}
