internal import FilCore
internal import FilCrypto

/// The tables of e^-x, of the expected number of wins and of its distribution: one file a case.
extension ConsensusVectors {
  func checkGolden(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    if let table = try folder.data("TestExpFunction.golden") {
      run.check("TestExpFunction.golden") { try checkExponential(text(table)) }
    }
    try checkAll("TestLambdaFunction", in: folder, &run, checkRate)
    try checkAll("TestPoissonFunction", in: folder, &run, checkTail)
  }

  private func checkAll(
    _ name: String, in folder: VectorFolder, _ run: inout VectorRun,
    _ body: (_ file: String, _ lines: [Substring]) throws -> Void
  ) throws {
    let files = folder.folder(name)
    for file in files.names {
      run.check("\(name)/\(file)") { try body(file, text(try files.data(file) ?? [])) }
    }
  }

  private func text(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }

  private func checkExponential(_ lines: [Substring]) throws {
    for line in lines.dropFirst() {
      let values = line.split(separator: ",").compactMap { BigInt(String($0)) }
      guard values.count == 2 else { throw VectorError("a line of the table") }
      try expect(FixedPoint.exponentialOfNegative(values[0]), equals: values[1], "e^-\(values[0])")
    }
  }

  /// The name is "power-total".
  private func checkRate(_ file: String, _ lines: [Substring]) throws {
    let numbers = try integers(of: file, count: 2)
    let rate = WinCount.rate(
      power: numbers[0], totalPower: numbers[1], expectedLeaders: WinCount.expectedLeaders)
    try expect([rate], equals: lines.compactMap { BigInt(String($0)) }, "rate")
  }

  /// The name is "lam-base-shift": the rate is base / 2^shift.
  private func checkTail(_ file: String, _ lines: [Substring]) throws {
    let numbers = try integers(of: String(file.dropFirst(4)), count: 2)
    guard let shift = Int64(numbers[1]), (0...256).contains(shift) else { throw VectorError("a shift") }
    let expected = lines.dropFirst().compactMap { BigInt(String($0)) }
    let tail = PoissonTail(rate: numbers[0] << (FixedPoint.places - Int(shift)))
    try expect(Array(tail.prefix(expected.count)), equals: expected, "tail")
  }

  private func integers(of file: String, count: Int) throws -> [BigInt] {
    let numbers = file.split(separator: ".")[0].split(separator: "-").compactMap { BigInt(String($0)) }
    guard numbers.count == count else { throw VectorError("a name that tells no numbers") }
    return numbers
  }
}
