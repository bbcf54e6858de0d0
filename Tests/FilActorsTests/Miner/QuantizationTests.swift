import FilCore
import Testing

@testable import FilActors

@Suite("Quantization", .timeLimit(.minutes(15)))
struct QuantizationTests {
  /// The first epoch from `epoch` on in the direction of `step` that is `offset` modulo `unit`, by trying each.
  private static func search(_ epoch: ChainEpoch, _ quantization: Quantization, step: ChainEpoch) -> ChainEpoch {
    var epoch = epoch
    while (epoch - quantization.offset) % quantization.unit != 0 { epoch += step }
    return epoch
  }

  @Test("epochs move to the next multiple in either direction", arguments: 1...12 as ClosedRange<ChainEpoch>)
  func exhaustive(unit: ChainEpoch) {
    for offset in -30...30 as ClosedRange<ChainEpoch> {
      let quantization = Quantization(unit: unit, offset: offset)
      let wrong = (-60...60).filter { epoch in
        quantization.up(epoch) != Self.search(epoch, quantization, step: 1)
          || quantization.down(epoch) != Self.search(epoch, quantization, step: -1)
      }
      #expect(wrong.isEmpty, "offset \(offset)")
    }
  }

  @Test("without quantization epochs stay")
  func none() {
    for epoch in [-5, 0, 1, 1_000_000] as [ChainEpoch] {
      #expect(Quantization.none.up(epoch) == epoch && Quantization.none.down(epoch) == epoch)
    }
  }
}
