// Started by the tests of FilStore: writes to a store until it is killed, or refused.
// usage: StoreWriter write FOLDER FIRST-NUMBER, StoreWriter limited FOLDER fileSize|memory BYTES
import Foundation

do {
  switch CommandLine.arguments.dropFirst().first {
  case "write" where CommandLine.arguments.count == 4:
    try StoreWriter.write(to: CommandLine.arguments[2], from: UInt64(CommandLine.arguments[3]) ?? 0)
  case "limited" where CommandLine.arguments.count == 5:
    guard let resource = Resource(rawValue: CommandLine.arguments[3]), let limit = UInt64(CommandLine.arguments[4])
    else { exit(2) }
    try StoreWriter.write(to: CommandLine.arguments[2], until: resource, exceeds: limit)
  default: exit(2)
  }
  WriterReport.done.send()
} catch {
  WriterReport.failed("\(error)").send()
  exit(1)
}
