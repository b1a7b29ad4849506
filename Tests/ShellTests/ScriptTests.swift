import Glibc
import PtySupport
import Testing

@Suite("Scripts")
struct ScriptTests {
  let shop = Shop()

  private func script(_ text: String) throws -> BuiltProgram.Result {
    shop.folder.write(text.utf8, to: "check.drop")
    return try shop.dropcast("script", "check.drop")
  }

  @Test("a script with a #! line, comments, continued lines and blank ones runs from top to bottom")
  func whole() throws {
    let result = try script(
      """
      #!/usr/bin/env -S dropcast script
      # the shop, with more money
      load shop.yaml

      set cash.budget \\
        = 5000
      show cash.budget   # comments may stand behind
      run 50; assert ruin <= 100%
      """)
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.contains("5000 USD") && result.output.contains("holds: ruin"))
  }

  @Test("file names are seen from the script's folder")
  func relative() throws {
    #expect(mkdir(shop.folder.path("sub"), 0o700) == 0)
    shop.folder.write("load ../shop.yaml\nshow cash.budget --to here.txt\n".utf8, to: "sub/x.drop")
    let result = try shop.dropcast("script", "sub/x.drop")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(shop.folder.read("sub/here.txt").contains("3000 USD"))
  }

  @Test("the first error ends it, with file, line and column")
  func firstError() throws {
    let result = try script("load shop.yaml\nset cash.budget = 9\nset cash.bugdet = 9\nset cash.budget = 10\nhelp\n")
    #expect(result.exitCode == 1)
    #expect(result.errors.hasPrefix("check.drop:3:5: error: no such parameter: cash.bugdet\n"))
    #expect(!result.output.contains("10 USD") && !result.output.contains("Simulate"))
  }

  @Test("an error in a continued line is placed in the line where it stands")
  func continuedError() throws {
    let result = try script("load shop.yaml\nset \\\n  cash.bugdet = 9\n")
    #expect(result.errors.hasPrefix("check.drop:3:3: error:"), "\(result.errors)")
  }

  @Test("a failed assert ends it with 3")
  func failedAssert() throws {
    let result = try script("load shop.yaml\nrun 50\n  assert p50 orders < 0\nhelp\n")
    #expect(result.exitCode == 3)
    #expect(result.errors.hasPrefix("check.drop:3:10: error: assert failed"), "\(result.errors)")
  }

  @Test(
    "what is unfinished at the end is an error",
    arguments: ["set cash.budget = (3", "show \"cash", "set cash.budget \\"])
  func unfinished(line: String) throws {
    let result = try script("load shop.yaml\n\(line)\n")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("check.drop:2:"), "\(result.errors)")
  }

  @Test("quit ends it early and well")
  func quit() throws {
    let result = try script("load shop.yaml\nquit\nnonsense\n")
    #expect(result.exitCode == 0 && result.errors.isEmpty)
  }

  @Test("a script that cannot be read is an error", arguments: ["nowhere.drop", "."])
  func unreadable(path: String) throws {
    let result = try shop.dropcast("script", path)
    #expect(result.exitCode == 1)
    #expect(result.errors.hasPrefix("\(path): error:"), "\(result.errors)")
  }

  @Test("standard input without a terminal is a script, and a last line needs no end")
  func standardInput() throws {
    let result = try shop.dropcast(input: "load shop.yaml\nshow cash.budget")
    #expect(result.exitCode == 0)
    #expect(result.output.contains("3000 USD") && result.errors.isEmpty && !result.hasEscapes)
    let failing = try shop.dropcast("shop.yaml", input: "show cash.budget\nnonsense\nhelp\n")
    #expect(failing.exitCode == 1)
    #expect(failing.errors.hasPrefix("<stdin>:2:1: error: unknown command: nonsense"))
  }

  @Test("scripts may end their lines as Windows does")
  func carriageReturns() throws {
    let result = try script("load shop.yaml\r\nshow cash.budget\r\n")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output.contains("3000 USD"))
  }

  @Test("a line that is not UTF-8 is an error in its place")
  func notUTF8() throws {
    shop.folder.write(Array("load shop.yaml\nset name = ".utf8) + [0xFF, 0xFE, 0x0A], to: "check.drop")
    let result = try shop.dropcast("script", "check.drop")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("line 2: this is not UTF-8 text"))
  }

  @Test("verbs are not shortened in scripts")
  func shortened() throws {
    let result = try script("loa shop.yaml\n")
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("in scripts, write commands in full: load"))
  }
}
