/// What a request wants.
public struct HTTPMethod: Hashable, Sendable {
  /// The name, in the case in which it is sent.
  public let name: String

  /// A method of a given name.
  public init(_ name: String) {
    self.name = name
  }

  /// The resource.
  public static let get = HTTPMethod("GET")
  /// The resource's headers alone.
  public static let head = HTTPMethod("HEAD")
  /// To put a resource in its place.
  public static let put = HTTPMethod("PUT")
  /// To have something done with the body.
  public static let post = HTTPMethod("POST")
}

extension HTTPMethod: CustomStringConvertible {
  /// The name.
  public var description: String { name }
}
