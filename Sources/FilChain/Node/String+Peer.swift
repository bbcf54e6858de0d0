extension String {
  /// The most characters that are kept of a peer's words.
  package static let maxPeerTextLength = 1024

  /// The words of a peer, fit to be shown to people: printable characters only, and not too many.
  ///
  /// What could steer a terminal or turn the direction of writing is left out.
  ///
  /// - Parameters:
  ///   - text: What the peer says.
  ///   - limit: The most characters (Unicode scalars) that are kept.
  package init(peerText text: String, limit: Int = maxPeerTextLength) {
    self.init()
    let shown = text.unicodeScalars.lazy.filter(\.isPrintable)
    unicodeScalars.append(contentsOf: shown.prefix(max(0, limit)))
  }
}

extension Unicode.Scalar {
  /// Whether the character stands for itself, and neither steers what shows it nor depends on it.
  fileprivate var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
