package import FilCore

extension MinerState {
  /// Has all sectors count as proven; only a genesis does this, whose sectors have power from the first epoch on.
  ///
  /// - Throws: `ActorError` if the state is damaged.
  package mutating func eraseUnproven(in store: some Blockstore) throws(ActorError) {
    var deadlines = try loadDeadlines(in: store)
    for index in deadlines.due.indices {
      var deadline = try deadlines.load(UInt64(index), in: store)
      let partitions = try StateArray<Partition, _>(root: deadline.partitions, store: store)
      var changed = partitions
      try partitions.forEach { (number, partition) throws(ActorError) in
        var proven = partition
        _ = proven.activateUnproven()
        try changed.set(number, to: proven)
      }
      deadline.partitions = try changed.flush()
      try deadlines.update(UInt64(index), to: deadline, in: store)
    }
    self.deadlines = try store.save(deadlines)
  }
}
