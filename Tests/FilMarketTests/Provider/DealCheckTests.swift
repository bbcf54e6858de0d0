import FilActors
import FilChain
import FilCore
import FilCrypto
import FilMarket
import Testing

@Suite("Judging proposals", .timeLimit(.minutes(15)))
struct DealCheckTests {
  private let key = WalletKey(type: .secp256k1, seed: .zero)
  private let provider = Address(id: 1000)

  private var deal: DealProposal {
    DealProposal(
      pieceCID: CID(unsealedCommitment: .zero), pieceSize: 1024, isVerified: false, client: key.address,
      provider: provider, label: .text("label"), startEpoch: 140, endEpoch: 740,
      storagePricePerEpoch: .nanoFIL(1), providerCollateral: .fil(1), clientCollateral: .zero)
  }

  private func refusal(
    funds: TokenAmount = .fil(1), datacap: BigInt? = nil, signer: Address? = nil,
    price: TokenAmount = .nanoFIL(1 << 20),
    _ change: (inout DealProposal) -> Void
  ) -> DealRefusal? {
    var proposal = deal
    change(&proposal)
    let signed = ClientDealProposal(proposal: proposal, signature: key.sign(proposal.cbor))
    let view = ProviderView(
      provider: provider, epoch: 100, policy: NetworkParameters.local.policy, minProviderCollateral: .fil(1),
      clientFunds: funds, clientDatacap: datacap, clientKey: signer ?? key.address)
    let ask = StorageAsk(pricePerGiBEpoch: price, minPieceSize: 256, maxPieceSize: 2048)
    do throws(DealRefusal) {
      try DealCheck(view, ask: ask).check(signed)
      return nil
    } catch {
      return error
    }
  }

  @Test("a good proposal is taken, at the bounds too")
  func good() {
    #expect(refusal { _ in } == nil)
    #expect(refusal { $0.startEpoch = 100 } == nil)
    #expect(refusal { $0.providerCollateral = .fil(2) } == nil)
    #expect(refusal(funds: .nanoFIL(600)) { _ in } == nil)
    #expect(refusal(datacap: 1024) { $0.isVerified = true } == nil)
  }

  @Test("each fault is refused with its reason")
  func faults() {
    let stranger = WalletKey(type: .secp256k1, seed: BLAKE2b.hash256([1])).address
    #expect(refusal(signer: stranger) { _ in } == .signature)
    #expect(refusal { $0.provider = Address(id: 7) } == .provider(Address(id: 7)))
    #expect(refusal { $0.label = .bytes([UInt8](repeating: 0, count: 257)) } == .label(bytes: 257))
    #expect(refusal { $0.pieceSize = 1000 } == .pieceSize(1000))
    let other = CID(sealedCommitment: .zero)
    #expect(refusal { $0.pieceCID = other } == .pieceCID(other))
    #expect(refusal { $0.endEpoch = 140 } == .endBeforeStart)
    #expect(refusal { $0.startEpoch = 99 } == .startInPast(99, now: 100))
    #expect(refusal { $0.endEpoch = 141 } == .duration(1, allowed: NetworkParameters.local.policy.dealDurationBounds))
    let far = 100 + NetworkParameters.local.policy.maxSectorExpirationExtension + 1
    #expect(
      refusal {
        $0.endEpoch = far
        $0.startEpoch = 200
      } == .endTooLate(far))
    #expect(refusal { $0.providerCollateral = .nanoFIL(1) } == .providerCollateral(.nanoFIL(1)))
    #expect(refusal { $0.providerCollateral = .fil(3) } == .providerCollateral(.fil(3)))
    let owed = -TokenAmount.fil(1)
    #expect(refusal { $0.providerCollateral = owed } == .providerCollateral(owed))
    #expect(refusal { $0.clientCollateral = owed } == .clientCollateral(owed))
    #expect(refusal { $0.storagePricePerEpoch = owed } == .price(owed, ask: .nanoFIL(1)))
    #expect(refusal(price: owed) { $0.storagePricePerEpoch = owed } == .price(owed, ask: .zero))
    #expect(refusal { $0.storagePricePerEpoch = .zero } == .price(.zero, ask: .nanoFIL(1)))
    #expect(refusal { $0.pieceSize = 128 } == .pieceSizeOutsideAsk(128, min: 256, max: 2048))
    #expect(refusal(funds: .nanoFIL(599)) { _ in } == .clientFunds(.nanoFIL(599), needed: .nanoFIL(600)))
    #expect(refusal(datacap: 1023) { $0.isVerified = true } == .datacap(1023))
    #expect(refusal { $0.isVerified = true } == .datacap(nil))
  }
}
