internal import CFilKernels
public import FilCrypto

/// The constants of one Poseidon instance: those that define it, drawn from the Grain shift register and a Cauchy
/// matrix, and the same rewritten for the optimised schedule, in which a partial round needs one round constant and a
/// sparse matrix.
public struct PoseidonConstants: Sendable {
  /// How many elements a hash takes.
  public let arity: PoseidonArity

  /// The round constants of the plain schedule, the state's width for each round.
  public let roundConstants: [Fr]

  /// The matrix of the plain schedule, row by row; it is symmetric.
  public let matrix: [Fr]

  /// The round constants of the optimised schedule: those of the first round, then what is added after each S-box.
  public let compressedRoundConstants: [Fr]

  /// The matrix that ends the last full round before the partial ones in the optimised schedule, row by row.
  public let preSparseMatrix: [Fr]

  /// The sparse matrices of the partial rounds: for each its first column, then its first row from the second entry
  /// on; ones on the rest of the diagonal, zeros elsewhere.
  public let sparseMatrices: [[Fr]]

  /// The elements as the kernel reads them.
  let words: [UInt64]
  /// The same for the kernel's lanes.
  let laneWords: [UInt64]

  /// Computes the constants; this takes milliseconds, so keep the value: ``Poseidon`` has one for each arity.
  public init(arity: PoseidonArity) {
    let width = arity.width
    let mds = FrMatrix(size: width) { Fr(UInt64($0 + $1 + width)).inverse() ?? .zero }
    let drawn = Self.drawRoundConstants(arity)
    let compressed = RoundConstantCompression(arity: arity, roundConstants: drawn, matrix: mds).compressed()
    let (preSparse, sparse) = SparseFactors.of(mds, count: arity.partialRounds)
    self.arity = arity
    roundConstants = drawn
    matrix = (0..<width * width).map { Fr(words: mds.words, at: $0) }
    compressedRoundConstants = compressed
    preSparseMatrix = (0..<width * width).map { Fr(words: preSparse.words, at: $0) }
    sparseMatrices = sparse
    words = compressed.words + mds.transposed.words + preSparse.transposed.words + sparse.flatMap(\.words)
    laneWords = Self.lanes(words)
  }

  private static func drawRoundConstants(_ arity: PoseidonArity) -> [Fr] {
    let count = arity.width * (arity.fullRounds + arity.partialRounds)
    var words = [UInt64](repeating: 0, count: 4 * count)
    fil_grain_draw(&words, count, arity.width, arity.fullRounds, arity.partialRounds)
    return (0..<count).map { Fr(words: words, at: $0) }
  }

  private static func lanes(_ words: [UInt64]) -> [UInt64] {
    var result = [UInt64](repeating: 0, count: words.count / 4 * 5)
    fil_poseidon_lane_constants(&result, words, words.count / 4)
    return result
  }
}
