/// A file of a sector; the names are the reference implementation's.
public enum SectorFile: Hashable, Sendable {
  /// The Fr32-padded data.
  case unsealed
  /// The replica.
  case sealed
  /// The labels of a layer, counted from 1.
  case layer(Int)
  /// The tree over the data: leaves, then each row above them.
  case treeD
  /// The tree over the columns, or one base tree of it: leaves, then each row above them.
  case treeC(part: Int?)
  /// The tree over the replica, or one base tree of it, without its lowest rows: the replica is the leaves.
  case treeRLast(part: Int?)
  /// CommC and CommRLast.
  case auxiliary

  /// The name of the file.
  public var name: String {
    switch self {
    case .unsealed: "unsealed"
    case .sealed: "sealed"
    case .layer(let number): "sc-02-data-layer-\(number).dat"
    case .treeD: "sc-02-data-tree-d.dat"
    case .treeC(let part): "sc-02-data-tree-c\(part.map { "-\($0)" } ?? "").dat"
    case .treeRLast(let part): "sc-02-data-tree-r-last\(part.map { "-\($0)" } ?? "").dat"
    case .auxiliary: "p_aux"
    }
  }
}
