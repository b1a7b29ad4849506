import Language

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Files {
  /// The folder, without links, that files are read below; nothing is written meanwhile. Nil where the operator is at work,
  /// who names the files.
  @TaskLocal static var confinement: String?

  /// Does some work that another program has asked for: it reads files below the folder, and writes none.
  static func confined<Result>(to folder: String, _ work: () -> Result) -> Result {
    $confinement.withValue(folder, operation: work)
  }

  /// What is wrong with reading the file behind a descriptor. The file is asked that was opened: whatever took its place by
  /// now, or was a link on the way, cannot change the answer.
  static func confinementProblem(of descriptor: Int32) -> Problem? {
    guard let confinement else { return nil }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/fd/\(descriptor)", &buffer, buffer.count - 1)
    let path = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return isPath(path, below: confinement) ? nil : outside
  }

  static func isPath(_ path: String, below folder: String) -> Bool {
    path.hasPrefix(folder == "/" ? folder : folder + "/")
  }

  static var outside: Problem {
    Problem(say("this file is outside the folder that other programs may use"), help: say("name a file in it"))
  }

  /// Refuses to write while another program is served.
  static func checkWriting() throws(Problem) {
    if confinement != nil { throw Problem(say("other programs cannot make dropcast write files")) }
  }
}
