/// How strictly CBOR is read.
///
/// Both profiles want minimal lengths and integers, no other tag than that of links, and nothing indefinite; both check
/// every length against what is left of the input.
public enum CBORProfile: Hashable, Sendable {
  /// The data of the chain: canonical DAG-CBOR, so that what was read encodes to the same bytes.
  case strict
  /// The messages of the markets, and blocks of the first network versions: the keys of a map in any order, though none
  /// twice where it is read by `CBORFields`, and text that need not be UTF-8, as that of a peer's raw identity.
  ///
  /// What was read may encode to other bytes; check signatures over those that came.
  case lenient
}
