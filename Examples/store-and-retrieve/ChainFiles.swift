import FilNode
import Foundation

/// The files that the chain is written to.
struct ChainFiles: Sendable {
  let path: String

  init(path: String) throws { self.path = path }

  func write(_ network: LocalNetwork) throws {}
}
