internal import FilCore

/// Sets of numbers by the epochs at which something is to be done with them.
struct BitFieldQueue<Store: Blockstore> {
  private var array: StateArray<BitField, Store>
  private let quantization: Quantization

  init(root: CID, store: Store, _ quantization: Quantization) throws(ActorError) {
    array = try StateArray(root: root, store: store)
    self.quantization = quantization
  }

  /// How many epochs have an entry.
  var count: UInt64 { array.count }

  /// Adds numbers to the entry of an epoch, which is moved up to the next quantum.
  mutating func add(_ numbers: BitField, at epoch: ChainEpoch) throws(ActorError) {
    guard !numbers.isEmpty else { return }
    let key = try UInt64(exactly: quantization.up(epoch)).orAbort(.illegalState, "negative queue epoch")
    let present = try array.get(key) ?? BitField()
    try array.set(key, to: present.union(numbers))
  }

  /// Adds pairs of an epoch and a number.
  mutating func add(_ pairs: [(epoch: ChainEpoch, number: UInt64)]) throws(ActorError) {
    let grouped = Dictionary(grouping: pairs) { quantization.up($0.epoch) }
    for (epoch, group) in grouped.sorted(by: { $0.key < $1.key }) {
      try add(try .of(group.map(\.number)), at: epoch)
    }
  }

  /// Takes out all entries up to and with an epoch; whether there were any.
  mutating func pop(until epoch: ChainEpoch) throws(ActorError) -> (numbers: BitField, modified: Bool) {
    var keys: [UInt64] = []
    var fields: [BitField] = []
    try array.scan { (key, field) throws(ActorError) in
      guard Int64(bitPattern: key) <= epoch else { return false }
      keys.append(key)
      fields.append(field)
      return true
    }
    try array.delete(all: keys)
    return (.union(fields), !keys.isEmpty)
  }

  /// Takes numbers out, at most `limit` of them, with their epochs.
  mutating func take(atMost limit: UInt64) throws(ActorError) -> [(epoch: ChainEpoch, numbers: BitField)] {
    var taken: [(epoch: ChainEpoch, numbers: BitField)] = []
    var finished: [UInt64] = []
    var rest: (key: UInt64, numbers: BitField)?
    var left = limit
    try array.scan { (key, field) throws(ActorError) in
      let part = field.count > left ? field.slice(from: 0, count: left) ?? field : field
      taken.append((Int64(bitPattern: key), part))
      left -= part.count
      if part.count == field.count { finished.append(key) } else { rest = (key, field.subtracting(part)) }
      return left > 0
    }
    try array.delete(all: finished)
    if let rest { try array.set(rest.key, to: rest.numbers) }
    return taken
  }

  mutating func flush() throws(ActorError) -> CID {
    try array.flush()
  }
}
