import Dispatch
import Glibc
import PtySupport
import Testing

@testable import Disk

@Suite("Writing files")
struct FileWriterTests {
  private let folder = TemporaryFolder()

  private func write(_ text: String, _ name: String, over expected: FileWriter.Precondition) throws(DiskFault) {
    try FileWriter.write(Array(text.utf8), to: folder.path(name), over: expected)
  }

  /// All names there, also those that begin with a dot.
  private func names() -> [String] { folder.names() }

  private func status(_ name: String) -> stat {
    var status = stat()
    lstat(folder.path(name), &status)
    return status
  }

  @Test("a new file is there whole, alone, and an old one gives way only when asked")
  func plain() throws {
    try write("one", "a.txt", over: .nothing)
    #expect(throws: DiskFault.exists) { try write("two", "a.txt", over: .nothing) }
    #expect(folder.read("a.txt") == "one")
    try write("two", "a.txt", over: .anything)
    #expect(folder.read("a.txt") == "two" && names() == ["a.txt"])
    try write("", "empty.txt", over: .anything)
    #expect(folder.read("empty.txt").isEmpty && names() == ["a.txt", "empty.txt"])
  }

  @Test("of twelve that make one file at once one does, and the others are told that it exists")
  func exclusive() {
    let (made, path) = (Outcomes(), folder.path("one.txt"))
    DispatchQueue.concurrentPerform(iterations: 12) { writer in
      made.note(writer) { () throws(DiskFault) in
        try FileWriter.write(Array("writer \(writer)".utf8), to: path, over: .nothing)
      }
    }
    #expect(made.done.count == 1 && made.faults == Array(repeating: .exists, count: 11))
    #expect(folder.read("one.txt") == "writer \(made.done.first ?? -1)" && names() == ["one.txt"])
  }

  @Test("of twelve that write over what all of them have read one does, and the others are told that it has changed")
  func expected() throws {
    try write("read by all", "one.txt", over: .nothing)
    let (made, path) = (Outcomes(), folder.path("one.txt"))
    DispatchQueue.concurrentPerform(iterations: 12) { writer in
      made.note(writer) { () throws(DiskFault) in
        try FileWriter.write(Array("writer \(writer)".utf8), to: path, over: .only(Array("read by all".utf8)))
      }
    }
    #expect(made.done.count == 1 && made.faults == Array(repeating: .changed, count: 11))
    #expect(folder.read("one.txt") == "writer \(made.done.first ?? -1)" && names() == ["one.txt"])
  }

  @Test("what is expected may be gone, or be the new content already")
  func gone() throws {
    try write("new", "a.txt", over: .only(Array("old".utf8)))
    try write("new", "a.txt", over: .only(Array("old".utf8)))
    #expect(folder.read("a.txt") == "new")
  }

  @Test("a file that is written over keeps its mode and its owner", arguments: [0o600, 0o640, 0o664] as [mode_t])
  func modeAndOwner(mode: mode_t) throws {
    try write("old", "a.txt", over: .nothing)
    let owner: uid_t = geteuid() == 0 ? 4242 : geteuid()
    #expect(chown(folder.path("a.txt"), owner, geteuid() == 0 ? 4343 : getegid()) == 0)
    #expect(chmod(folder.path("a.txt"), mode) == 0)
    let before = status("a.txt")
    try write("new", "a.txt", over: .anything)
    let after = status("a.txt")
    #expect(folder.read("a.txt") == "new")
    #expect(after.st_mode == before.st_mode && after.st_uid == before.st_uid && after.st_gid == before.st_gid)
  }

  @Test("a new file may be for its owner alone")
  func ownerAlone() throws {
    try FileWriter.write([1], to: folder.path("secret"), over: .nothing, mode: 0o600)
    #expect(folder.mode("secret") == 0o600)
  }

  @Test("through a symbolic link its file is written, and the link stays")
  func symbolicLink() throws {
    #expect(mkdir(folder.path("far"), 0o700) == 0)
    try write("old", "far/real.yaml", over: .nothing)
    #expect(symlink("far/real.yaml", folder.path("near.yml")) == 0)
    #expect(symlink(folder.path("near.yml"), folder.path("nearer.yaml")) == 0)
    try write("new", "nearer.yaml", over: .only(Array("old".utf8)))
    #expect(folder.read("far/real.yaml") == "new")
    #expect(status("nearer.yaml").st_mode & S_IFMT == S_IFLNK && status("near.yml").st_mode & S_IFMT == S_IFLNK)
  }

  @Test("a link to nothing or to a file of another kind is refused, and the file stays as it was")
  func strangeLinks() throws {
    folder.write("keys".utf8, to: "authorized_keys")
    #expect(symlink("authorized_keys", folder.path("log.md")) == 0)
    #expect(symlink("nowhere.md", folder.path("lost.md")) == 0)
    #expect(throws: DiskFault.leadsElsewhere(folder.path("authorized_keys"))) {
      try write("x", "log.md", over: .anything)
    }
    #expect(throws: DiskFault.leadsNowhere) { try write("x", "lost.md", over: .anything) }
    #expect(throws: DiskFault.leadsElsewhere(folder.path("authorized_keys"))) {
      try FileAppender.append([1], to: folder.path("log.md"), beginning: Array("keys".utf8))
    }
    #expect(folder.read("authorized_keys") == "keys" && names() == ["authorized_keys", "log.md", "lost.md"])
  }

  @Test("a file with other names is refused: they would keep the old content")
  func hardLink() throws {
    try write("old", "a.txt", over: .nothing)
    #expect(link(folder.path("a.txt"), folder.path("b.txt")) == 0)
    #expect(throws: DiskFault.hasOtherNames) { try write("new", "a.txt", over: .anything) }
    #expect(folder.read("a.txt") == "old" && folder.read("b.txt") == "old" && names() == ["a.txt", "b.txt"])
  }

  @Test("no file takes the place of a directory, a pipe or a device")
  func otherThings() throws {
    #expect(mkdir(folder.path("dir"), 0o700) == 0 && mkfifo(folder.path("pipe"), 0o600) == 0)
    #expect(throws: DiskFault.system(EISDIR)) { try write("x", "dir", over: .anything) }
    #expect(throws: DiskFault.notRegular) { try write("x", "pipe", over: .anything) }
    #expect(throws: DiskFault.notRegular) { try FileWriter.write([1], to: "/dev/null", over: .anything) }
    #expect(throws: DiskFault.system(ENOENT)) { try write("x", "none/x", over: .anything) }
    #expect(names() == ["dir", "pipe"])
  }

  @Test("names of up to 255 bytes can be written and written over", arguments: [243, 244, 250, 255])
  func longNames(length: Int) throws {
    let name = String(repeating: "n", count: length)
    try write("one", name, over: .nothing)
    try write("two", name, over: .anything)
    #expect(folder.read(name) == "two" && names() == [name])
    let longer = name + String(repeating: "n", count: 13)
    #expect(throws: DiskFault.system(ENAMETOOLONG)) { try write("x", longer, over: .nothing) }
  }

  @Test("where files cannot be without a name, drafts are neighbours that go in the end")
  func neighbours() throws {
    let draft = try Draft(in: Folder(folder.path), mode: 0o644, isNameless: false)
    try draft.fill(Array("one".utf8))
    #expect(names().count == 1)
    try draft.place(at: folder.path("a.txt"))
    try draft.close()
    #expect(names() == ["a.txt"] && folder.read("a.txt") == "one")
    let second = try Draft(in: Folder(folder.path), mode: 0o644, isNameless: false)
    try second.fill(Array("two".utf8))
    #expect(throws: DiskFault.exists) { try second.place(at: folder.path("a.txt")) }
    try second.replace(folder.path("a.txt"))
    #expect(names() == ["a.txt"] && folder.read("a.txt") == "two")
    do { _ = try Draft(in: Folder(folder.path), mode: 0o644, isNameless: false) }
    #expect(names() == ["a.txt"])
  }

  @Test("a draft that a killed process left goes with the next file beside it; one that is worked on stays")
  func abandoned() throws {
    let (left, held) = (".dropcast-left.new", ".dropcast-held.new")
    folder.write("left".utf8, to: left)
    folder.write("held".utf8, to: held)
    let descriptor = open(folder.path(held), O_RDWR | O_CLOEXEC)
    #expect(flock(descriptor, LOCK_EX) == 0)
    try write("one", "a.txt", over: .nothing)
    #expect(names() == [held, "a.txt"])
    close(descriptor)
    try write("two", "b.txt", over: .nothing)
    #expect(names() == ["a.txt", "b.txt"])
  }

  @Test("a folder and those above it are made for their owner, and why not is said")
  func folders() throws {
    try Folder(folder.path("a/b/c")).make()
    try Folder(folder.path("a/b/c")).make()
    #expect(folder.mode("a/b/c") == 0o700 && folder.mode("a") == 0o700)
    folder.write("".utf8, to: "file")
    #expect(throws: DiskFault.system(ENOTDIR)) { try Folder(folder.path("file/b")).make() }
    #expect(throws: DiskFault.system(ENOTDIR)) { try Folder(folder.path("file")).make() }
  }
}

@Suite("Adding to files")
struct FileAppenderTests {
  private let folder = TemporaryFolder()
  private let title = Array("# log\n".utf8)

  @Test("pieces that twelve add at once are all there, each whole")
  func together() throws {
    folder.write(title, to: "log.md")
    let (path, title) = (folder.path("log.md"), title)
    DispatchQueue.concurrentPerform(iterations: 12) { writer in
      for piece in 0..<20 {
        let text = "\(writer) \(piece) " + String(repeating: "x", count: 5000) + "\n"
        do throws(DiskFault) {
          try FileAppender.append(Array(text.utf8), to: path, beginning: title)
        } catch { Issue.record("\(error)") }
      }
    }
    let rows = folder.read("log.md").split(separator: "\n").dropFirst()
    #expect(rows.count == 240 && Set(rows).count == 240)
    #expect(rows.allSatisfy { $0.hasSuffix(" " + String(repeating: "x", count: 5000)) })
  }

  @Test("a file that begins otherwise is left alone, an empty one gets the beginning, a missing one is not made")
  func foreign() throws {
    folder.write("ssh-rsa\n".utf8, to: "keys")
    folder.write([], to: "empty")
    let piece = Array("more\n".utf8)
    #expect(throws: DiskFault.foreign) { try FileAppender.append(piece, to: folder.path("keys"), beginning: title) }
    #expect(folder.read("keys") == "ssh-rsa\n")
    try FileAppender.append(piece, to: folder.path("empty"), beginning: title)
    #expect(folder.read("empty") == "# log\nmore\n")
    #expect(throws: DiskFault.system(ENOENT)) {
      try FileAppender.append(piece, to: folder.path("none"), beginning: title)
    }
    #expect(folder.names() == ["empty", "keys"])
  }
}

/// What became of writers that ran at once.
private final class Outcomes: @unchecked Sendable {
  private let queue = DispatchQueue(label: "outcomes")
  private(set) var done: [Int] = []
  private(set) var faults: [DiskFault] = []

  func note(_ writer: Int, _ work: () throws(DiskFault) -> Void) {
    do throws(DiskFault) {
      try work()
      queue.sync { done.append(writer) }
    } catch {
      queue.sync { faults.append(error) }
    }
  }
}
