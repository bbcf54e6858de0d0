public import FilCore

/// Why a provider does not take data.
public enum ImportError: Error, Hashable, Sendable {
  /// No deal with this number waits for data.
  case notWaiting(DealUUID)
  /// The data has more bytes than the proposal's piece holds.
  case tooLarge(Int, capacity: UInt64)
  /// The data is another piece than the proposal names.
  case otherData(CID, expected: CID)
}
