package import Disk
import Language

#if canImport(Glibc)
  package import Glibc
#elseif canImport(Musl)
  package import Musl
#endif

extension Files {
  /// Writes a file whole or not at all.
  package static func write(
    _ bytes: [UInt8], to path: String, over expected: FileWriter.Precondition, mode: mode_t = 0o666
  ) throws(Problem) {
    try checkWriting()
    if path.isEmpty { throw Problem(say("the file name is empty"), help: say("name a file")) }
    do throws(DiskFault) {
      try FileWriter.write(bytes, to: path, over: expected, mode: mode)
    } catch {
      throw problem(error, path)
    }
  }

  package static func write(
    _ text: String, to path: String, over expected: FileWriter.Precondition
  ) throws(Problem) {
    try write(Array(text.utf8), to: path, over: expected)
  }

  /// Creates a directory and those above it, readable by their owner only.
  static func makeDirectory(_ path: String) throws(Problem) {
    try checkWriting()
    do throws(DiskFault) { try Folder(path).make() } catch { throw problem(error, path) }
  }

  /// What a fault means to people, and what they can do.
  static func problem(_ fault: DiskFault, _ path: String) -> Problem {
    switch fault {
    case .exists: Problem(say("\(path) exists"), help: say("add --force to overwrite it"))
    case .changed:
      Problem(say("\(path) has changed on disk since it was loaded"), help: say("add --force to overwrite it"))
    case .hasOtherNames:
      Problem(
        say("the file has other names (hard links), which would keep the old text"), help: say("name another file"))
    case .leadsNowhere:
      Problem(say("this symbolic link is broken: its target does not exist"), help: say("name another file"))
    case .leadsElsewhere(let target):
      Problem(say("this is a symbolic link to a different kind of file: \(target)"), help: say("name another file"))
    case .notRegular: Problem(say("this is not a regular file"))
    case .notOwn: reason(EACCES, path)
    case .foreign:
      Problem(say("this is not a dropcast log"), help: say("dropcast appends only to its own logs: name another file"))
    case .inUse: Problem(say("another program is writing this file"), help: say("try it again"))
    case .system(let code): reason(code, path)
    }
  }
}

extension Invocation {
  /// What may stand where the command writes.
  var overwriting: FileWriter.Precondition { has("force") ? .anything : .nothing }
}
