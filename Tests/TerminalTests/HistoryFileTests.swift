import Glibc
import PtySupport
import Terminal
import Testing

@Suite("The history file")
struct HistoryFileTests {
  let folder = TemporaryFolder()

  @Test("a missing file is an empty history without a notice, and its folders are made for the owner alone")
  func missing() {
    var history = HistoryFile(path: folder.path("state/app/history"))
    #expect(history.entries.isEmpty)
    #expect(history.notice == nil)
    #expect(history.append("run") == nil)
    #expect(folder.read("state/app/history") == "run\n")
    #expect(folder.mode("state/app/history") == 0o600)
    #expect(folder.mode("state/app") == 0o700)
  }

  @Test("an entry of several rows and with backslashes comes back as it was")
  func roundTrip() {
    let entry = "strategy {\n  a = \"C:\\new\"\n}  预算"
    var history = HistoryFile(path: folder.path("history"))
    #expect(history.append(entry) == nil)
    #expect(HistoryFile(path: folder.path("history")).entries == [entry])
  }

  @Test("of equal entries the newest is kept")
  func duplicates() {
    folder.write("a\nb\na\nc\nb\n".utf8, to: "history")
    #expect(HistoryFile(path: folder.path("history")).entries == ["a", "c", "b"])
  }

  @Test("the newest 10,000 entries are read")
  func limit() {
    folder.write((1...10_005).map { "run \($0)\n" }.joined().utf8, to: "history")
    let entries = HistoryFile(path: folder.path("history")).entries
    #expect(entries.count == 10_000)
    #expect(entries.first == "run 6")
    #expect(entries.last == "run 10005")
  }

  @Test("blank lines and lines with a leading space are kept out", arguments: ["", "  ", " secret", "\n"])
  func keptOut(line: String) {
    var history = HistoryFile(path: folder.path("history"))
    #expect(history.append(line) == nil)
    #expect(folder.read("history").isEmpty)
  }

  @Test("rows that are not UTF-8 or hold control characters are skipped")
  func badBytes() {
    folder.write(Array("good\n".utf8) + [0xFF, 0xFE, 0x0A, 0x61, 0x1B, 0x5B, 0x0A, 0x62, 0x00, 0x0A], to: "history")
    #expect(HistoryFile(path: folder.path("history")).entries == ["good"])
  }

  @Test("random bytes are read without harm, and no entry holds a control character but the newline")
  func randomBytes() {
    var state: UInt64 = 1
    let bytes = (0..<100_000).map { index in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return index % 7 == 0 ? 0x0A : UInt8(truncatingIfNeeded: state >> 56)
    }
    folder.write(bytes, to: "history")
    let scalars = HistoryFile(path: folder.path("history")).entries.joined().unicodeScalars
    #expect(!scalars.isEmpty)
    #expect(scalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
  }

  @Test("an entry after a row that was cut short begins its own row")
  func tornRow() {
    folder.write("whole\ntor".utf8, to: "history")
    var history = HistoryFile(path: folder.path("history"))
    #expect(history.append("next") == nil)
    #expect(folder.read("history") == "whole\ntor\nnext\n")
  }

  @Test("a symbolic link is neither read nor written, and there is one notice")
  func symbolicLink() {
    folder.write("target\n".utf8, to: "target")
    #expect(symlink(folder.path("target"), folder.path("history")) == 0)
    var history = HistoryFile(path: folder.path("history"))
    #expect(history.entries.isEmpty)
    #expect(history.notice?.contains("cannot be read") == true)
    #expect(history.append("run") == nil)
    #expect(folder.read("target") == "target\n")
  }

  @Test("a directory or a pipe in its place gives a notice", arguments: [true, false])
  func notAFile(isDirectory: Bool) {
    let path = folder.path("history")
    #expect((isDirectory ? mkdir(path, 0o700) : mkfifo(path, 0o600)) == 0)
    var history = HistoryFile(path: path)
    #expect(history.notice?.contains("does not belong to you") == true)
    #expect(history.append("run") == nil)
  }

  @Test("a file that may not be read gives a notice", .enabled(if: geteuid() != 0, "root may read everything"))
  func unreadable() {
    folder.write("run\n".utf8, to: "history")
    #expect(chmod(folder.path("history"), 0) == 0)
    #expect(HistoryFile(path: folder.path("history")).notice?.contains("Permission denied") == true)
  }

  @Test("a path below a file gives a notice, not an error")
  func impossiblePath() {
    folder.write("".utf8, to: "file")
    var history = HistoryFile(path: folder.path("file/history"))
    #expect(history.notice?.contains("Not a directory") == true)
    #expect(history.append("run") == nil)
  }

  @Test("a file that turns bad during the session gives its notice once")
  func turnsBad() {
    var history = HistoryFile(path: folder.path("history"))
    #expect(history.notice == nil)
    #expect(mkdir(folder.path("history"), 0o700) == 0)
    #expect(history.append("run")?.contains("cannot be written") == true)
    #expect(history.append("run again") == nil)
  }

  @Test("others may no longer read a file that was open to them")
  func permissions() {
    folder.write("run\n".utf8, to: "history")
    #expect(chmod(folder.path("history"), 0o644) == 0)
    var history = HistoryFile(path: folder.path("history"))
    #expect(history.append("next") == nil)
    #expect(folder.mode("history") == 0o600)
  }
}

@Suite("The search through remembered lines")
struct HistorySearchTests {
  @Test("a longer pattern goes back, a shorter one begins anew, and the end is told")
  func steps() {
    var search = HistorySearch(entries: ["run 1", "set a", "run 2", "run 2", "show"])
    search.append("r")
    search.append("u")
    #expect(search.match == "run 2")
    search.goOn()
    #expect(search.match == "run 1")
    search.goOn()
    #expect(search.match == "run 1")
    #expect(search.isAtEnd)
    search.removeLast()
    #expect(search.pattern == "r")
    #expect(search.match == "run 2")
    #expect(!search.isAtEnd)
  }

  @Test("nothing is found in an empty history, nor by an empty pattern")
  func empty() {
    var search = HistorySearch(entries: [])
    search.goOn()
    search.append("x")
    search.goOn()
    search.removeLast()
    search.removeLast()
    #expect(search.match == nil)
  }
}
