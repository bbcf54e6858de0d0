import Foundation

/// One line that the writer sends to the process that has started it.
enum WriterReport: Equatable {
  /// The blocks of a step are about to be put.
  case putting(UInt64)
  /// They were put: from here on they must never be lost.
  case put(UInt64)
  /// The changes of a step are about to be made.
  case applying(UInt64)
  /// They were made.
  case applied(UInt64)
  /// The store refused something.
  case failed(String)
  /// What was asked for is done.
  case done

  /// The line, with its end.
  var line: String {
    switch self {
    case .putting(let number): "putting \(number)\n"
    case .put(let number): "put \(number)\n"
    case .applying(let number): "applying \(number)\n"
    case .applied(let number): "applied \(number)\n"
    case .failed(let text): "failed \(text)\n"
    case .done: "done\n"
    }
  }

  /// Reads a line without its end.
  init?(line: some StringProtocol) {
    let words = line.split(separator: " ", maxSplits: 1)
    let number = words.dropFirst().first.flatMap { UInt64($0) }
    switch (words.first, number) {
    case ("putting", let number?): self = .putting(number)
    case ("put", let number?): self = .put(number)
    case ("applying", let number?): self = .applying(number)
    case ("applied", let number?): self = .applied(number)
    case ("failed", _): self = .failed(words.count > 1 ? String(words[1]) : "")
    case ("done", _): self = .done
    default: return nil
    }
  }

  /// Sends the line in one call, which a kill does not cut in two.
  func send() {
    let bytes = Array(line.utf8)
    _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }
}
