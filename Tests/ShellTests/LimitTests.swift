import Glibc
import PtySupport
import Testing

@Suite("Where the system gives little")
struct LimitTests {
  let shop = Shop()

  /// Runs the program as `bash` starts it after some words of its own.
  private func dropcast(after words: String, _ arguments: [String]) throws -> BuiltProgram.Result {
    try BuiltProgram.runFile(
      "/bin/bash", ["-c", "\(words); exec \"$0\" \"$@\"", try BuiltProgram.path("dropcast")] + arguments,
      in: shop.folder.path, environment: shop.environment)
  }

  /// The least `ulimit -v`, in KiB, under which the program is found and begins, to a megabyte.
  private func least() throws -> Int {
    var (refused, begun) = (0, 1 << 20)
    while begun - refused > 1024 {
      let middle = (refused + begun) / 2
      let isBegun = try dropcast(after: "ulimit -v \(middle)", ["--version"]).exitCode == 0
      if isBegun { begun = middle } else { refused = middle }
    }
    return begun
  }

  @Test("a run that gets too little memory is refused with what it needs, and the session goes on")
  func memory() throws {
    let least = try least()
    var endings: Set<Int32> = []
    for megabytes in [0, 4, 8, 16, 24, 32, 40, 56, 80, 120, 200, 600] {
      let result = try dropcast(
        after: "ulimit -v \(least + megabytes << 10)",
        ["--keep-going", "-c", "load shop.yaml", "-c", "run 20k --threads 2", "-c", "show cash.budget"])
      endings.insert(result.exitCode)
      #expect(result.exitCode <= 1, "\(megabytes) MB more: \(result.exitCode) \(result.errors)")
      #expect(result.output.contains("3000 USD"), "\(megabytes) MB more: \(result.errors)")
      if result.exitCode == 1 {
        #expect(result.errors.contains("ulimit -v allows"), "\(result.errors)")
        #expect(result.errors.contains("run fewer worlds, or raise that limit") || result.errors.contains("fit"))
      }
    }
    #expect(endings == [0, 1])
  }

  @Test("below what it needs to begin, the program says so or is not started, and never crashes")
  func beginning() throws {
    for megabytes in stride(from: 2, to: 130, by: 8) {
      let result = try dropcast(after: "ulimit -v \(megabytes << 10)", ["-c", "load shop.yaml; show cash.budget"])
      // 127: the system's own loader could not map a library. Kernels end programs that do not fit by SIGKILL or SIGSEGV
      // before their first instruction; nothing has been written then.
      let isUnborn = result.output.isEmpty && result.exitCode >= 126
      #expect(result.exitCode <= 1 || isUnborn, "\(megabytes) MB: \(result.exitCode) \(result.errors)")
    }
  }

  @Test("where no thread can be made, a run is made on the one there is, and can be ended")
  func threads() throws {
    let tool = ["/usr/bin/setpriv", "/usr/bin/prlimit"]
    // Root may make as many as it likes: somebody else has to try.
    guard tool.allSatisfy({ access($0, X_OK) == 0 }), geteuid() == 0, access("/bin/sh", X_OK) == 0 else { return }
    chmod(shop.folder.path, 0o755)
    chmod(shop.folder.path("shop.yaml"), 0o644)
    let words = "exec setpriv --reuid 65534 --clear-groups prlimit --nproc=1"
    let run = { (count: String) in
      try BuiltProgram.runFile(
        "/bin/bash",
        ["-c", "\(words) \"$0\" -c 'load shop.yaml; run \(count) --threads 4'", try BuiltProgram.path("dropcast")],
        in: shop.folder.path, environment: shop.environment)
    }
    let result = try run("500")
    // Where the build is in a folder that nobody else may read there is nothing to see.
    guard result.exitCode < 126 else { return }
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.contains("500 worlds"))
  }
}
