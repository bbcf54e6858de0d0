import FilCore

/// What the codes of actors are called.
///
/// The first actors' codes hold their names; those of later ones stand in a manifest that the system actor's state
/// links to.
struct ActorNames {
  private var names: [CID: String] = [:]

  /// The names in a state, whose system actor is `system`; without a readable manifest there are none.
  init(system: StateActor?, in store: some Blockstore) {
    guard let system, let state = try? store.get(system.head), let manifest = try? ActorNames.link(state),
      let bytes = try? store.get(manifest), case .list(let entries)? = try? IPLDNode(cbor: bytes)
    else { return }
    for case .list(let entry) in entries {
      if entry.count == 2, case .string(let name) = entry[0], case .link(let code) = entry[1] { names[code] = name }
    }
  }

  /// The only field of the system actor's state: the link to the manifest.
  private static func link(_ state: [UInt8]) throws(CBORError) -> CID {
    var decoder = CBORDecoder(state)
    return try decoder.tuple(CID.self)
  }

  /// The name of a code; the code itself if it has none.
  func name(of code: CID) -> String {
    if let name = names[code] { return name }
    guard code.hash == .identity, let text = String(validating: code.digest, as: UTF8.self), text.hasPrefix("fil/")
    else { return code.description }
    return text
  }
}
