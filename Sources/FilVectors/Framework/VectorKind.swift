/// One kind of vector: how the files of one folder are run.
public protocol VectorKind: Sendable {
  /// The name of the folder, as "crypto".
  var name: String { get }

  /// Runs whichever of the kind's files the folder holds.
  ///
  /// - Throws: An error if a file cannot be read at all; a case that fails is noted in `run` instead.
  func run(_ folder: VectorFolder, _ run: inout VectorRun) throws
}
