internal import CFilKernels
internal import FilCrypto

/// A square matrix of scalar field elements, stored row by row as the kernels read it.
struct FrMatrix {
  /// The number of rows and of columns.
  let size: Int
  /// Four words for each element, in Montgomery form.
  private(set) var words: [UInt64]

  /// The matrix of zeros.
  init(size: Int) {
    self.size = size
    words = Array(repeating: 0, count: 4 * size * size)
  }

  /// The matrix whose elements `element` gives for each row and column.
  init(size: Int, element: (Int, Int) -> Fr) {
    self.init(size: size)
    for row in 0..<size {
      for column in 0..<size { self[row, column] = element(row, column) }
    }
  }

  /// One element.
  subscript(row: Int, column: Int) -> Fr {
    get { Fr(words: words, at: size * row + column) }
    set { newValue.store(in: &words, at: size * row + column) }
  }

  /// The matrix with rows and columns exchanged.
  var transposed: FrMatrix { FrMatrix(size: size) { self[$1, $0] } }

  /// The matrix without its first row and first column.
  var minor: FrMatrix { FrMatrix(size: size - 1) { self[$0 + 1, $1 + 1] } }

  /// The inverse; `nil` if there is none.
  func inverse() -> FrMatrix? {
    var result = FrMatrix(size: size)
    var work = words
    guard fil_fr_matrix_inverse(&result.words, words, &work, size) == 1 else { return nil }
    return result
  }

  /// The product of two matrices of the same size.
  static func * (left: FrMatrix, right: FrMatrix) -> FrMatrix {
    precondition(left.size == right.size, "matrices of different sizes")
    var result = FrMatrix(size: left.size)
    fil_fr_matrix_mul(&result.words, left.words, right.words, left.size)
    return result
  }

  /// The product with a column of elements.
  static func * (left: FrMatrix, right: [Fr]) -> [Fr] {
    (0..<left.size).map { row in
      (0..<left.size).reduce(Fr.zero) { $0 + left[row, $1] * right[$1] }
    }
  }
}

extension Fr {
  /// The element at `index` of a list of words, four for each.
  init(words: [UInt64], at index: Int) {
    let start = 4 * index
    self.init(montgomery: (words[start], words[start + 1], words[start + 2], words[start + 3]))
  }

  /// Writes the four words to place `index` of a list.
  func store(in words: inout [UInt64], at index: Int) {
    let start = 4 * index
    (words[start], words[start + 1], words[start + 2], words[start + 3]) = self.words
  }
}

extension Array<Fr> {
  /// The words of all elements, one after another.
  var words: [UInt64] {
    flatMap { [$0.words.0, $0.words.1, $0.words.2, $0.words.3] }
  }
}
