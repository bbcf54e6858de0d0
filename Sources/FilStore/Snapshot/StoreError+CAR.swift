internal import FilCore

extension StoreError {
  /// The error of a store over a file in which a CAR is wrong.
  static func snapshot(_ error: CARError) -> StoreError {
    if let cause = error.cause as? StoreError { return cause }
    switch error.code {
    case .invalidHeader, .unsupportedVersion: return StoreError(.wrongFormat, "\(error)")
    case .truncated, .invalidLength:
      // What ends or goes wrong before the header has, was no CAR at all.
      return StoreError(error.offset == 0 ? .wrongFormat : .corrupt, "\(error)")
    default: return StoreError(.corrupt, "\(error)")
    }
  }
}
