public import FilCore

/// A built-in actor: its methods over any runtime.
public protocol BuiltinActor {
  /// Which one it is.
  static var type: ActorType { get }

  /// Runs a method.
  ///
  /// - Parameters:
  ///   - method: The method's number.
  ///   - params: The parameters; `nil` if there are none, which is not the same as an empty block.
  ///   - runtime: The world.
  /// - Returns: What the method returns; `nil` for nothing.
  /// - Throws: `ActorError` if it fails; `unhandledMessage` if there is no such method.
  static func invoke(
    _ method: MethodNumber, _ params: IPLDBlock?, _ runtime: some Runtime
  ) throws(ActorError) -> IPLDBlock?
}

/// How methods take their parameters and give their results.
package enum Dispatch {
  /// A method without parameters and result.
  package static func run(_ params: IPLDBlock?, _ body: () throws(ActorError) -> Void) throws(ActorError) -> IPLDBlock?
  {
    try requireNone(params)
    try body()
    return nil
  }

  /// A method without parameters.
  package static func run<Result: CBOREncodable>(
    _ params: IPLDBlock?, _ body: () throws(ActorError) -> Result
  ) throws(ActorError) -> IPLDBlock? {
    try requireNone(params)
    return IPLDBlock(try body())
  }

  /// A method with parameters and without result.
  package static func run<Params: CBORDecodable>(
    _ params: IPLDBlock?, _ body: (Params) throws(ActorError) -> Void
  ) throws(ActorError) -> IPLDBlock? {
    try body(try required(params).decode())
    return nil
  }

  /// A method with parameters.
  package static func run<Params: CBORDecodable, Result: CBOREncodable>(
    _ params: IPLDBlock?, _ body: (Params) throws(ActorError) -> Result
  ) throws(ActorError) -> IPLDBlock? {
    IPLDBlock(try body(try required(params).decode()))
  }

  private static func requireNone(_ params: IPLDBlock?) throws(ActorError) {
    try require(params == nil, .illegalArgument, "method expects no arguments")
  }

  private static func required(_ params: IPLDBlock?) throws(ActorError) -> IPLDBlock {
    try params.orAbort(.illegalArgument, "method expects arguments")
  }
}
