import Commands
import Glibc
import Terminal

/// Scripts as they are read from files and pipes, a row at a time: of any length, in constant memory.
enum ScriptFile {
  /// Of a file that is read unasked, at the start: a pipe or a device in its place would keep everybody waiting.
  static func rows(ofRegular path: String) throws(Files.Problem) -> ScriptRows {
    rows(from: Reading(try Files.openRegular(path).descriptor, isOwn: true))
  }

  static func rows(of path: String) throws(Files.Problem) -> ScriptRows {
    // A pipe with a name would wait here for somebody to write to it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Files.reason(errno, path) }
    // A directory can be opened; only reading it fails.
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw Files.reason(EISDIR, path)
    }
    return rows(from: Reading(descriptor, isOwn: true))
  }

  /// The descriptor stays the caller's.
  static func rows(ofDescriptor descriptor: Int32) -> ScriptRows { rows(from: Reading(descriptor, isOwn: false)) }

  private static func rows(from reading: Reading) -> ScriptRows {
    ScriptRows {
      reading.reader.next().map(row)
    }
  }

  static func row(_ row: ScriptReader.Row) -> ScriptRows.Row {
    switch row.text {
    case .success(let text): .text(text, number: row.number)
    case .failure(let problem): .problem(problem.words, number: row.number)
    }
  }

  private final class Reading {
    var reader: ScriptReader
    private let descriptor: Int32
    private let isOwn: Bool

    init(_ descriptor: Int32, isOwn: Bool) {
      self.descriptor = descriptor
      self.isOwn = isOwn
      reader = ScriptReader(descriptor: descriptor) { Interrupts.isRequested || Interrupts.endingSignal != nil }
    }

    deinit { if isOwn { close(descriptor) } }
  }
}
