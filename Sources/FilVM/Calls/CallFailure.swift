internal import FilActors

/// Why a call comes to no exit code of its own.
enum CallFailure: Error {
  /// The gas is used up.
  case outOfGas
  /// The machine refuses.
  case refused(SyscallError)
  /// The machine cannot go on.
  case fatal(VMError)
}
