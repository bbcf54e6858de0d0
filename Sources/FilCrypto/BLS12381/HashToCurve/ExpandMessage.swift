internal import FilCore

/// Uniform bytes from a message and a domain separation tag: `expand_message_xmd` of RFC 9380 with SHA-256.
///
/// - Parameters:
///   - message: What is hashed.
///   - domain: The domain separation tag; one longer than 255 bytes is hashed first, as the standard says.
///   - count: How many bytes, at most 8160.
/// - Returns: `count` bytes.
func expandMessage(_ message: [UInt8], domain: [UInt8], count: Int) -> [UInt8] {
  precondition(count <= 255 * Bytes32.count, "expand_message_xmd gives at most 8160 bytes")
  let tag = domain.count <= 255 ? domain : SHA256.hash(Array("H2C-OVERSIZE-DST-".utf8) + domain).bytes
  let suffix = tag + [UInt8(tag.count)]
  let length = [UInt8(count >> 8), UInt8(count & 255)]
  let seed = SHA256.hash([UInt8](repeating: 0, count: 64) + message + length + [0] + suffix)
  var output: [UInt8] = []
  var block = Bytes32.zero
  var counter: UInt8 = 1
  while output.count < count {
    block = SHA256.hash(zip(seed.bytes, block.bytes).map { $0 ^ $1 } + [counter] + suffix)
    output += block.bytes
    counter &+= 1
  }
  return Array(output.prefix(count))
}
