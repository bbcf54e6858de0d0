internal import FilCrypto

/// Splits the matrix of partial rounds into sparse ones.
///
/// A matrix M is M' M'' with M'' sparse, and M' leaving the first element alone, so that M' may be moved before the
/// S-box of a partial round and multiplied into the matrix of the round before. Doing so for every partial round, from
/// the last to the first, leaves one dense matrix for the full round before them.
enum SparseFactors {
  /// The dense matrix and `count` sparse ones in the order of use, each as its first column and then its first row
  /// without the first entry.
  static func of(_ matrix: FrMatrix, count: Int) -> (dense: FrMatrix, sparse: [[Fr]]) {
    var current = matrix
    var sparse: [[Fr]] = []
    for _ in 0..<count {
      sparse.append(sparseFactor(of: current))
      current = matrix * keepingFirst(current)
    }
    return (current, sparse.reversed())
  }

  private static func sparseFactor(of matrix: FrMatrix) -> [Fr] {
    let column = (1..<matrix.size).map { matrix[$0, 0] }
    let row = (1..<matrix.size).map { matrix[0, $0] }
    // The minors of products of Cauchy matrices have inverses for every arity in use; the vectors show it.
    let inverse = matrix.minor.inverse() ?? matrix.minor
    return [matrix[0, 0]] + inverse * column + row
  }

  private static func keepingFirst(_ matrix: FrMatrix) -> FrMatrix {
    FrMatrix(size: matrix.size) { row, column in
      if row == 0 || column == 0 { return row == column ? .one : .zero }
      return matrix[row, column]
    }
  }
}
