/// How many elements one Poseidon hash takes.
public enum PoseidonArity: Int, Sendable, Hashable, CaseIterable {
  /// Two elements: columns of two-layer sectors, replica commitments, the top of compound trees.
  case two = 2
  /// Four elements.
  case four = 4
  /// Eight elements: the trees over replicas and columns.
  case eight = 8
  /// Eleven elements: columns of eleven-layer sectors.
  case eleven = 11
  /// Sixteen elements.
  case sixteen = 16
  /// Twenty-four elements.
  case twentyFour = 24
  /// Thirty-six elements: the chained hash of a list.
  case thirtySix = 36

  /// The number of elements of the state: one more, for the domain tag.
  public var width: Int { rawValue + 1 }

  /// The number of rounds in which every element goes through the S-box.
  public var fullRounds: Int { 8 }

  /// The number of rounds in which only the first element goes through the S-box.
  public var partialRounds: Int {
    switch self {
    case .two: 55
    case .four: 56
    case .eight, .eleven: 57
    case .sixteen, .twentyFour: 59
    case .thirtySix: 60
    }
  }
}
