internal import FilCore

/// Messages and block headers: their CBOR and their CIDs.
public struct SerializationVectors: VectorKind {
  /// The folder's name.
  public let name = "serialization"

  /// The kind.
  public init() {}

  /// Runs the files of the folder.
  ///
  /// - Throws: An error if a file cannot be read at all.
  public func run(_ folder: VectorFolder, _ run: inout VectorRun) throws {
    try run.checkEntries(of: "block_headers.json", in: folder, checkHeader)
    try run.checkEntries(of: "unsigned_messages.json", in: folder, checkMessage)
    try run.checkEntries(of: "message_signing.json", in: folder, checkSigning)
  }

  private func checkHeader(_ vector: JSONValue) throws {
    let header = try vector.require("block").blockHeader()
    let bytes = try vector.requireBytes("cbor_hex")
    try expect(header.cbor, equals: bytes, "CBOR")
    try expect(header.cid.description, equals: try vector.requireString("cid"), "CID")
    try expect(try BlockHeader(cbor: bytes), equals: header, "decoded header")
  }

  private func checkMessage(_ vector: JSONValue) throws {
    let message = try vector.require("message").message()
    let bytes = try vector.requireBytes("hex_cbor")
    try expect(message.cbor, equals: bytes, "CBOR")
    try expect(try Message(cbor: bytes), equals: message, "decoded message")
  }

  private func checkSigning(_ vector: JSONValue) throws {
    let message = try vector.require("Unsigned").message()
    try expect(message.cid.description, equals: try vector.requireString("Cid"), "CID")
    try expect(message.cid.bytes, equals: try vector.requireBytes("CidHexBytes"), "CID's bytes")
  }
}
