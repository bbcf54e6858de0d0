import FilChain
import FilCore

/// A change of a good block, and the rules that it breaks besides `blockSignature`, which any change of the header does.
struct BlockChange: Sendable, CustomStringConvertible {
  let description: String
  let broken: Set<BlockRule>
  let apply: @Sendable (inout FullBlock) throws -> Void

  init(
    _ description: String, _ broken: Set<BlockRule>, _ apply: @escaping @Sendable (inout FullBlock) throws -> Void
  ) {
    self.description = description
    self.broken = broken
    self.apply = apply
  }

  /// A change of one message of one kind, after which the header names the messages again.
  static func messages(
    _ description: String, _ broken: Set<BlockRule>,
    _ change: @escaping @Sendable (inout [Message], inout [SignedMessage]) -> Void
  ) -> BlockChange {
    BlockChange(description, broken) { block in
      var (bls, signed) = (block.messages.bls, block.messages.secp256k1)
      change(&bls, &signed)
      block.messages = BlockMessages(bls: bls, secp256k1: signed)
      block.header.messages = try block.messages.root
    }
  }

  private static let elsewhere = CID(dagCBOR: [0x01])

  /// Changes of the header's fields.
  static let header: [BlockChange] = [
    BlockChange("another ticket", [.ticket]) { $0.header.ticket = Ticket(vrfProof: [UInt8](repeating: 1, count: 96)) },
    BlockChange("the election proof as ticket", [.ticket]) {
      $0.header.ticket = $0.header.electionProof.map { Ticket(vrfProof: $0.vrfProof) }
    },
    BlockChange("one more win", [.winCount]) {
      $0.header.electionProof = $0.header.electionProof.map {
        ElectionProof(winCount: $0.winCount + 1, vrfProof: $0.vrfProof)
      }
    },
    BlockChange("no wins", [.syntax, .winCount]) {
      $0.header.electionProof = $0.header.electionProof.map { ElectionProof(winCount: 0, vrfProof: $0.vrfProof) }
    },
    BlockChange("no beacon entries", [.beaconEntries, .electionProof, .ticket, .winningPoSt]) {
      $0.header.beaconEntries = []
    },
    BlockChange("a beacon entry of another round", [.beaconEntries]) {
      $0.header.beaconEntries = $0.header.beaconEntries.map {
        BeaconEntry(round: $0.round + 1, signature: $0.signature)
      }
    },
    BlockChange("a beacon entry twice", [.beaconEntries]) {
      $0.header.beaconEntries += $0.header.beaconEntries.suffix(1)
    },
    BlockChange("a beacon entry with a wrong signature", [.beaconEntries, .electionProof, .ticket, .winningPoSt]) {
      $0.header.beaconEntries = $0.header.beaconEntries.map {
        BeaconEntry(round: $0.round, signature: Array($0.signature.reversed()))
      }
    },
    BlockChange("more weight", [.weight]) { $0.header.parentWeight += 1 },
    BlockChange("another state", [.parentStateRoot]) { $0.header.parentStateRoot = elsewhere },
    BlockChange("other receipts", [.parentReceipts]) { $0.header.parentMessageReceipts = elsewhere },
    BlockChange("other messages", [.messageRoot]) { $0.header.messages = elsewhere },
    BlockChange("a later time", [.timestamp, .clock]) { $0.header.timestamp += 2 },
    BlockChange("an earlier time", [.timestamp]) { $0.header.timestamp -= 1 },
    BlockChange("another base fee", [.baseFee]) { $0.header.parentBaseFee += TokenAmount(atto: 1) },
    BlockChange("another flag", []) { $0.header.forkSignaling = 1 },
    BlockChange("the block's signature as aggregate", [.blsAggregate]) {
      $0.header.blsAggregate = $0.header.blockSignature
    },
    BlockChange("a short aggregate", [.syntax, .blsAggregate]) {
      $0.header.blsAggregate = $0.header.blsAggregate.map { Signature(type: .bls, data: Array($0.data.dropLast())) }
    },
    BlockChange("the aggregate as signature", []) { $0.header.blockSignature = $0.header.blsAggregate },
    BlockChange("a signature of another kind", []) {
      $0.header.blockSignature = $0.header.blockSignature.map { Signature(type: .secp256k1, data: $0.data) }
    },
    BlockChange("another PoSt", [.winningPoSt]) { $0.header.winningPoStProof = [] },
  ]

  /// Changes of the messages.
  static let messages: [BlockChange] = [
    .messages("a signature less", []) { _, signed in signed.removeLast() },
    .messages("a BLS message less", [.blsAggregate]) { bls, _ in bls.removeLast() },
    .messages("a later nonce", [.messageNonce, .blsAggregate]) { bls, _ in bls[0].nonce += 1 },
    .messages("more money", [.blsAggregate]) { bls, _ in bls[0].value += TokenAmount(atto: 1) },
    .messages("negative money", [.messageSyntax, .blsAggregate]) { bls, _ in bls[0].value = -.fil(1) },
    .messages("more money than there is", [.messageSyntax, .blsAggregate]) { bls, _ in
      bls[0].value = NetworkParameters.totalSupply + TokenAmount(atto: 1)
    },
    .messages("another version", [.messageSyntax, .blsAggregate]) { bls, _ in bls[0].version = 1 },
    .messages("to nobody", [.messageSyntax, .blsAggregate]) { bls, _ in
      bls[0].to = Address(blsPublicKey: [0xc0] + [UInt8](repeating: 0, count: 47)) ?? bls[0].to
    },
    .messages("a premium above the cap", [.messageSyntax, .blsAggregate]) { bls, _ in
      bls[0].gasPremium = bls[0].gasFeeCap + TokenAmount(atto: 1)
    },
    .messages("a negative premium", [.messageSyntax, .blsAggregate]) { bls, _ in
      bls[0].gasPremium = TokenAmount(atto: -1)
    },
    .messages("too little gas", [.messageSyntax, .blsAggregate]) { bls, _ in bls[0].gasLimit = 50_000 },
    .messages("too much gas", [.messageSyntax, .gasLimit, .blsAggregate]) { bls, _ in
      bls[0].gasLimit = 10_000_000_001
    },
    .messages("too much gas together", [.gasLimit, .blsAggregate]) { bls, _ in
      bls[0].gasLimit = 5_000_000_000
      bls[1].gasLimit = 5_000_000_000
    },
    .messages("an unknown sender", [.messageSender]) { _, signed in
      var message = signed[0].message
      message.from = Address(id: 99_999)
      signed[0] = SignedMessage(message: message, signature: signed[0].signature)
    },
    .messages("a sender that is no account", [.messageSender]) { _, signed in
      var message = signed[0].message
      message.from = Address(id: 1_000)
      signed[0] = SignedMessage(message: message, signature: signed[0].signature)
    },
    .messages("a signature of another message", [.secpSignature]) { _, signed in
      signed[0] = SignedMessage(message: signed[0].message, signature: signed[1].signature)
    },
    .messages("a BLS signature among the others", [.messageSyntax, .secpSignature]) { _, signed in
      let signature = Signature(type: .bls, data: [UInt8](repeating: 0, count: 96))
      signed[0] = SignedMessage(message: signed[0].message, signature: signature)
    },
  ]
}
