/// What is given of a payload.
enum GatewayFormat: Hashable {
  /// The block alone.
  case raw
  /// A CAR of the block and all that is below it.
  case car
  /// A CAR of the block alone.
  case carOfBlock

  /// The media type, as the trustless gateway specification writes it.
  var mediaType: String {
    switch self {
    case .raw: "application/vnd.ipld.raw"
    case .car, .carOfBlock: "application/vnd.ipld.car; version=1; order=dfs; dups=n"
    }
  }

  /// How the names of files in the format end.
  var fileExtension: String { self == .raw ? "raw" : "car" }
}
