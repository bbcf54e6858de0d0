import FilActors
import FilCore
import FilVM
import Testing

@Suite("Messages", .timeLimit(.minutes(15)))
struct MachineTests {
  @Test("a transfer moves money, and no money is lost")
  func transfer() throws {
    let world = try SmallWorld()
    let before = try world.total()
    let result = try world.machine.apply(world.transfer(to: world.poor), size: 100)
    #expect(result.receipt.exitCode == .ok)
    #expect(result.receipt.gasUsed > 0)
    #expect(try world.balance(SmallWorld.poorID) == TokenAmount(atto: 5))
    #expect(try world.total() == before)
    #expect(try world.balance(2) == result.gas.minerTip)
    #expect(try world.balance(99) == result.gas.baseFeeBurn + result.gas.overEstimationBurn)
    #expect(try world.machine.tree.require(SmallWorld.richID).nonce == 1)
  }

  @Test("a message that cannot be admitted changes nothing and costs the miner")
  func admission() throws {
    let world = try SmallWorld()
    let root = try world.machine.flush()
    let stranger = Address(actorCreatedFrom: [9])
    var fromStranger = world.transfer(to: world.poor)
    fromStranger.from = stranger
    var fromSystem = world.transfer(to: world.poor)
    fromSystem.from = .initActor
    var unpaid = world.transfer(to: world.poor)
    unpaid.gasFeeCap = .fil(1)
    let cases: [(Message, ExitCode)] = [
      (world.transfer(to: world.poor, gasLimit: 1), .outOfGas), (fromStranger, .senderInvalid),
      (fromSystem, .senderInvalid), (world.transfer(to: world.poor, nonce: 1), .senderStateInvalid),
      (unpaid, .senderStateInvalid),
    ]
    for (message, exitCode) in cases {
      let result = try world.machine.apply(message, size: 100)
      #expect(result.receipt.exitCode == exitCode)
      #expect(result.receipt.gasUsed == 0)
      #expect(result.gas.minerPenalty > .zero)
    }
    #expect(try world.machine.flush() == root)
  }

  @Test("a message that fails pays its gas and counts, and changes nothing else")
  func failure() throws {
    let cases: [(value: TokenAmount, to: Address, method: MethodNumber, gas: Int64, ExitCode)] = [
      (.fil(2), Address(id: SmallWorld.poorID), 0, 20_000_000, .insufficientFunds),
      (.zero, Address(id: 777), 0, 20_000_000, .invalidReceiver),
      (.zero, Address(actorCreatedFrom: [7]), 0, 20_000_000, .invalidReceiver),
      (.zero, Address(id: SmallWorld.poorID), 99, 20_000_000, .unhandledMessage),
      (TokenAmount(atto: 1), Address(id: SmallWorld.poorID), 0, 700_000, .outOfGas),
    ]
    for (value, to, method, gas, exitCode) in cases {
      let world = try SmallWorld()
      let before = try world.total()
      var message = world.transfer(to: to, value: value, gasLimit: gas)
      message.method = method
      let result = try world.machine.apply(message, size: 100)
      #expect(result.receipt.exitCode == exitCode, "\(result.failure)")
      #expect(result.receipt.gasUsed > 0)
      #expect(try world.balance(SmallWorld.poorID) == .zero)
      #expect(try world.total() == before)
      #expect(try world.machine.tree.require(SmallWorld.richID).nonce == 1)
    }
  }

  @Test("money sent to a key makes an account, to an Ethereum address a placeholder, in the order of arrival")
  func creation() throws {
    let world = try SmallWorld()
    let key = try #require(Address(secp256k1PublicKey: [UInt8](repeating: 4, count: 65)))
    let ethereum = try #require(Address(namespace: 10, subaddress: [UInt8](repeating: 7, count: 20)))
    for (index, to) in [key, ethereum].enumerated() {
      let result = try world.machine.apply(world.transfer(to: to, nonce: UInt64(index)), size: 100)
      #expect(result.receipt.exitCode == .ok, "\(result.failure)")
    }
    let tree = world.machine.tree
    #expect(try tree.resolve(key) == 1000)
    #expect(try tree.resolve(ethereum) == 1001)
    #expect(try tree.state(AccountState.self, of: 1000).address == key)
    #expect(try tree.require(1000).code == world.machine.context.codes[.account])
    #expect(try tree.require(1001).code == world.machine.context.codes[.placeholder])
    #expect(try tree.require(1001).delegatedAddress == ethereum)
    let root = try world.machine.flush()
    #expect(try StateTree(root: root, store: tree.store).require(1001).balance == TokenAmount(atto: 5))
  }

  @Test("a block of the state that cannot be read is no message's fault", arguments: FlakyStore.Fault.allCases)
  func unreadableState(fault: FlakyStore.Fault) throws {
    let store = FlakyStore()
    let world = try SmallWorld(store: store)
    var message = world.transfer(to: world.poor, value: .zero)
    message.method = AccountActor.Method.authenticateMessage
    message.params = AuthenticateMessageParams(signature: [], message: []).cbor
    let refused = try world.machine.applyImplicit(message)
    #expect(refused.receipt.exitCode == .illegalState, "\(refused.failure)")
    store.spoil(try world.machine.tree.require(SmallWorld.poorID).head, fault)
    #expect(throws: VMError(.store, "")) { try world.machine.apply(message, size: 100) }
    #expect(throws: VMError(.store, "")) { try world.machine.applyImplicit(message) }
  }

  @Test("an implicit message pays nothing")
  func implicit() throws {
    let world = try SmallWorld()
    let result = try world.machine.applyImplicit(world.transfer(to: world.poor, nonce: 42))
    #expect(result.receipt.exitCode == .ok)
    #expect(try world.balance(SmallWorld.richID) == .fil(1) - TokenAmount(atto: 5))
    #expect(try world.machine.tree.require(SmallWorld.richID).nonce == 0)
  }
}
