extension Duration {
  /// Whole days of 24 hours.
  public static func days(_ count: Int64) -> Duration { .seconds(count) * 86_400 }
}
