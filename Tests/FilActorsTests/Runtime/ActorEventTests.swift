import FilActors
import FilCore
import Testing

@Suite("Actor events", .timeLimit(.minutes(15)))
struct ActorEventTests {
  @Test("the type comes first, then the fields in order, with their flags")
  func entries() {
    let event = ActorEvent(type: "deal-published").indexed("id", UInt64(7)).field("size", UInt64(300))
    #expect(event.entries.map(\.key) == ["$type", "id", "size"])
    #expect(event.entries.map(\.flags) == [3, 3, 1])
    #expect(event.entries.allSatisfy { $0.codec == .cbor })
    #expect(event.entries.map(\.value) == ["deal-published".cbor, [7], [0x19, 0x01, 0x2c]])
  }

  @Test("an entry is a tuple of flags, key, codec and value, and comes back")
  func encoding() throws {
    let event = ActorEvent(type: "a").field("b", CID(codec: .raw, hash: .identity, digest: []))
    #expect(event.entries[0].cbor.hex == "84036524747970651851426161")
    #expect(event.entries[1].cbor.hex == "84016162185148d82a450001550000")
    for entry in event.entries { #expect(try ActorEvent.Entry(cbor: entry.cbor) == entry) }
    #expect(throws: CBORError(.wrongCount, at: 0)) { try ActorEvent.Entry(cbor: [0x83, 3, 0x61, 0x61, 0x18, 0x51]) }
  }
}
