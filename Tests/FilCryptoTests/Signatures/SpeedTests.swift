import FilCore
import FilCrypto
import Testing

/// What an unoptimised build must hold, because users run their tests in one.
@Suite("Speed", .timeLimit(.minutes(15)), .serialized)
struct SpeedTests {
  private let limit = Duration.milliseconds(40)

  @Test("a BLS signature, its verification and a VRF each stay below the limit")
  func bls() throws {
    let key = try #require(BLSPrivateKey(derivedFrom: [UInt8](repeating: 7, count: 32)))
    let input = Bytes32(fillingWith: { $0[0] = 1 })
    let publicKey = key.publicKey
    let signature = key.sign(input.bytes)
    #expect(signature.isValid(for: input.bytes, by: publicKey))
    let times = [
      ("sign", best { _ = key.sign(input.bytes) }),
      ("verify", best { _ = signature.isValid(for: input.bytes, by: publicKey) }),
      ("decode and verify", best { _ = try? BLSSignature(signature.bytes).isValid(for: input.bytes, by: publicKey) }),
      ("VRF", best { _ = VRF.prove(input, with: key) }),
    ]
    for (what, time) in times {
      print("\(what): \(time)")
      #expect(time < limit, "\(what)")
    }
  }

  /// The shortest of several runs: others may use the machine too.
  private func best(_ body: () -> Void) -> Duration {
    (0..<8).map { _ in ContinuousClock().measure(body) }.min() ?? .zero
  }
}
