import FilCore

/// A sink on a disk that has room for so many bytes.
struct FullDisk: ByteSink {
  var room: Int

  mutating func write(_ bytes: [UInt8]) throws(StoreError) {
    guard bytes.count <= room else { throw StoreError(.full, "the disk") }
    room -= bytes.count
  }
}
