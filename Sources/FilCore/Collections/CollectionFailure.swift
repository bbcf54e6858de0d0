/// An error type that can carry a failure of a collection, so that a closure's errors and the collection's own leave
/// through one typed `throws`.
public protocol CollectionFailure: Error {
  /// The error for a failure of a collection.
  init(collection error: CollectionError)
}

extension CollectionError: CollectionFailure {
  /// The error itself.
  public init(collection error: CollectionError) {
    self = error
  }
}
