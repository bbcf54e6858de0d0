import Dispatch
import FilCore
import FilProofs
import Testing

@Suite("Storage of sectors", .timeLimit(.minutes(15)))
struct SectorStorageTests {
  static let files: [SectorFile] = [
    .unsealed, .sealed, .layer(1), .layer(2), .treeD, .treeC(part: nil), .treeC(part: 3), .treeRLast(part: nil),
    .treeRLast(part: 0), .auxiliary,
  ]

  @Test("files do not exist before they are written, and are apart from each other", arguments: StorageKind.allCases)
  func filesAreApart(_ kind: StorageKind) throws {
    try kind.with { storage in
      for file in Self.files {
        #expect(try storage.size(of: file) == nil)
        try storage.remove(file)
        #expect(throws: SectorStorageError(.missing, file, "")) { try storage.read(file) }
        #expect(throws: SectorStorageError(.missing, file, "")) { try storage.read(file, at: 0, count: 0) }
      }
      for (index, file) in Self.files.enumerated() { try storage.write([UInt8(index)], to: file, at: 0) }
      for (index, file) in Self.files.enumerated() { #expect(try storage.read(file) == [UInt8(index)]) }
      try storage.remove(.sealed)
      for file in Self.files { #expect(try storage.size(of: file) == (file == .sealed ? nil : 1)) }
    }
  }

  @Test("writes replace, append, and extend with zeros", arguments: StorageKind.allCases)
  func writes(_ kind: StorageKind) throws {
    try kind.with { storage in
      try storage.write([1, 2, 3], to: .sealed, at: 2)
      #expect(try storage.read(.sealed) == [0, 0, 1, 2, 3])
      try storage.write([9, 8], to: .sealed, at: 1)
      #expect(try storage.read(.sealed) == [0, 9, 8, 2, 3])
      try storage.write([7, 6], to: .sealed, at: 4)
      #expect(try storage.read(.sealed) == [0, 9, 8, 2, 7, 6])
      try storage.write([5], to: .sealed, at: 6)
      try storage.write([4], to: .sealed, at: 9)
      #expect(try storage.read(.sealed) == [0, 9, 8, 2, 7, 6, 5, 0, 0, 4])
      try storage.write([], to: .sealed, at: 100)
      #expect(try storage.size(of: .sealed) == 10)
      try storage.write([], to: .auxiliary, at: 100)
      #expect(try storage.size(of: .auxiliary) == 0)
      let large = SealedSample.bytes("large", count: 3 << 20)
      try storage.write(large, to: .treeD, at: 0)
      #expect(try storage.read(.treeD) == large)
      #expect(try storage.read(.treeD, at: 1 << 20, count: 7) == Array(large[1 << 20..<1 << 20 + 7]))
    }
  }

  @Test("reads take exactly what is there", arguments: StorageKind.allCases)
  func reads(_ kind: StorageKind) throws {
    try kind.with { storage in
      try storage.write([1, 2, 3], to: .sealed, at: 0)
      #expect(try storage.read(.sealed, at: 1, count: 2) == [2, 3])
      #expect(try storage.read(.sealed, at: 3, count: 0) == [])
      let beyond: [(offset: UInt64, count: Int)] = [
        (0, 4), (3, 1), (4, 0), (.max, 1), (.max, 0), (0, .max), (1, .max), (0, -1), (1 << 62, .max),
      ]
      for (offset, count) in beyond {
        #expect(throws: SectorStorageError(.outOfRange, .sealed, ""), "\(count) at \(offset)") {
          try storage.read(.sealed, at: offset, count: count)
        }
      }
      for offset in [UInt64.max, UInt64(Int.max)] {
        #expect(throws: SectorStorageError(.outOfRange, .sealed, "")) {
          try storage.write([1], to: .sealed, at: offset)
        }
      }
      #expect(try storage.read(.sealed) == [1, 2, 3])
    }
  }

  @Test("a sector is sealed, proven, unsealed and removed, the same in each", arguments: StorageKind.allCases)
  func lifeOfASector(_ kind: StorageKind) throws {
    let reference = try SealedSample()
    try kind.with { storage in
      let sample = try SealedSample(in: storage)
      #expect(sample.commitments == reference.commitments)
      for file in Self.files where try reference.storage.size(of: file) != nil {
        #expect(try storage.read(file) == reference.storage.read(file), "\(file.name)")
      }
      let scheme = VanillaProofs()
      let proof = try scheme.proveSeal(sample.sealRequest, in: storage)
      #expect(try proof == scheme.proveSeal(reference.sealRequest, in: reference.storage))
      let request = try sample.winningRequest(SHA256.hash([3]))
      #expect(try scheme.verifyWinningPoSt(request.verifyInfo(proof: try scheme.proveWinningPoSt(request))))
      let sealer = SectorSealer(try PoRepParameters(sample.type))
      for file in [SectorFile.unsealed, .layer(1), .layer(2)] { try storage.remove(file) }
      let count = UInt64(sample.data.count)
      #expect(try sealer.unseal(0..<count, replicaID: sample.commitments.replicaID, in: storage) == sample.data)
      for file in Self.files { try storage.remove(file) }
      #expect(throws: SealError(.storage, "")) {
        try sealer.unseal(replicaID: sample.commitments.replicaID, in: storage)
      }
    }
  }

  @Test("many threads write and read", arguments: StorageKind.allCases)
  func threads(_ kind: StorageKind) throws {
    try kind.with { storage in
      DispatchQueue.concurrentPerform(iterations: 32) { index in
        let bytes = [UInt8](repeating: UInt8(index), count: 512)
        do {
          try storage.write(bytes, to: .sealed, at: UInt64(512 * index))
          #expect(try storage.read(.sealed, at: UInt64(512 * index), count: 512) == bytes)
        } catch {
          Issue.record("\(index): \(error)")
        }
      }
      let expected = (0..<32).flatMap { [UInt8](repeating: $0, count: 512) }
      let found = try storage.read(.sealed)
      #expect(found == expected)
    }
  }
}
