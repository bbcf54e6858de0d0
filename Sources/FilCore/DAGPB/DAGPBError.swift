/// Why bytes are no dag-pb node, or the message inside one is none of UnixFS.
public enum DAGPBError: Error, Hashable, Sendable {
  /// The bytes end inside a field.
  case truncated
  /// A field's number or integer is no minimal varint.
  case invalidVarint(VarintError)
  /// A field that the message does not have, or of another type.
  case unexpectedField(number: UInt64, wireType: UInt8)
  /// A field that stands twice or not in the canonical order.
  case disordered(field: UInt64)
  /// A link without a CID, or a message without its type.
  case missingField(UInt64)
  /// The bytes of a link are no CID.
  case invalidCID(CIDError)
  /// A value of the data model that is no node; what is wrong with it, for people.
  case invalidForm(String)
  /// A name is not UTF-8.
  case invalidText
}
