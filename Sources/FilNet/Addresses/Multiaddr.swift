internal import FilCore

/// The way to a peer, step by step, as `/ip4/192.0.2.1/tcp/4001/p2p/12D3KooW...`.
public struct Multiaddr: Hashable, Sendable {
  /// One step.
  public struct Component: Hashable, Sendable {
    /// How to go on.
    public let `protocol`: MultiaddrProtocol
    /// Where to, in bytes; none for protocols without a value.
    public let value: [UInt8]

    /// Where to, as text; empty for protocols without a value.
    public var text: String {
      if case .none = `protocol`.valueSize { "" } else { `protocol`.text(of: value[...]) }
    }
  }

  /// The most bytes that an address may have.
  public static let maxBytes = 4096

  /// The steps; there is at least one.
  public let components: [Component]

  /// Reads the binary form.
  ///
  /// - Throws: ``MultiaddrError``.
  public init(bytes: [UInt8]) throws(MultiaddrError) {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= Multiaddr.maxBytes else { throw .tooLong }
    var rest = bytes[...]
    var components: [Component] = []
    while !rest.isEmpty { components.append(try Multiaddr.component(&rest)) }
    self.components = components
  }

  /// Reads text; slashes at the end do not matter.
  ///
  /// - Throws: ``MultiaddrError``.
  public init(text: String) throws(MultiaddrError) {
    guard text.utf8.count <= Multiaddr.maxBytes else { throw .tooLong }
    var parts = text.split(separator: "/", omittingEmptySubsequences: false)[...]
    while parts.count > 1, parts.last == "" { parts.removeLast() }
    guard let first = parts.popFirst() else { throw .empty }
    guard !(first.isEmpty && parts.isEmpty) else { throw .empty }
    guard first.isEmpty else { throw .missingSlash }
    var components: [Component] = []
    while let name = parts.popFirst() { components.append(try Multiaddr.component(name, &parts)) }
    self.components = components
  }

  /// The binary form.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for component in components {
      Varint.append(component.protocol.rawValue, to: &bytes)
      if case .prefixed = component.protocol.valueSize { Varint.append(UInt64(component.value.count), to: &bytes) }
      bytes += component.value
    }
    return bytes
  }

  /// The peer that the last step names, if it names one.
  public var peer: PeerID? {
    guard let last = components.last, last.protocol == .p2p else { return nil }
    return try? PeerID(bytes: last.value)
  }

  private static func component(_ rest: inout ArraySlice<UInt8>) throws(MultiaddrError) -> Component {
    let code = try varint(&rest)
    guard let known = MultiaddrProtocol(rawValue: code) else { throw .unknownCode(code) }
    let count: UInt64 =
      switch known.valueSize {
      case .none: 0
      case .fixed(let count): UInt64(count)
      case .prefixed: try varint(&rest)
      }
    guard count <= UInt64(rest.count) else { throw .truncated }
    let value = rest.prefix(Int(count))
    rest = rest.dropFirst(Int(count))
    guard known.isValid(value) else { throw .invalidValue(known) }
    return Component(protocol: known, value: Array(value))
  }

  private static func varint(_ rest: inout ArraySlice<UInt8>) throws(MultiaddrError) -> UInt64 {
    do {
      return try Varint.read(from: &rest, maxBytes: 9)
    } catch {
      throw error == .truncated ? .truncated : .malformed
    }
  }

  private static func component(
    _ name: Substring, _ parts: inout ArraySlice<Substring>
  ) throws(MultiaddrError) -> Component {
    guard let known = MultiaddrProtocol(name: name) else { throw .unknownName(String(name)) }
    if case .none = known.valueSize { return Component(protocol: known, value: []) }
    guard let first = parts.popFirst() else { throw .truncated }
    var text = String(first)
    if known == .unix {
      text = "/" + ([first] + parts).joined(separator: "/")
      parts = []
    }
    guard let value = known.bytes(ofText: text) else { throw .invalidValue(known) }
    return Component(protocol: known, value: value)
  }
}

extension Multiaddr: CustomStringConvertible {
  /// The text form.
  public var description: String {
    components.map { component in
      switch (component.protocol.valueSize, component.protocol) {
      case (.none, let step): "/" + step.name
      case (_, .unix): "/unix" + component.text
      case (_, let step): "/\(step.name)/\(component.text)"
      }
    }.joined()
  }
}
