/// How long some bytes are on the way.
struct Transit {
  /// How long they take to enter the line.
  var transmission: Duration = .zero
  /// How long the line is.
  var latency: Duration = .zero
}
