/// The outcome of running one kind of vector: what passed, what failed and with which first difference, what was left
/// out and why.
public struct VectorRun: Sendable {
  /// A case that failed.
  public struct Failure: Hashable, Sendable {
    /// Which case.
    public let id: String
    /// The first difference.
    public let message: String
  }

  /// Cases that were left out for one reason.
  public struct Omission: Hashable, Sendable {
    /// Why they were left out.
    public let reason: String
    /// How many cases.
    public var count: Int
    /// Whether these cases were already to pass, so that leaving them out is an error.
    public let mustPass: Bool
  }

  /// How many cases passed.
  public private(set) var passed = 0
  /// The cases that failed, in the order in which they ran.
  public private(set) var failures: [Failure] = []
  /// What was left out, by reason.
  public private(set) var omissions: [Omission] = []
  /// Told after each case; for progress.
  public var onCase: (@Sendable (Int) -> Void)?

  /// A run that has seen no case.
  public init() {}

  /// How many cases ran or were left out.
  public var total: Int { passed + failures.count + omissions.reduce(0) { $0 + $1.count } }

  /// Whether nothing failed and nothing was left out that must pass.
  public var isGood: Bool { failures.isEmpty && !omissions.contains { $0.mustPass } }

  /// Runs one case.
  ///
  /// - Parameters:
  ///   - id: The file and the case's name or number.
  ///   - body: Throws `VectorError` for a difference; any other error fails the case too.
  public mutating func check(_ id: String, _ body: () throws -> Void) {
    do {
      try body()
      passed += 1
    } catch {
      failures.append(Failure(id: id, message: "\(error)"))
    }
    onCase?(total)
  }

  /// Runs each line of a JSON Lines file as a case; does nothing if the file does not exist.
  ///
  /// - Parameters:
  ///   - file: The file's name without `.zst`.
  ///   - folder: Where it is.
  ///   - body: Throws `VectorError` for a difference.
  /// - Throws: An error if the file cannot be read at all.
  public mutating func checkLines(
    of file: String, in folder: VectorFolder, _ body: (JSONValue) throws -> Void
  ) throws {
    for (number, line) in (try folder.rawLines(file) ?? []).enumerated() {
      check("\(file):\(number + 1)") { try body(try JSONValue(parsing: line)) }
    }
  }

  /// Runs each entry of a JSON list as a case; does nothing if the file does not exist.
  ///
  /// - Parameters:
  ///   - file: The file's name without `.zst`.
  ///   - folder: Where it is.
  ///   - body: Throws `VectorError` for a difference.
  /// - Throws: An error if the file cannot be read at all or holds no list.
  public mutating func checkEntries(
    of file: String, in folder: VectorFolder, _ body: (JSONValue) throws -> Void
  ) throws {
    guard let document = try folder.document(file) else { return }
    guard let entries = document.array else { throw VectorError("\(file) is no list") }
    for (index, entry) in entries.enumerated() {
      check("\(file)[\(index)]") { try body(entry) }
    }
  }

  /// Counts cases that are left out.
  ///
  /// - Parameters:
  ///   - reason: Why.
  ///   - count: How many cases.
  ///   - mustPass: Whether they were already to pass.
  public mutating func skip(_ reason: String, count: Int = 1, mustPass: Bool = false) {
    guard count > 0 else { return }
    if let index = omissions.firstIndex(where: { $0.reason == reason && $0.mustPass == mustPass }) {
      omissions[index].count += count
    } else {
      omissions.append(Omission(reason: reason, count: count, mustPass: mustPass))
    }
  }
}
