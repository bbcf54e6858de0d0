public import FilCore
public import FilNet
internal import Synchronization

/// Gives providers the data of deals: the bytes of a CAR to whoever has the deal's token, whole or in part.
///
/// ```swift
/// let server = TransferServer()
/// host.setHandler(for: TransferServer.protocolID, server.streamHandler)
/// let transfer = server.offer(HTTPBytes(car, mediaType: TransferServer.mediaType), from: source, random)
/// ```
public final class TransferServer: Sendable {
  /// HTTP for the data of deals.
  public static let protocolID: ProtocolID = "/fil/storage/transfer/1.0.0"
  /// The media type of a CAR.
  public static let mediaType = "application/vnd.ipld.car"

  /// What is given, by the hashes of the tokens: how long a look-up takes tells nothing about them.
  private let offers = Mutex<[[UInt8]: any HTTPContent]>([:])

  /// A server that gives nothing yet.
  public init() {}

  /// How many offers stand.
  public var count: Int { offers.withLock { $0.count } }

  /// What to register with a host.
  public var streamHandler: StreamHandler {
    HTTPServer { request in self.respond(to: request) }.streamHandler
  }

  /// Gives some data to whoever has a token, in place of any other data under it.
  ///
  /// - Parameters:
  ///   - content: The data.
  ///   - token: The token.
  public func register(_ content: any HTTPContent, for token: TransferToken) {
    offers.withLock { $0[TransferServer.key(token)] = content }
  }

  /// Gives the data of a token no more; what is on its way ends by itself.
  public func remove(_ token: TransferToken) {
    offers.withLock { $0[TransferServer.key(token)] = nil }
  }

  /// Gives some data under a new token.
  ///
  /// - Parameters:
  ///   - content: The data.
  ///   - source: How the provider reaches this server's host.
  ///   - random: Where the token comes from.
  /// - Returns: The token, and what to propose to the provider.
  public func offer(
    _ content: any HTTPContent, from source: TransferSource, _ random: any RandomSource
  ) -> (token: TransferToken, transfer: DealTransfer) {
    let token = TransferToken(from: random)
    register(content, for: token)
    let params = TransferParams(url: source.url, headers: ["Authorization": token.authorization])
    return (token, DealTransfer(size: content.count, type: "libp2p", params: params.json))
  }

  /// Answers a request.
  ///
  /// - Parameter request: What a provider wants.
  /// - Returns: The answer: status 401 without a valid token.
  public func respond(to request: HTTPIncomingRequest) -> HTTPResponse {
    let token = request.headers["Authorization"].flatMap { TransferToken(authorization: $0) }
    guard let content = token.flatMap({ token in offers.withLock { $0[TransferServer.key(token)] } }) else {
      return HTTPResponse(.unauthorized, headers: ["WWW-Authenticate": "Basic realm=\"deal data\""])
    }
    return .serving(content, to: request)
  }

  private static func key(_ token: TransferToken) -> [UInt8] { SHA256.hash(Array(token.text.utf8)).bytes }
}
