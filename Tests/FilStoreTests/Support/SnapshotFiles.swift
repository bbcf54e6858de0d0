import FilCore
import FilStore

/// Snapshot files with made-up blocks, in every layout.
struct SnapshotFiles {
  let blocks: [Block]
  let root: Block

  init(count: UInt64) {
    let leaves = (0..<count).map { Block(dagCBOR: [UInt64](repeating: $0, count: 30).cbor) }
    root = Block(dagCBOR: leaves.map(\.cid).cbor)
    blocks = [root] + leaves
  }

  var car: [UInt8] {
    get throws {
      var writer = try CARWriter(roots: [root.cid], to: ArraySink())
      for block in blocks { try writer.write(block) }
      return writer.sink.bytes
    }
  }

  private static func bytes(_ value: UInt64, _ count: Int = 8) -> [UInt8] {
    (0..<UInt64(count)).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// A CAR of version 2 around `car`, with padding and something that stands for an index.
  var carVersion2: [UInt8] {
    get throws {
      let data = try car
      let pragma: [UInt8] = [0x0a, 0xa1, 0x67] + Array("version".utf8) + [0x02]
      let end = UInt64(60 + data.count)
      let header = [UInt8](repeating: 0, count: 16) + Self.bytes(60) + Self.bytes(UInt64(data.count)) + Self.bytes(end)
      return pragma + header + [UInt8](repeating: 0, count: 9) + data + [1, 2, 3]
    }
  }

  /// Forest's layout: the header and every few blocks in zstd frames of their own, then the index and where it begins.
  var forest: [UInt8] {
    get throws { try forest { $0 } }
  }

  /// Forest's layout with an index whose frames are others.
  func forest(leadingTo frame: (UInt64) -> UInt64) throws -> [UInt8] {
    var output = try Zstd.compress(try CARWriter(roots: [root.cid], to: ArraySink()).sink.bytes)
    var slots: [(hash: UInt64, frame: UInt64)] = []
    for start in stride(from: 0, to: blocks.count, by: 7) {
      var content: [UInt8] = []
      for block in blocks[start..<min(start + 7, blocks.count)] {
        let cid = block.cid.bytes
        content += Varint.encode(UInt64(cid.count + block.bytes.count)) + cid + block.bytes
        slots.append((Self.forestHash(block.cid), frame(UInt64(output.count))))
      }
      output += try Zstd.compress(content)
    }
    let index = Self.forestIndex(slots)
    let start = UInt64(output.count + 8)
    output += [0x50, 0x2a, 0x4d, 0x18] + Self.bytes(UInt64(index.count), 4) + index
    return output + [0x50, 0x2a, 0x4d, 0x18, 8, 0, 0, 0] + Self.bytes(start)
  }

  private static func forestHash(_ cid: CID) -> UInt64 {
    var hash = cid.codec.rawValue ^ cid.hash.rawValue
    for (number, byte) in cid.digest.enumerated() { hash ^= UInt64(byte) << (UInt64(number % 8) * 8) }
    return hash == 0 ? 0 : hash - 1
  }

  /// The table: every entry at or after the slot that its hash wants, sorted, as many buckets as entries.
  private static func forestIndex(_ entries: [(hash: UInt64, frame: UInt64)]) -> [UInt8] {
    let buckets = UInt64(entries.count)
    var table: [UInt8] = []
    var slot: UInt64 = 0
    var longest: UInt64 = 0
    for entry in entries.sorted(by: { $0.hash < $1.hash }) {
      let wanted = entry.hash.multipliedFullWidth(by: buckets).high
      while slot < wanted {
        table += [UInt8](repeating: 0xff, count: 16)
        slot += 1
      }
      longest = max(longest, slot - wanted)
      table += bytes(entry.hash) + bytes(entry.frame)
      slot += 1
    }
    while slot <= buckets {
      table += [UInt8](repeating: 0xff, count: 16)
      slot += 1
    }
    return bytes(0xdead_bef0) + bytes(longest) + bytes(0) + bytes(buckets) + table + [UInt8](repeating: 0xff, count: 16)
  }
}
