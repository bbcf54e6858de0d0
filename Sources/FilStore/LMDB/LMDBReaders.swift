internal import CLMDB
internal import Synchronization

/// Reading transactions that are used again and again: each keeps its place in LMDB's table of readers, so that most reads
/// begin without the lock that processes share.
final class LMDBReaders: Sendable {
  /// A transaction that is reset: it sees nothing and holds nothing but its place.
  private struct Idle: @unchecked Sendable {
    // Reading transactions of an environment with MDB_NOTLS belong to no thread; who takes one from the list has it alone.
    let transaction: OpaquePointer
  }

  // See LMDBEnvironment, which owns it and outlives this.
  private nonisolated(unsafe) let environment: OpaquePointer
  private let idle = Mutex<[Idle]>([])

  init(of environment: OpaquePointer) {
    self.environment = environment
  }

  /// A transaction that sees the newest state; it goes back by `end`.
  func begin() throws(LMDBError) -> OpaquePointer {
    guard let known = idle.withLock({ $0.popLast() })?.transaction else { return try make() }
    let status = mdb_txn_renew(known)
    if status != 0 {
      mdb_txn_abort(known)
      throw LMDBError(status: status)
    }
    return known
  }

  private func make() throws(LMDBError) -> OpaquePointer {
    var made: OpaquePointer?
    var status = mdb_txn_begin(environment, nil, UInt32(MDB_RDONLY), &made)
    if status == MDB_READERS_FULL {
      // Places of processes that were killed.
      mdb_reader_check(environment, nil)
      status = mdb_txn_begin(environment, nil, UInt32(MDB_RDONLY), &made)
    }
    guard status == 0, let made else { throw LMDBError(status: status) }
    return made
  }

  /// Takes back a transaction.
  func end(_ transaction: OpaquePointer) {
    mdb_txn_reset(transaction)
    let reader = Idle(transaction: transaction)
    idle.withLock { $0.append(reader) }
  }

  /// Ends all transactions for good; none is in use.
  func close() {
    idle.withLock { list in
      for reader in list { mdb_txn_abort(reader.transaction) }
      list = []
    }
  }
}
