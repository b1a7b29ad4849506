import Disk
import Glibc

/// The lines a user entered in earlier sessions, in a file of plain UTF-8, one entry per row.
///
/// Inside an entry a newline is written `\n` and a backslash `\\`. Entries are only ever appended, each whole, so that
/// several sessions may share the file. It is readable by its owner alone. A symbolic link, a directory
/// or a device in its place is left alone. History is a convenience: nothing here is an error, at most there is a notice.
package struct HistoryFile {
  package let path: String

  /// The newest 10,000 different entries, oldest first; of equal ones the newest is kept.
  package private(set) var entries: [String] = []

  /// Why earlier entries could not be read, in a sentence for the user.
  package private(set) var notice: String?

  /// One notice is enough: a file that cannot be read can as a rule not be written either.
  private lazy var mayNotify = notice == nil
  private static let maximumEntries = 10_000
  /// Bytes read from the end of the file, which bounds the time a start may take.
  private static let maximumBytes = 8 << 20

  /// Reads the file if there is one.
  package init(path: String) {
    self.path = path
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if descriptor < 0 {
      if errno != ENOENT { notice = say("the history file \(path) cannot be read: \(Self.reason(errno))") }
      return
    }
    defer { _ = Glibc.close(descriptor) }
    guard Self.isOwnRegularFile(descriptor) else {
      notice = say("the history file \(path) does not belong to you")
      return
    }
    entries = Self.entries(in: Self.readTail(of: descriptor))
  }

  /// Blank lines say nothing; a leading space is the user's way to keep a line out.
  package static func isWorthKeeping(_ entry: String) -> Bool {
    guard let first = entry.unicodeScalars.first else { return false }
    return first != " " && entry.contains { !$0.isWhitespace }
  }

  /// Writes an entry at the end of the file, making the file and its folders if need be.
  ///
  /// - Returns: why that failed, the first time it does, unless there was a notice at the start.
  package mutating func append(_ entry: String) -> String? {
    guard Self.isWorthKeeping(entry), let reason = write(entry), mayNotify else { return nil }
    mayNotify = false
    return reason
  }

  private func write(_ entry: String) -> String? {
    do throws(DiskFault) {
      if let slash = path.lastIndex(of: "/"), slash > path.startIndex { try Folder(String(path[..<slash])).make() }
      try FileAppender.appendPrivately(row: Array(Self.encode(entry).utf8), to: path)
      return nil
    } catch {
      switch error {
      case .system(let code): return unwritable(code)
      case .inUse: return unwritable(EBUSY)
      default: return say("the history file \(path) does not belong to you")
      }
    }
  }

  private func unwritable(_ code: Int32) -> String {
    say("the history file \(path) cannot be written: \(Self.reason(code))")
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}

// MARK: - The file's form

extension HistoryFile {
  static func encode(_ entry: String) -> String {
    entry.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\\\"
      case "\n", "\r\n": result += "\\n"
      default: result.append(character)
      }
    }
  }

  static func decode(_ row: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in row.unicodeScalars {
      if isEscaped {
        result.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Rows that are not UTF-8 or hold control characters are no entries; some other program has written there.
  static func entries(in bytes: [UInt8]) -> [String] {
    var seen: Set<String> = []
    var newestFirst: [String] = []
    for row in bytes.split(separator: UInt8(ascii: "\n")).reversed() {
      guard let text = String(validating: row, as: UTF8.self),
        !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
      else { continue }
      let entry = decode(text)
      if isWorthKeeping(entry), seen.insert(entry).inserted { newestFirst.append(entry) }
      if newestFirst.count == maximumEntries { break }
    }
    return newestFirst.reversed()
  }

  private static func isOwnRegularFile(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_uid == geteuid()
  }

  private static func readTail(of descriptor: Int32) -> [UInt8] {
    let size = lseek(descriptor, 0, SEEK_END)
    let start = max(0, size - maximumBytes)
    _ = lseek(descriptor, start, SEEK_SET)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= maximumBytes {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    // A row of which only the end was read is none.
    return start == 0 ? bytes : Array(bytes.drop { $0 != UInt8(ascii: "\n") })
  }
}
