internal import FilCore

/// One step of a sequence case: a list of a name and its arguments.
struct VectorOperation {
  let name: String
  private let arguments: [JSONValue]

  init(_ value: JSONValue) throws {
    guard let list = value.array, let name = list.first?.string else { throw VectorError("an operation without name") }
    self.name = name
    arguments = Array(list.dropFirst())
  }

  private func argument(_ index: Int) throws -> JSONValue {
    guard index < arguments.count else { throw VectorError("'\(name)' lacks argument \(index)") }
    return arguments[index]
  }

  func bytes(_ index: Int) throws -> [UInt8] {
    guard let bytes = try argument(index).bytes else { throw VectorError("'\(name)': no bytes at \(index)") }
    return bytes
  }

  /// The bytes, or `nil` where null stands.
  func optionalBytes(_ index: Int) throws -> [UInt8]? {
    try argument(index) == .null ? nil : try bytes(index)
  }

  func bool(_ index: Int) throws -> Bool {
    guard let value = try argument(index).bool else { throw VectorError("'\(name)': no truth value at \(index)") }
    return value
  }

  func integer<T: FixedWidthInteger>(_ index: Int, _ type: T.Type = T.self) throws -> T {
    guard let value = try argument(index).integer(T.self)
    else { throw VectorError("'\(name)': no integer at \(index)") }
    return value
  }

  /// The integer, or `nil` where null stands.
  func optionalInteger<T: FixedWidthInteger>(_ index: Int, _ type: T.Type = T.self) throws -> T? {
    try argument(index) == .null ? nil : try integer(index, T.self)
  }

  func list(_ index: Int) throws -> [JSONValue] {
    guard let list = try argument(index).array else { throw VectorError("'\(name)': no list at \(index)") }
    return list
  }

  func cid(_ index: Int) throws -> CID {
    try argument(index).cid(name)
  }
}
