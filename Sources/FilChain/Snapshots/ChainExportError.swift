public import FilCore

/// Why a chain was not exported.
public enum ChainExportError: Error, Hashable, Sendable {
  /// The chain is not whole, or its store fails; the cause names the block that is missing.
  case chain(ChainError)
  /// The archive cannot be written.
  case archive(StoreError)
}

extension ChainExportError: CustomStringConvertible {
  /// What was not so.
  public var description: String {
    switch self {
    case .chain(let error): "\(error)"
    case .archive(let error): "archive: \(error)"
    }
  }
}
