import PtySupport
import Testing

@Suite("Options of the process")
struct ProcessOptionTests {
  let shop = Shop()

  @Test(
    "how answers look is asked for before the verb or behind it",
    arguments: [["--ascii"], ["--width", "60"], ["--width=60"], ["--color", "always"], ["--quiet"]])
  func anywhere(_ option: [String]) throws {
    let words = ["run", "shop.yaml", "50"]
    let before = try BuiltProgram.run(
      "dropcast", option + words, in: shop.folder.path, environment: shop.environment)
    let behind = try BuiltProgram.run(
      "dropcast", words + option, in: shop.folder.path, environment: shop.environment)
    #expect(before.exitCode == 0 && behind.exitCode == 0, "\(behind.errors)")
    #expect(before.output == behind.output)
  }

  @Test("an option without its value takes no other word for it")
  func missingValue() throws {
    let result = try shop.dropcast("run", "shop.yaml", "50", "--width")
    #expect(result.exitCode == 2 && result.errors.contains("--width"))
  }

  @Test("--help behind a verb explains the verb", arguments: [["run", "--help"], ["run", "shop.yaml", "-h"]])
  func helpOfVerb(_ words: [String]) throws {
    let result = try BuiltProgram.run("dropcast", words, in: shop.folder.path, environment: shop.environment)
    let page = try shop.dropcast("help", "run").output
    #expect(result.exitCode == 0 && result.output == page)
  }

  @Test("an option that does not exist is called one, with the nearest")
  func unknown() throws {
    let result = try shop.dropcast("--widht", "60")
    #expect(result.exitCode == 2)
    #expect(result.errors == "dropcast: no such option: --widht\n  nearest: --width\n")
  }

  @Test("an answer that cannot be written is told on standard error", arguments: ["run shop.yaml 50", "--help"])
  func fullDisk(_ words: String) throws {
    let program = try BuiltProgram.path("dropcast")
    let result = try BuiltProgram.runFile(
      "/bin/sh", ["-c", "\(program) \(words) > /dev/full"], in: shop.folder.path, environment: shop.environment)
    #expect(result.exitCode == 1)
    #expect(result.errors == "dropcast: cannot write the answer: no space is left on the disk\n")
  }

  @Test("a directory is no script, in any language")
  func directory() throws {
    let result = try shop.dropcast("script", ".")
    #expect(result.exitCode == 1 && result.errors.contains("this is a folder"))
    let chinese = try shop.dropcast("--lang", "zh", "script", ".").errors
    #expect(!chinese.contains("directory"))
  }

  @Test("what an error advises keeps to the width that was asked for")
  func width() throws {
    let line = "load shop.yaml; strategy drop lean; compare"
    let errors = try shop.dropcast("--width", "60", "-c", line).errors
    #expect(errors.contains("make a strategy"))
    let advice = errors.split(whereSeparator: \.isNewline).dropFirst()
    #expect(advice.allSatisfy { $0.count <= 60 }, "\(errors)")
  }
}
