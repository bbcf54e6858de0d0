import Foundation

/// What the system can keep a process from having too much of.
enum Resource: String {
  /// The length of files, as on a disk that is full.
  case fileSize
  /// Address space, beyond what the process has.
  case memory

  /// Limits this process; `nil` for no limit.
  func limit(to bytes: UInt64?) throws {
    #if os(Linux)
      let kind = __rlimit_resource_t((self == .fileSize ? RLIMIT_FSIZE : RLIMIT_AS).rawValue)
    #else
      let kind = self == .fileSize ? RLIMIT_FSIZE : RLIMIT_AS
    #endif
    var limits = rlimit()
    guard getrlimit(kind, &limits) == 0 else { throw Refusal() }
    let used = self == .memory && bytes != nil ? try Resource.memoryInUse() : 0
    limits.rlim_cur = bytes.map { rlim_t(used + $0) } ?? limits.rlim_max
    guard setrlimit(kind, &limits) == 0 else { throw Refusal() }
  }

  /// The address space that this process has, in bytes.
  private static func memoryInUse() throws -> UInt64 {
    let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).prefix { $0 != " " }
    return (UInt64(pages) ?? 0) * UInt64(sysconf(Int32(_SC_PAGESIZE)))
  }

  /// The system does not set the limit.
  struct Refusal: Error {}
}
