internal import CFilKernels

/// The encoding of data with the labels of the last layer: addition in the field, node by node.
enum ReplicaEncoding {
  /// Data plus key; `nil` if a node is no field element.
  static func encode(_ data: [UInt8], key: [UInt8]) -> [UInt8]? {
    combine(data, key) { fil_fr_bytes_add($0, $1, $2, $3) }
  }

  /// Replica minus key; `nil` if a node is no field element.
  static func decode(_ replica: [UInt8], key: [UInt8]) -> [UInt8]? {
    combine(replica, key) { fil_fr_bytes_sub($0, $1, $2, $3) }
  }

  private typealias Kernel = (
    UnsafeMutablePointer<UInt8>?, UnsafePointer<UInt8>?, UnsafePointer<UInt8>?, Int
  ) -> Int

  private static func combine(_ left: [UInt8], _ right: [UInt8], _ kernel: Kernel) -> [UInt8]? {
    guard left.count == right.count, left.count.isMultiple(of: 32) else { return nil }
    var done = 0
    let result = [UInt8](unsafeUninitializedCapacity: left.count) { out, written in
      left.withUnsafeBufferPointer { left in
        right.withUnsafeBufferPointer { right in
          done = kernel(out.baseAddress, left.baseAddress, right.baseAddress, left.count / 32)
        }
      }
      written = 32 * done
    }
    return 32 * done == left.count ? result : nil
  }
}
