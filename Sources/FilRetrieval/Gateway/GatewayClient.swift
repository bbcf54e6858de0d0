public import FilCore
public import FilNet

/// Fetches payloads from trustless gateways, and believes nothing that it has not verified.
///
/// ```swift
/// let client = GatewayClient(host: host, clock: environment.clock)
/// try await client.fetch(root, from: provider, into: store)
/// let bytes = try UnixFSReader(store: store).file(root).bytes(limit: 1 << 20)
/// ```
public struct GatewayClient: Sendable {
  private static let reasonBytes = 4096

  private let host: any Host
  private let clock: any NodeClock
  let limits: GatewayLimits
  private let stallLimit: Duration

  /// A client.
  ///
  /// - Parameters:
  ///   - host: Reaches the gateways.
  ///   - clock: What is taken for time.
  ///   - limits: How large a payload may be, and how slowly it may come.
  ///   - stallLimit: How long to wait where nothing comes; the provider may have to unseal first.
  public init(
    host: any Host, clock: any NodeClock, limits: GatewayLimits = GatewayLimits(), stallLimit: Duration = .seconds(300)
  ) {
    self.host = host
    self.clock = clock
    self.limits = limits
    self.stallLimit = stallLimit
  }

  /// Fetches a payload.
  ///
  /// Each block is verified when it comes: it hashes to its CID, and a block before links to it. So what is in the store
  /// after an error is good, and only not all.
  ///
  /// - Parameters:
  ///   - root: The root.
  ///   - peer: The gateway.
  ///   - store: Takes the blocks.
  /// - Returns: How much came.
  /// - Throws: ``GatewayError``.
  @discardableResult
  public func fetch(
    _ root: CID, from peer: PeerID, into store: some Blockstore
  ) async throws(GatewayError) -> FetchedPayload {
    do {
      return try await clock.withTimeout(limits.time) { try await fetchSteadily(root, from: peer, into: store) }
    } catch is TimeoutError {
      throw GatewayError(.tooSlow, root, "more than \(limits.time)")
    } catch {
      throw GatewayClient.reason(of: error, root)
    }
  }

  private func fetchSteadily(
    _ root: CID, from peer: PeerID, into store: some Blockstore
  ) async throws -> FetchedPayload {
    do {
      return try await clock.withStallLimit(stallLimit) { [host] mark in
        try await host.withStream(to: peer, protocols: [TrustlessGateway.protocolID]) { stream in
          try await receive(root, on: HTTPClient(on: stream), into: store, mark)
        }
      }
    } catch let error as TimeoutError {
      throw GatewayError(.stalled, root, cause: error)
    }
  }

  private static func reason(of error: any Error, _ root: CID) -> GatewayError {
    switch error {
    case let error as GatewayError: error
    case let error as CARError:
      GatewayError(error.code == .truncated ? .missing : .invalidResponse, root, cause: error)
    case let error as StoreError: GatewayError(.store, root, cause: error)
    case is CancellationError: GatewayError(.cancelled, root)
    case let error as HTTPError where error.code == .cancelled: GatewayError(.cancelled, root)
    case let error as HostError where error.code == .cancelled: GatewayError(.cancelled, root)
    default: GatewayError(.connection, root, cause: error)
    }
  }

  private func receive(
    _ root: CID, on http: HTTPClient, into store: some Blockstore, _ mark: ProgressMark
  ) async throws -> FetchedPayload {
    let request = HTTPRequest(.get, "/ipfs/\(root)?format=car", headers: ["Accept": GatewayFormat.car.mediaType])
    let start = clock.now
    let response = try await http.send(request)
    mark.advance()
    try await check(response, root)
    var parser = CARStreamParser(options: CAROptions(verifiesBlocks: false, maxSectionBytes: maxSectionBytes))
    var intake = try PayloadIntake(root: root, limits: limits)
    var received: UInt64 = 0
    while case let bytes = try await response.body.read(), !bytes.isEmpty {
      mark.advance()
      received += UInt64(bytes.count)
      try checkRate(received, since: start, root)
      parser.append(bytes)
      try take(from: &parser, root, &intake, into: store)
    }
    try parser.finish()
    try intake.finish()
    return FetchedPayload(root: root, blockCount: intake.blockCount, byteCount: intake.byteCount)
  }

  /// Requires that bytes come fast enough on average; for as long as nothing may come, so may little.
  private func checkRate(_ bytes: UInt64, since start: NetworkTime, _ root: CID) throws(GatewayError) {
    guard limits.bytesPerSecond > 0 else { return }
    let elapsed = clock.now - start
    guard elapsed > stallLimit + .seconds(bytes / limits.bytesPerSecond) else { return }
    throw GatewayError(.tooSlow, root, "\(bytes) bytes in \(elapsed)")
  }

  /// A block with the longest CID before it.
  private var maxSectionBytes: UInt64 { limits.blockBytes + UInt64(CID.maxDigestBytes) + 40 }

  private func take(
    from parser: inout CARStreamParser, _ root: CID, _ intake: inout PayloadIntake, into store: some Blockstore
  ) throws {
    var blocks: [Block] = []
    while let section = try parser.next() {
      if blocks.isEmpty { try checkRoots(parser.header, root) }
      if try intake.take(section.block) { blocks.append(section.block) }
    }
    try checkRoots(parser.header, root)
    if !blocks.isEmpty { try store.put(blocks) }
  }

  private func checkRoots(_ header: CARHeader?, _ root: CID) throws(GatewayError) {
    guard let roots = header?.roots, roots != [root] else { return }
    throw GatewayError(.invalidResponse, root, "a CAR of \(roots.count) other roots")
  }

  /// The beginning of what a server says about its refusal.
  private static func reason(in body: HTTPIncomingBody) async -> String {
    var bytes: [UInt8] = []
    while bytes.count < reasonBytes, let part = try? await body.read(), !part.isEmpty { bytes += part }
    return String(decoding: bytes.prefix(reasonBytes), as: UTF8.self)
  }

  private func check(_ response: HTTPIncomingResponse, _ root: CID) async throws {
    guard response.status == .ok else {
      let reason = await GatewayClient.reason(in: response.body)
      throw GatewayError(response.status == .notFound ? .notFound : .refused, root, "\(response.status) \(reason)")
    }
    let type = response.headers["Content-Type"] ?? ""
    guard type.hasPrefix("application/vnd.ipld.car") else {
      throw GatewayError(.invalidResponse, root, "media type \(type)")
    }
  }
}
