internal import FilCrypto

/// Moves round constants through the matrix, so that each is added right after an S-box, and in a partial round only
/// to the element that went through it.
struct RoundConstantCompression {
  let arity: PoseidonArity
  /// Those of the plain schedule.
  let roundConstants: [Fr]
  /// The matrix of the plain schedule; it has an inverse, as every Cauchy matrix.
  let matrix: FrMatrix

  /// The constants of the optimised schedule in the order of their use.
  func compressed() -> [Fr] {
    let inverse = matrix.inverse() ?? matrix
    let half = arity.fullRounds / 2
    let firstLate = half + arity.partialRounds
    let (partial, rest) = foldPartialRounds(inverse, from: firstLate)
    var result = round(0)
    for index in 1..<half { result += inverse * round(index) }
    result += inverse * rest
    result += partial
    for index in firstLate + 1..<firstLate + half { result += inverse * round(index) }
    return result
  }

  /// Works back from the first full round after the partial ones: of what a round adds, pulled back through the
  /// matrix, the first element stays and the others join the round before.
  private func foldPartialRounds(_ inverse: FrMatrix, from firstLate: Int) -> (kept: [Fr], rest: [Fr]) {
    var kept: [Fr] = []
    var rest = round(firstLate)
    for index in (firstLate - arity.partialRounds..<firstLate).reversed() {
      var pulledBack = inverse * rest
      kept.append(pulledBack[0])
      pulledBack[0] = .zero
      rest = zip(pulledBack, round(index)).map { $0 + $1 }
    }
    return (kept.reversed(), rest)
  }

  private func round(_ index: Int) -> [Fr] {
    Array(roundConstants[arity.width * index..<arity.width * (index + 1)])
  }
}
