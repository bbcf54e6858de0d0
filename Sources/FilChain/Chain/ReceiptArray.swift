public import FilCore

/// The array of a tipset's receipts, which blocks name by its root; it is of the form without a bit width.
public enum ReceiptArray {
  /// Stores receipts.
  ///
  /// - Parameters:
  ///   - receipts: The receipts, in the order in which the messages were executed.
  ///   - store: Where the array goes.
  /// - Returns: The root.
  /// - Throws: ``ChainError`` if the store fails.
  public static func store(_ receipts: [Receipt], in store: some Blockstore) throws(ChainError) -> CID {
    var array = AMT(receipts, store: store, configuration: .legacy)
    return try chainResult(.store, "receipts") { () throws(CollectionError) in try array.flush() }
  }

  /// Reads receipts.
  ///
  /// - Parameters:
  ///   - root: The root of their array.
  ///   - store: Where the array is.
  /// - Returns: The receipts in order.
  /// - Throws: ``ChainError`` if the array cannot be read or leaves out indices.
  public static func load(_ root: CID, from store: some Blockstore) throws(ChainError) -> [Receipt] {
    try ChainArray.load(Receipt.self, root, limit: ChainArray.maxReceipts, from: store)
  }
}
