/// An entry of a directory.
public struct UnixFSEntry: Hashable, Sendable {
  /// The name, as whoever made the directory has it: it may be empty or `..`, and have slashes in it. Look at it before
  /// it names a file.
  public let name: String
  /// What it leads to.
  public let link: UnixFSLink

  /// An entry.
  public init(name: String, link: UnixFSLink) {
    self.name = name
    self.link = link
  }

  /// Whether the entries are the same; names are compared as bytes.
  public static func == (left: UnixFSEntry, right: UnixFSEntry) -> Bool {
    left.link == right.link && left.name.hasSameBytes(as: right.name)
  }

  /// Entries in the order of the bytes of their names, which must be usable and differ.
  static func sorted(_ entries: [UnixFSEntry]) throws(UnixFSError) -> [UnixFSEntry] {
    let sorted = entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for (index, entry) in sorted.enumerated() {
      let isTwice = index > 0 && sorted[index - 1].name.hasSameBytes(as: entry.name)
      guard !entry.name.isEmpty, !entry.name.utf8.contains(UInt8(ascii: "/")), !isTwice else {
        throw UnixFSError(.invalidName, "'\(entry.name)'")
      }
    }
    return sorted
  }
}
