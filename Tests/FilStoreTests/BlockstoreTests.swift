import FilCore
import FilStore
import FilTesting
import Testing

@Suite("Stores of every kind", .timeLimit(.minutes(15)))
struct BlockstoreTests {
  @Test("memory")
  func memory() throws {
    try checkBlockstore(MemoryBlockstore())
    try checkKeyValueStore(MemoryKeyValueStore(), seed: 1)
  }

  @Test("buffered")
  func buffered() throws {
    try checkBlockstore(BufferedBlockstore(over: MemoryBlockstore()))
  }

  @Test("caching, recording, and of no particular type")
  func composed() throws {
    try checkBlockstore(CachingBlockstore(over: MemoryBlockstore()))
    try checkBlockstore(CachingBlockstore(over: MemoryBlockstore(), byteLimit: 200))
    try checkBlockstore(RecordingBlockstore(over: MemoryBlockstore()))
    try checkBlockstore(AnyBlockstore(RecordingBlockstore(over: CachingBlockstore(over: MemoryBlockstore()))))
  }

  @Test("LMDB", arguments: [1 << 16, 1 << 24])
  func lmdb(initialMapBytes: Int) throws {
    let folder = try TemporaryFolder()
    let options = LMDBOptions(initialMapBytes: initialMapBytes)
    let store = try LMDBBlockstore(path: folder.file("store"), options: options)
    try checkBlockstore(store)
    try checkKeyValueStore(store.table("values"), seed: 2)
    try checkBlockstore(BufferedBlockstore(over: LMDBBlockstore(path: folder.file("other"), options: options)))
  }
}
