// A test that imports FilTesting has a whole network, and the values that it speaks of. README and FilTesting.docc
// name these modules too.
@_exported public import FilActors
@_exported public import FilChain
@_exported public import FilCore
@_exported public import FilMarket
@_exported public import FilNode
@_exported public import FilRetrieval
@_exported public import FilVM
