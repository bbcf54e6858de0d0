import FilCore

/// Shows all forms of an address.
enum AddressCommand: Command {
  static let name = "address"
  static let summary = "shows all forms of an address"
  static let help = """
    usage: fil address ADDRESS

    ADDRESS is a Filecoin address (f... or t...) or an Ethereum one (0x...). Prints its protocol, both text forms, the
    bytes, and the Ethereum form where there is one.
    """

  static func run(_ options: inout Options, _ console: any Console) throws -> Int32 {
    let text = try options.require("the address")
    try options.finish()
    let address = try parse(text)
    let ethereum = EthereumAddress(address)?.description
    if options.wantsJSON {
      var object: [String: Any] = [
        "protocol": "\(address.protocol)", "mainnet": address.formatted(for: .mainnet),
        "testnet": address.formatted(for: .testnet), "bytes": address.bytes.hex,
      ]
      object["ethereum"] = ethereum
      try console.json(object)
    } else {
      console.line("protocol  \(address.protocol)")
      console.line("mainnet   \(address.formatted(for: .mainnet))")
      console.line("testnet   \(address.formatted(for: .testnet))")
      console.line("bytes     \(address.bytes.hex)")
      if let ethereum { console.line("ethereum  \(ethereum)") }
    }
    return 0
  }

  private static func parse(_ text: String) throws -> Address {
    if text.hasPrefix("0x") {
      guard let address = EthereumAddress(text: text)?.address else {
        throw ToolError("'\(text)' is no Ethereum address of an actor")
      }
      return address
    }
    do {
      return try Address(text: text)
    } catch {
      throw ToolError("'\(text)' is no address: \(error)")
    }
  }
}
