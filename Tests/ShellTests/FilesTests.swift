import Glibc
import PtySupport
import Testing

@Suite("Files of several sessions, and of full disks")
struct FilesTests {
  private let shop = Shop()

  /// Runs the program many times at once.
  private func together(_ count: Int, _ arguments: (Int) -> [String]) throws -> [(exitCode: Int32, output: String)] {
    let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer { close(input) }
    let outputs = TemporaryFolder()
    let processes = try (0..<count).map { index in
      let output = open(outputs.path("\(index)"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
      defer { close(output) }
      return try PlainProcess(
        "dropcast", arguments(index), files: [input, output, output], in: shop.folder.path,
        environment: shop.environment)
    }
    return try processes.enumerated().map { (try $1.waitForExit(seconds: 60), outputs.read("\($0)")) }
  }

  /// Runs a line of the system's shell in which `$0` is the program.
  private func shell(_ line: String) throws -> BuiltProgram.Result {
    try BuiltProgram.runFile(
      "/bin/sh", ["-c", line, try BuiltProgram.path("dropcast")], in: shop.folder.path, environment: shop.environment)
  }

  @Test("unsaved changes of twelve sessions that end together are all kept, for their owner alone")
  func keptTogether() throws {
    let sessions = try (1...12).map { index in
      let session = try PtySession(
        "dropcast", ["--color", "never", shop.folder.path("shop.yaml")], prompt: "› ",
        environment: ["HOME=\(shop.folder.path)"])
      try session.waitForPrompt()
      session.type("set cash.budget \(1000 + index)\r")
      try session.wait(for: "shop*› ")
      return session
    }
    for session in sessions { session.type("\u{4}") }
    for session in sessions { #expect(try session.waitForExit() == 0) }
    let place = ".local/state/dropcast/recovered/"
    let kept = (1...12).map { shop.folder.read(place + "shop-\($0).yaml") }
    for index in 1...12 { #expect(kept.filter { $0.contains("\(1000 + index) USD") }.count == 1) }
    for index in 1...12 { #expect(shop.folder.mode(place + "shop-\(index).yaml") == 0o600) }
  }

  @Test("unsaved changes that cannot be kept are told, and the exit code is not 0", arguments: [["--quiet"], []])
  func lost(options: [String]) throws {
    let session = try PtySession(
      "dropcast", options + ["--color", "never", shop.folder.path("shop.yaml")], prompt: "› ",
      environment: ["HOME=\(shop.folder.path("shop.yaml"))"])
    try session.waitForPrompt()
    session.type("set cash.budget 7\r")
    try session.wait(for: "shop*› ")
    session.type("load \(shop.folder.path("shop.yaml"))\r")
    try session.wait(for: "unsaved changes cannot be kept: a part of the path is not a folder")
    try session.wait(for: "shop*› ")
    session.type("\u{4}")
    try session.wait(for: "unsaved changes are lost: a part of the path is not a folder")
    #expect(try session.waitForExit() == 1)
  }

  @Test("of twelve that save under one new name one does")
  func savedOnce() throws {
    let results = try together(12) { ["-c", "load shop.yaml; set cash.budget \(1000 + $0); save one.yaml"] }
    let saved = results.indices.filter { results[$0].exitCode == 0 }
    try #require(saved.count == 1)
    #expect(shop.folder.read("one.yaml").contains("\(1000 + saved[0]) USD"))
    for result in results where result.exitCode != 0 { #expect(result.output.contains("one.yaml exists")) }
    #expect(shop.folder.names() == ["one.yaml", "shop.yaml"])
  }

  @Test("of twelve that change one file and save it one does, and the others are told")
  func changedOnce() throws {
    // Each has loaded the file before the first is let go on.
    let sessions = try (0..<12).map { index in
      let session = try PtySession(
        "dropcast", ["--color", "never", shop.folder.path("shop.yaml")], prompt: "› ",
        environment: ["HOME=\(shop.folder.path)"])
      try session.waitForPrompt()
      session.type("set cash.budget \(1000 + index)\r")
      try session.wait(for: "shop*› ")
      return session
    }
    for session in sessions { session.type("save\r") }
    for session in sessions { try session.waitForPrompt() }
    let saved = sessions.indices.filter { sessions[$0].text.contains("saved to") }
    try #require(saved.count == 1)
    #expect(shop.folder.read("shop.yaml").contains("\(1000 + saved[0]) USD"))
    for (index, session) in sessions.enumerated() where index != saved[0] {
      #expect(session.text.contains("has changed on disk since it was loaded") && session.text.contains("--force"))
    }
  }

  @Test("a log that twelve sessions add to holds the entries of all")
  func loggedTogether() throws {
    let results = try together(12) { ["-c", "log all.md --append", "-c", "let number = \(1000 + $0)"] }
    #expect(results.allSatisfy { $0.exitCode == 0 }, "\(results)")
    let log = shop.folder.read("all.md")
    #expect(log.hasPrefix("# Dropcast session\n") && log.split(separator: "# Dropcast session").count == 1)
    for index in 0..<12 { #expect(log.contains("let number = \(1000 + index)\n")) }
  }

  @Test("a log that has no room left ends with an error and a whole entry")
  func logWithoutRoom() throws {
    let result = try shell("ulimit -f 2; exec \"$0\" -c 'log all.md' -c help -c help -c 'let done = 1' >/dev/null")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("all.md: error: the log ends here: the file would exceed the size limit"))
    let log = shop.folder.read("all.md")
    #expect(log == "# Dropcast session\n" || log.hasSuffix("```\n"))
  }

  @Test("what has no room left leaves the old file and nothing beside it")
  func noRoom() throws {
    // Longer than the limit, whatever unit the shell counts in.
    let long = Shop.yaml + String(repeating: "# a comment of thirty-two bytes.\n", count: 100)
    shop.folder.write(long.utf8, to: "shop.yaml")
    for command in ["save --force", "run 200 --to run.json --force", "export paths run.csv --force"] {
      shop.folder.write("old".utf8, to: "run.json")
      shop.folder.write("old".utf8, to: "run.csv")
      let line = "load shop.yaml; run 200; set cash.budget 7; \(command)"
      let result = try shell("ulimit -f 1; exec \"$0\" -c '\(line)' >/dev/null")
      #expect(result.exitCode == 1 && result.errors.contains("the file would exceed the size limit"), "\(command)")
      #expect(shop.folder.read("run.json") == "old" && shop.folder.read("run.csv") == "old")
      #expect(shop.folder.read("shop.yaml") == long)
      #expect(shop.folder.names() == ["run.csv", "run.json", "shop.yaml"])
    }
  }

  @Test(
    "a full disk leaves what was there and nothing beside it, and a read-only one too",
    .enabled(if: Mount.isPossible, "only root may mount"))
  func fullDisk() throws {
    #expect(mkdir(shop.folder.path("disk"), 0o700) == 0)
    let mount = try #require(Mount(shop.folder.path("disk"), options: "size=64k"))
    shop.folder.write(Shop.yaml.utf8, to: "disk/shop.yaml")
    let full = try shop.dropcast(
      "-c", "load disk/shop.yaml; log disk/all.md; run 4000", "-c", "export paths disk/worlds.csv")
    #expect(full.exitCode == 1 && full.errors.contains("no space is left on the disk"), "\(full.errors)")
    #expect(shop.folder.names(in: "disk") == ["all.md", "shop.yaml"])
    #expect(mount.change("remount,ro"))
    let still = try shop.dropcast("-c", "load disk/shop.yaml; set cash.budget 7; save")
    #expect(still.exitCode == 1 && still.errors.contains("the disk is read-only"), "\(still.errors)")
    #expect(shop.folder.read("disk/shop.yaml") == Shop.yaml)
  }
}

/// A small disk of its own, gone with its owner.
private final class Mount {
  private let path: String

  static let isPossible: Bool = {
    let folder = TemporaryFolder()
    return Mount(folder.path, options: "size=16k") != nil
  }()

  init?(_ path: String, options: String) {
    self.path = path
    guard Self.run("/bin/mount", ["-t", "tmpfs", "-o", options, "tmpfs", path]) else { return nil }
  }

  deinit { _ = Self.run("/bin/umount", [path]) }

  func change(_ options: String) -> Bool { Self.run("/bin/mount", ["-o", options, path]) }

  private static func run(_ program: String, _ arguments: [String]) -> Bool {
    let result = try? BuiltProgram.runFile(
      program, arguments, in: "/", environment: ["PATH=/usr/sbin:/usr/bin:/sbin:/bin"])
    return result?.exitCode == 0
  }
}
