import FilCore
import FilProofs
import Foundation
import Testing

@Suite("Sectors in directories", .timeLimit(.minutes(15)))
struct DirectorySectorStorageTests {
  @Test("the directory is made by the first write, for its owner alone, and files have their names")
  func directory() throws {
    try StorageKind.withFolder { folder in
      let storage = DirectorySectorStorage(path: folder + "/f01000-7")
      #expect(try storage.size(of: .sealed) == nil)
      #expect(!FileManager.default.fileExists(atPath: storage.path))
      for file in SectorStorageTests.files { try storage.write([1], to: file, at: 0) }
      let names = try FileManager.default.contentsOfDirectory(atPath: storage.path)
      #expect(Set(names) == Set(SectorStorageTests.files.map(\.name)))
      let attributes = try FileManager.default.attributesOfItem(atPath: storage.path)
      #expect(attributes[.posixPermissions] as? Int == 0o700)
      let again = DirectorySectorStorage(path: storage.path)
      #expect(try again.read(.treeC(part: 3)) == [1])
      try FileManager.default.removeItem(atPath: storage.path)
      #expect(throws: SectorStorageError(.missing, .sealed, "")) { try storage.read(.sealed) }
      try storage.write([2], to: .sealed, at: 0)
      #expect(try storage.read(.sealed) == [2])
    }
  }

  @Test("a disk that is not there is an error, not a directory elsewhere")
  func noDisk() throws {
    try StorageKind.withFolder { folder in
      let storage = DirectorySectorStorage(path: folder + "/disk/f01000-7")
      let error = #expect(throws: SectorStorageError(.failed, .unsealed, "")) {
        try storage.write([1], to: .unsealed, at: 0)
      }
      #expect(error?.description.contains("No such file or directory") == true)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.isEmpty)
    }
  }

  @Test("what is no file is an error")
  func noFile() throws {
    try StorageKind.withFolder { folder in
      let storage = DirectorySectorStorage(path: folder)
      try FileManager.default.createDirectory(atPath: folder + "/sealed", withIntermediateDirectories: false)
      #expect(throws: SectorStorageError(.failed, .sealed, "")) { try storage.size(of: .sealed) }
      #expect(throws: SectorStorageError(.failed, .sealed, "")) { try storage.read(.sealed) }
      #expect(throws: SectorStorageError(.failed, .sealed, "")) { try storage.write([1], to: .sealed, at: 0) }
      #expect(throws: SectorStorageError(.failed, .sealed, "")) { try storage.remove(.sealed) }
      try storage.write([1], to: .unsealed, at: 0)
      let inFile = DirectorySectorStorage(path: folder + "/unsealed")
      #expect(throws: SectorStorageError(.failed, .sealed, "")) { try inFile.size(of: .sealed) }
      #expect(throws: SectorStorageError(.failed, .sealed, "")) { try inFile.write([1], to: .sealed, at: 0) }
    }
  }

  @Test("a full disk is an error with the system's words", .enabled(if: FullDisk.exists))
  func fullDisk() throws {
    try StorageKind.withFolder { folder in
      let storage = DirectorySectorStorage(path: folder)
      try FullDisk.put(.layer(1), in: folder)
      let error = #expect(throws: SectorStorageError(.failed, .layer(1), "")) {
        try storage.write([1], to: .layer(1), at: 0)
      }
      #expect(error?.description.contains("No space left on device") == true)
      let sealing = #expect(throws: SealError(.storage, "")) { try SealedSample(in: storage) }
      #expect(sealing?.cause == SectorStorageError(.failed, .layer(1), ""))
    }
  }

  @Test("a damaged auxiliary file of any size costs no memory for its size")
  func hugeAuxiliary() throws {
    try StorageKind.withFolder { folder in
      let storage = DirectorySectorStorage(path: folder)
      let sample = try SealedSample(in: storage)
      try storage.write([0], to: .auxiliary, at: 1 << 40)
      try storage.write([UInt8](repeating: 0xff, count: 64), to: .auxiliary, at: 0)
      let request = try sample.winningRequest(.zero)
      #expect(throws: SealError.self) { try VanillaProofs().proveWinningPoSt(request) }
      #expect(try VanillaProofs().unprovableSectors(request) == [7])
    }
  }
}

/// The device of Linux that is always full.
enum FullDisk {
  static let exists = FileManager.default.fileExists(atPath: "/dev/full")

  /// Puts a file of a sector on it.
  static func put(_ file: SectorFile, in folder: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(folder)/\(file.name)", withDestinationPath: "/dev/full")
  }
}
