internal import FilCore
internal import FilCrypto

extension BlockCheck {
  /// One entry for each epoch after the parents', unless the beacon made no new round.
  func checkBeaconEntries() throws(BlockFailure) {
    let beacon = parameters.beacons.chain(at: header.height)
    let last = round.round(of: header.height, beacon)
    guard last != round.previousBeacon.round else {
      return try require(header.beaconEntries.isEmpty, .beaconEntries, "entries without a new round")
    }
    try require(
      header.beaconEntries.last?.round == last, .beaconEntries,
      "last round \(header.beaconEntries.last.map { "\($0.round)" } ?? "missing"), expected \(last)")
    if beacon.publicKey.scheme == .unchainedG1 { try checkRounds(beacon) }
    try verifyEntries(beacon)
  }

  private func checkRounds(_ beacon: DrandChain) throws(BlockFailure) {
    try require(
      header.beaconEntries.count <= header.height - parents.epoch, .beaconEntries, "more entries than epochs")
    for (index, entry) in header.beaconEntries.enumerated() {
      let expected = round.round(of: parents.epoch + 1 + ChainEpoch(index), beacon)
      try require(entry.round == expected, .beaconEntries, "round \(entry.round), expected \(expected)")
    }
  }

  private func verifyEntries(_ beacon: DrandChain) throws(BlockFailure) {
    var previous = round.previousBeacon
    for entry in header.beaconEntries {
      do {
        try beacon.verify(entry, after: previous)
      } catch {
        throw refusal(.beaconEntries, "\(error)")
      }
      previous = entry
    }
  }
}
