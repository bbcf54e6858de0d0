// What a program that embeds Filecoin looks like: no daemon, no configuration, every effect in plain sight.
// usage: swift run Embedding FILE
import FilCore
import FilCrypto
import FilProofs
import FilStore
import Foundation

let path = CommandLine.arguments.dropFirst().first ?? #filePath
let folder = FileManager.default.temporaryDirectory.appendingPathComponent("embedding-\(UUID())").path
try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(atPath: folder) }

// A file becomes blocks in a durable store, and the blocks an archive.
let store = try LMDBBlockstore(path: folder + "/blocks")
let root = try UnixFSImporter(store: store).file(FileSource(path: path)).cid
let car = try FileSink(path: folder + "/file.car")
var writer = try CARWriter(roots: [root], to: car)
try writer.write(DAGWalk(from: [root], in: store))
try car.finish()
print("root     \(root)")

// The archive is what a storage deal is about: its piece commitment.
var archive = try FileSource(path: folder + "/file.car")
var hasher = PieceHasher()
while case let bytes = try archive.next(limit: 1 << 20), !bytes.isEmpty { hasher.update(bytes) }
print("piece    \(hasher.finish())")

// A key signs a message, and anyone verifies it.
let seed = Bytes32 { (bytes: UnsafeMutableRawBufferPointer) in
  for index in bytes.indices { bytes[index] = UInt8.random(in: 0...255) }
}
let wallet = MemoryWallet([WalletKey(type: .bls, seed: seed)])
let sender = wallet.addresses[0]
let message = Message(to: Address(id: 1_000), from: sender, value: .fil(1))
let signed = try wallet.sign(message, by: sender, ethereumChainID: 314)
try SignatureVerifier(ethereumChainID: 314).verify(signed, by: sender)
print("message  \(signed.cid) from \(sender)")

// State as the chain keeps it: a map whose root names all of it.
var files = HAMTMap<[UInt8], CID, LMDBBlockstore>(store: store)
try files.set(Array(path.utf8), to: root)
let map = try files.flush()
let found = try HAMTMap<[UInt8], CID, LMDBBlockstore>(root: map, store: store).get(Array(path.utf8))
guard found == root else { fatalError("the map lost its entry") }
print("map      \(map)")
