internal import FilCore
internal import FilCrypto

/// One draw of randomness.
func checkRandomness(_ line: JSONValue) throws {
  let base = try line.requireBytes("base")
  let digest = BLAKE2b.hash256(base)
  try expect(digest, equals: try line.requireBytes32("digest"), "digest")
  let epoch: ChainEpoch = try line.requireInteger("epoch")
  let entropy = try line.requireBytes("entropy")
  let tag: Int64 = try line.requireInteger("tag")
  let expected = try line.requireBytes32("randomness")
  let drawn = Randomness.draw(baseDigest: digest, tag: tag, epoch: epoch, entropy: entropy)
  try expect(drawn, equals: expected, "randomness")
  guard let known = RandomnessTag(rawValue: tag) else { return }
  let again = Randomness.draw(base: base, tag: known, epoch: epoch, entropy: entropy)
  try expect(again, equals: expected, "randomness of the base")
}

/// A miner's election proof, ticket and challenge in one round.
func checkTicket(_ line: JSONValue) throws {
  guard let worker = BLSPrivateKey(try line.requireBytes32("workerPrivateKey")) else { throw VectorError("no key") }
  try expect(worker.publicKey.bytes, equals: try line.requireBytes("workerPublicKey"), "public key")
  try checkElectionProof(line, worker)
  try checkTicketProof(line, worker)
  let (beacon, round, miner) = try slot(line)
  let seed = Election.winningPoStSeed(beacon: beacon, round: round, miner: miner)
  try expect(seed, equals: try line.requireBytes32("winningPoStSeed"), "winning PoSt seed")
}

private func slot(_ line: JSONValue) throws -> (beacon: [UInt8], round: ChainEpoch, miner: Address) {
  (try line.requireBytes("beacon"), try line.requireInteger("round"), try line.requireAddress("miner"))
}

private func checkElectionProof(_ line: JSONValue, _ worker: BLSPrivateKey) throws {
  let (beacon, round, miner) = try slot(line)
  let input = Election.proofInput(beacon: beacon, round: round, miner: miner)
  try expect(input, equals: try line.requireBytes32("electionInput"), "election input")
  let proof = VRF.prove(input, with: worker)
  try expect(proof.bytes, equals: try line.requireBytes("electionProof"), "election proof")
  try expect(VRF.isValid(proof, for: input, by: worker.publicKey), equals: true, "election proof verifies")
  let digest = VRF.output(of: proof.bytes)
  try expect(digest, equals: try line.requireBytes32("electionDigest"), "election digest")
  let wins = WinCount.count(
    digest: digest, power: try line.requireBigInt("minerPower"), totalPower: try line.requireBigInt("totalPower"))
  try expect(wins, equals: try line.requireInteger("winCount"), "win count")
}

private func checkTicketProof(_ line: JSONValue, _ worker: BLSPrivateKey) throws {
  let (beacon, round, miner) = try slot(line)
  let parent = Ticket(vrfProof: try line.requireBytes("parentTicket"))
  let input = Election.ticketInput(beacon: beacon, round: round, miner: miner, parentTicket: parent)
  try expect(input, equals: try line.requireBytes32("ticketInput"), "ticket input")
  let early = Election.ticketInput(beacon: beacon, round: round, miner: miner, parentTicket: nil)
  try expect(early, equals: try line.requireBytes32("ticketInputBeforeSmoke"), "ticket input before Smoke")
  let ticket = Ticket(vrfProof: VRF.prove(input, with: worker).bytes)
  try expect(ticket.vrfProof, equals: try line.requireBytes("ticket"), "ticket")
  try expect(ticket.digest < parent.digest, equals: try line.requireBool("lessThanParent"), "less than the parent")
}

/// The wins of one digest.
func checkWinCount(_ line: JSONValue) throws {
  let digest = try line.requireBytes32("digest")
  try expect(VRF.output(of: try line.requireBytes("vrf")), equals: digest, "digest")
  let wins = WinCount.count(
    digest: digest, power: try line.requireBigInt("power"), totalPower: try line.requireBigInt("totalPower"))
  try expect(wins, equals: try line.requireInteger("winCount"), "win count")
}
