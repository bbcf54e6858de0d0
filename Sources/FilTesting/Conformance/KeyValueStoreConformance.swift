public import FilCore
internal import Testing

/// Expects of a store what every key-value store does, whatever is behind it: the same as a dictionary with sorted keys.
///
/// - Parameters:
///   - store: An empty store; some pairs stay in it.
///   - seed: What the changes that are tried follow from.
/// - Throws: What the store throws.
public func checkKeyValueStore(_ store: some KeyValueStore, seed: UInt64 = 1) throws {
  let source = SeededRandom(seed: seed)
  var random = SourceGenerator(source)
  var model: [[UInt8]: [UInt8]] = [:]
  for _ in 0..<100 {
    let changes = (0..<Int.random(in: 0...4, using: &random)).map { _ -> KeyValueChange in
      let key = (0..<Int.random(in: 1...3, using: &random)).map { _ in UInt8.random(in: 0..<3, using: &random) }
      let value = source.bytes(Int.random(in: 0..<4, using: &random))
      return Int.random(in: 0..<3, using: &random) == 0 ? .remove(key) : .set(KeyValuePair(key: key, value: value))
    }
    try store.apply(changes)
    for change in changes {
      if case .set(let pair) = change { model[pair.key] = pair.value } else { model[change.key] = nil }
    }
    for change in changes { #expect(try store.get(change.key) == model[change.key]) }
    let prefix = (0..<Int.random(in: 0...2, using: &random)).map { _ in UInt8.random(in: 0..<3, using: &random) }
    let start = Bool.random(using: &random) ? [UInt8.random(in: 0..<4, using: &random)] : nil
    let limit = Int.random(in: 0...5, using: &random)
    let expected = model.filter { $0.key.starts(with: prefix) && !($0.key.lexicographicallyPrecedes(start ?? [])) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.prefix(limit)
    let found = try store.pairs(withPrefix: prefix, startingAt: start, limit: limit)
    #expect(found == expected.map { KeyValuePair(key: $0.key, value: $0.value) })
  }
  #expect(try store.pairs().count == model.count)
  #expect(try store.get([]) == nil)
  // All or none: the second change is refused, so the first one is not made.
  let absent: [UInt8] = [200]
  #expect(throws: StoreError(.failed, "")) {
    try store.apply([.set(KeyValuePair(key: absent, value: [1])), .remove([UInt8](repeating: 0, count: 512))])
  }
  #expect(try store.get(absent) == nil)
  try checkKeys(of: store)
}

/// Keys have 1 to 511 bytes; others are refused, and have no value.
private func checkKeys(of store: some KeyValueStore) throws {
  let longest = [UInt8](repeating: 255, count: KeyValuePair.maxKeyBytes)
  try store.set(longest, to: [5])
  #expect(try store.get(longest) == [5])
  #expect(try store.pairs(withPrefix: longest) == [KeyValuePair(key: longest, value: [5])])
  for key in [[], longest + [255]] {
    #expect(throws: StoreError(.failed, "")) { try store.set(key, to: [1]) }
    #expect(throws: StoreError(.failed, "")) { try store.remove(key) }
    #expect(try store.get(key) == nil)
  }
  #expect(try store.pairs(withPrefix: longest + [255]).isEmpty)
  try store.remove(longest)
  try store.set([254], to: [])
  #expect(try store.get([254]) == [])
  #expect(try store.pairs(withPrefix: [254, 0]).isEmpty)
}
