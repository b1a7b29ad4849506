import Foundation
import Glibc
import PtySupport
import Testing

@Suite("Several processes keep runs in one file")
struct KeptRunsProcessTests {
  private let shop = Shop()

  /// Numbers and seeds of all that was kept; the file is checked when it is opened.
  private func kept() throws -> [(number: String, seed: Int)] {
    let listing = try shop.dropcast("--json", "-c", "load shop.yaml; runs --all")
    #expect(listing.exitCode == 0, "\(listing.errors)")
    let rows = try JSONSerialization.jsonObject(with: Data(listing.output.utf8)) as? [[String: Any]] ?? []
    return rows.map { ($0["run"] as? String ?? "", $0["seed"] as? Int ?? -1) }
  }

  private func start(_ commands: String, output: String) throws -> PlainProcess {
    let files = [
      open("/dev/null", O_RDONLY | O_CLOEXEC),
      open(shop.folder.path(output), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600),
      open(shop.folder.path(output + ".errors"), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600),
    ]
    defer { for file in files { close(file) } }
    return try PlainProcess(
      "dropcast", ["-c", commands], files: files, in: shop.folder.path, environment: shop.environment)
  }

  @Test("twenty at once, each of which finds no file at first, lose nothing")
  func together() throws {
    let processes = try (1...20).map { number in
      try start(
        "ui keep on; load shop.yaml; run 20 --seed \(number); run 20 --seed \(100 + number)", output: "out\(number)")
    }
    for (index, process) in processes.enumerated() {
      #expect(try process.waitForExit(seconds: 120) == 0, "\(shop.folder.read("out\(index + 1).errors"))")
    }
    let runs = try kept()
    #expect(runs.map(\.seed).sorted() == Array(1...20) + Array(101...120))
    #expect(runs.map(\.number) == (1...40).map { "#\($0)" })
  }

  @Test("whatever was answered is kept, whenever the process is killed")
  func killed() throws {
    var answered = 0
    for round in 0..<12 {
      let process = try start(
        "ui keep on; load shop.yaml; for s in \(round * 1000 + 1)..\(round * 1000 + 900) { run 2 --seed $s }",
        output: "out")
      usleep(useconds_t(60_000 + 37_000 * round % 400_000))
      process.signal(SIGKILL)
      _ = try process.waitForExit()
      let first = shop.folder.read("out").matches(of: #/seed \d+ · #\d+/#).count
      answered += first
      #expect(try kept().count >= answered)
    }
    #expect(answered > 0)
    #expect(Set(try kept().map(\.seed)).count == (try kept().count))
  }

  @Test("a pipe keeps nothing, a terminal does, and DROPCAST_RUNS says where or that nothing is kept")
  func places() throws {
    #expect(try shop.dropcast("run", "shop.yaml", "20").exitCode == 0)
    #expect(!shop.folder.names().contains(".dropcast"))
    let session = try PtySession(
      "dropcast", [shop.folder.path("shop.yaml")], prompt: "› ",
      environment: ["HOME=\(shop.folder.path)", "DROPCAST_RUNS=\(shop.folder.path("mine.db"))"])
    try session.waitForPrompt()
    session.type("run 20\r")
    try session.wait(for: "runs are kept in ")
    try session.waitForPrompt()
    session.type("\u{4}")
    #expect(try session.waitForExit() == 0)
    #expect(shop.folder.names().contains("mine.db") && !shop.folder.names().contains(".dropcast"))
    let next = try shop.dropcast(
      "show", "shop.yaml", "#1", environment: ["DROPCAST_RUNS=\(shop.folder.path("mine.db"))"])
    #expect(next.exitCode == 0 && next.output.contains("20 worlds"), "\(next.errors)")
    #expect(try shop.dropcast("show", "shop.yaml", "#1", environment: ["DROPCAST_RUNS=off"]).exitCode == 1)
  }

  @Test("without a home and without a place to write, a run is only told that it was not kept")
  func homeless() throws {
    let result = try BuiltProgram.run(
      "dropcast", ["-c", "ui keep on; load /proc/self/cwd/shop.yaml; run 20"], in: shop.folder.path,
      environment: ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "DROPCAST_RUNS=/proc/none/runs.db"])
    #expect(result.exitCode == 0 && result.output.contains("20 worlds"))
    #expect(result.errors.contains("this run was not kept: "), "\(result.errors)")
  }

  @Test("a full disk costs the keeping, not the run")
  func full() throws {
    let result = try BuiltProgram.runFile(
      "/bin/sh",
      [
        "-c",
        "ulimit -f 24; exec \"$0\" -c 'ui keep on; load shop.yaml; run 20 --seed 1; run 20 --seed 2'",
        try BuiltProgram.path("dropcast"),
      ], in: shop.folder.path, environment: shop.environment)
    #expect(result.exitCode == 0 && result.output.contains("seed 2"), "\(result.errors)")
    #expect(result.errors.contains("not kept"), "\(result.errors)")
  }
}
