import FilCore
import FilMarket
import FilNet
import Testing

@Suite("What a transfer needs", .timeLimit(.minutes(1)))
struct TransferParamsTests {
  @Test("parameters are written as public clients do, and read again")
  func roundTrip() throws {
    let params = TransferParams(url: "libp2p:///p2p/x", headers: ["B": "q\"\\\u{1}\n", "Authorization": "Basic Ojo="])
    #expect(
      String(decoding: params.json, as: UTF8.self)
        == #"{"URL":"libp2p:///p2p/x","Headers":{"Authorization":"Basic Ojo=","B":"q\"\\\u0001\u000a"}}"#)
    #expect(try TransferParams(json: params.json) == params)
  }

  @Test(
    "what other writers make of it",
    arguments: [
      (#"{"URL":"http://a/b"}"#, TransferParams(url: "http://a/b")),
      (#"{"URL":"http:\/\/a?b=c\u0026d","Headers":null}"#, TransferParams(url: "http://a?b=c&d")),
      (#" {"More": [1, {}], "Headers": {"A": "b"}, "URL": ""} "#, TransferParams(url: "", headers: ["A": "b"])),
    ])
  func otherWriters(json: String, params: TransferParams) throws {
    #expect(try TransferParams(json: Array(json.utf8)) == params)
  }

  @Test(
    "what is refused",
    arguments: [
      "", "null", "[]", "{}", #"{"URL":1}"#, #"{"URL":null}"#, #"{"URL":"a","Headers":[]}"#,
      #"{"URL":"a","Headers":{"A":1}}"#, #"{"URL":"a""#, #"{"URL":"\#(String(repeating: "a", count: 17_000))"}"#,
      String(repeating: "[", count: 16_000),
      #"{"URL":"a","Headers":{"#
        + (0..<33).map { #""\#($0)":"""# }.joined(separator: ",") + "}}",
    ])
  func refused(json: String) {
    #expect(throws: TransferError(.invalidParameters)) { try TransferParams(json: Array(json.utf8)) }
  }

  private static let name = "12D3KooWLRPJAA5o6kpTc8BYyKH4tLNFvWGWqhh2Zt7GkjkQhP4q"

  @Test("URLs of libp2p", arguments: ["", "/ip4/192.0.2.1/tcp/4001", "/dns/example.com/tcp/443/wss"])
  func urls(way: String) throws {
    let key = try PeerID(text: Self.name)
    let url = "libp2p://\(way)/p2p/\(Self.name)"
    let source = try TransferSource(url: url)
    #expect(source.peer == key && source.url == url)
    #expect(try source.address == (way.isEmpty ? nil : Multiaddr(text: way)))
  }

  @Test("URLs that are none")
  func otherURLs() {
    #expect(throws: TransferError(.unsupported)) { try TransferSource(url: "https://example.com/a.car") }
    for url in ["libp2p://", "libp2p:///ip4/192.0.2.1/tcp/4001", "libp2p://nonsense", "libp2p:///p2p/x"] {
      #expect(throws: TransferError(.invalidParameters)) { try TransferSource(url: url) }
    }
  }

  @Test("tokens in header fields", arguments: ["x", "xy", "xyz", "with:colon", "späß"])
  func tokens(text: String) throws {
    let token = try #require(TransferToken(text))
    #expect(TransferToken(authorization: token.authorization) == token)
    #expect(!"\(token)".contains(text))
  }

  @Test("the field's known form")
  func knownField() throws {
    // RFC 7617: user "Aladdin", password "open sesame".
    #expect(TransferToken(authorization: "basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==") == TransferToken("open sesame"))
    #expect(try #require(TransferToken("abc")).authorization == "Basic OmFiYw==")
    for field in ["", "Basic ", "Basic Og==", "Basic OmFiYw", "Basic YWJj", "Basic OmEK", "Digest OmFiYw=="] {
      #expect(TransferToken(authorization: field) == nil, "\(field)")
    }
    #expect(TransferToken("") == nil && TransferToken(String(repeating: "a", count: 513)) == nil)
  }
}
