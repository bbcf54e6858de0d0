internal import CFilKernels

/// A part of a byte array that shares the array's storage: keys and values in the nodes of a collection are parts of the
/// block that the node was read from.
struct ByteView: Sendable {
  private let storage: [UInt8]
  private let start: Int
  private let end: Int

  /// All of an array.
  init(_ bytes: [UInt8]) {
    storage = bytes
    start = 0
    end = bytes.count
  }

  /// The bytes of `array` at a range of its indices.
  init(of array: [UInt8], _ range: Range<Int>) {
    storage = array
    start = range.lowerBound
    end = range.upperBound
  }

  var count: Int { end - start }

  /// The bytes as a part of an array.
  var slice: ArraySlice<UInt8> { storage[start..<end] }

  /// The bytes as an array of their own; no copy if they are all of one.
  var bytes: [UInt8] {
    start == 0 && end == storage.count ? storage : Array(storage[start..<end])
  }

  func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
    storage.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
  }

  /// Below, equal to or above 0 as this stands before, with or after `other`.
  private func order(_ other: ByteView) -> Int32 {
    withUnsafeBytes { left in
      other.withUnsafeBytes { right in
        fil_bytes_compare(
          left.baseAddress?.assumingMemoryBound(to: UInt8.self), left.count,
          right.baseAddress?.assumingMemoryBound(to: UInt8.self), right.count)
      }
    }
  }
}

extension ByteView: Comparable {
  static func == (left: ByteView, right: ByteView) -> Bool {
    left.count == right.count && left.order(right) == 0
  }

  static func < (left: ByteView, right: ByteView) -> Bool {
    left.order(right) < 0
  }
}
