import Foundation
import Glibc
import PtySupport
import Testing

@Suite("Answers outside a terminal")
struct OutputTests {
  let shop = Shop()

  @Test("one command is a process, and says the same as the language")
  func verb() throws {
    let verb = try shop.dropcast("run", "shop.yaml", "200", "--seed", "7", "--json")
    let line = try shop.dropcast("-c", "load shop.yaml; run 200 --seed 7 --json")
    #expect(verb.exitCode == 0 && verb.errors.isEmpty)
    #expect(line.output.hasSuffix(verb.output))
    #expect(try !verb.json.isEmpty)
  }

  @Test("words of the process keep their blanks and signs")
  func words() throws {
    let result = try shop.dropcast("run", "shop.yaml", "50", "--set", "cash.budget = 10 USD", "--json")
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(try shop.dropcast("show", "shop.yaml", "cash.budget").output.contains("3000 USD"))
  }

  @Test("with --json every line of standard output parses")
  func everyLine() throws {
    let commands =
      "load shop.yaml; set cash.budget = 10; show; diff; run 50; assert ruin <= 100%; plot; undo; help; schema"
    let result = try shop.dropcast("--json", "-c", commands)
    #expect(result.exitCode == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count >= 6)
    for line in lines {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
  }

  @Test("notices go to standard error, and --quiet leaves them out")
  func notices() throws {
    let result = try shop.dropcast("-c", "load shop.yaml; show --to a.txt; show --json")
    #expect(result.errors == "written: a.txt\n")
    let quiet = try shop.dropcast("--quiet", "-c", "load shop.yaml; show --to b.txt")
    #expect(quiet.exitCode == 0 && quiet.errors.isEmpty)
  }

  @Test("what to know of a file's ranges is told once, by one command and by a script")
  func notesOnce() throws {
    let text = Shop.yaml.replacing("conversion: 3 %", with: "conversion: 'normal(3 %, 3 %)'")
    shop.folder.write(text.utf8, to: "unsure.yaml")
    for result in [
      try shop.dropcast("run", "unsure.yaml", "20"), try shop.dropcast("-c", "load unsure.yaml; run 20; run 20"),
      try shop.dropcast(input: "load unsure.yaml\nrun 20\n"),
    ] {
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(result.errors.components(separatedBy: "are never drawn").count == 2, "\(result.errors)")
    }
  }

  @Test("no byte steers a terminal, unless colour is asked for")
  func escapes() throws {
    let commands = "load shop.yaml; run 200; plot; show; help; set cash.budget 1; nonsense"
    #expect(try !shop.dropcast("-c", commands).hasEscapes)
    #expect(try shop.dropcast("--color", "always", "-c", commands).hasEscapes)
  }

  @Test("names cannot steer a terminal either")
  func hostileNames() throws {
    shop.folder.write(Shop.yaml.replacing("small shop", with: #""\e[31m\u202Eshop""#).utf8, to: "red.yaml")
    let result = try shop.dropcast("-c", "load red.yaml; run 50; show name; show \u{1B}[31m")
    #expect(!result.hasEscapes && !(result.output + result.errors).contains("\u{202E}"))
  }

  @Test("--ascii keeps to ASCII")
  func ascii() throws {
    let result = try shop.dropcast("--ascii", "-c", "load shop.yaml; run 200; plot; set cash.budget 1; show")
    #expect(result.exitCode == 0)
    #expect(result.output.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0A })
  }

  @Test("no progress is shown outside a terminal, however long the work")
  func progress() throws {
    let result = try shop.dropcast("run", "shop.yaml", "60k", "--json")
    #expect(result.exitCode == 0 && result.errors.isEmpty)
  }

  @Test("progress appears where standard error alone is a terminal, and no byte of it on standard output")
  func progressOnStandardError() throws {
    let terminal = try StandardErrorTerminal()
    let files = [
      open("/dev/null", O_RDONLY | O_CLOEXEC),
      open(shop.folder.path("output"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600), terminal.descriptor,
    ]
    defer { for file in files.prefix(2) { close(file) } }
    let process = try PlainProcess(
      "dropcast", ["run", "shop.yaml", "200k", "--months", "60"], files: files, in: shop.folder.path,
      environment: ["TERM=xterm"] + shop.environment)
    let shown = try terminal.wait(for: "Ctrl-C: stop")
    #expect(shown.contains("running 200,000 worlds") && shown.contains("%"))
    process.signal(SIGINT)
    #expect(try process.waitForExit() == 130)
    #expect(shop.folder.read("output").isEmpty)
  }

  @Test("--help shows the five ways to start")
  func help() throws {
    let help = try shop.dropcast("--help").output
    for way in [
      "dropcast  ", "dropcast lamp.yaml", "dropcast script check.drop", "dropcast -c '", "dropcast run lamp.yaml",
    ] {
      #expect(help.contains(way), "\(way)")
    }
  }

  @Test(
    "a reader that has gone ends the program without a word, and not as if all were done",
    arguments: [
      ["-c", "help; help; help"], ["--help"], ["script", "judged.drop"], ["--keep-going", "script", "judged.drop"],
      ["--keep-going", "-c", "help; save late.yaml", "-c", "save later.yaml"], ["run", "shop.yaml", "20", "--json"],
    ])
  func readerGone(arguments: [String]) throws {
    shop.folder.write("load shop.yaml\nrun 20\nassert p50 orders < 0\nsave late.yaml\n".utf8, to: "judged.drop")
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    let errors = open(shop.folder.path("errors"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    let input = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer { for file in [errors, input] { close(file) } }
    let process = try PlainProcess(
      "dropcast", arguments, files: [input, ends[1], errors], in: shop.folder.path,
      environment: shop.environment)
    #expect(try process.waitForExit() == 128 + SIGPIPE)
    #expect(shop.folder.read("errors").isEmpty)
    #expect(shop.folder.names() == ["errors", "judged.drop", "shop.yaml"])
  }

  @Test("a standard stream that is closed or full is an error, and no file takes its place")
  func closedStreams() throws {
    for (redirection, reason) in [(">&-", "Bad file descriptor"), (">/dev/full", "no space is left on the disk")] {
      let line = "exec \"$0\" -c 'load shop.yaml; save copy.yaml' \(redirection)"
      let result = try BuiltProgram.runFile(
        "/bin/sh", ["-c", line, try BuiltProgram.path("dropcast")], in: shop.folder.path, environment: shop.environment)
      #expect(result.exitCode == 1)
      #expect(result.errors == "dropcast: cannot write the answer: \(reason)\n", "\(redirection)")
      #expect(shop.folder.names() == ["shop.yaml"])
    }
    let silent = try BuiltProgram.runFile(
      "/bin/sh", ["-c", "exec \"$0\" run shop.yaml 20 --to run.json 2>&-", try BuiltProgram.path("dropcast")],
      in: shop.folder.path, environment: shop.environment)
    #expect(silent.exitCode == 1 && shop.folder.read("run.json").hasPrefix("{"))
  }

  @Test(
    "bytes of options, commands and names of files reach no terminal as they are",
    arguments: [
      ["--width", "\u{1B}[31m"], ["--width=\u{1B}[31m"], ["--color", "\u{1B}[31m"], ["--lang", "\u{1B}[31m"],
      ["-c", "\u{1B}[31m"], ["-c\u{1B}[31m"], ["--print", "\u{1B}[31m"], ["-\u{1B}[31m"],
      ["show", "shop.yaml", "--to", "\u{1B}[31m.txt"],
      ["-c", "load shop.yaml; log '\u{1B}[31m.md'; save '\u{1B}.yaml'"],
    ])
  func hostileArguments(arguments: [String]) throws {
    let result = try BuiltProgram.run("dropcast", arguments, in: shop.folder.path, environment: shop.environment)
    #expect(!result.hasEscapes && !(result.errors + result.output).isEmpty, "\(arguments)")
  }

  @Test("--to writes a file whole or not at all, and overwrites only by force")
  func toFile() throws {
    #expect(try shop.dropcast("run", "shop.yaml", "50", "--to", "run.json").exitCode == 0)
    let first = shop.folder.read("run.json")
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(first.utf8)) }
    let again = try shop.dropcast("run", "shop.yaml", "60", "--to", "run.json")
    #expect(again.exitCode == 1 && again.errors.contains("--force"))
    #expect(shop.folder.read("run.json") == first)
    #expect(try shop.dropcast("run", "shop.yaml", "60", "--to", "run.json", "--force").exitCode == 0)
    #expect(shop.folder.read("run.json") != first)
    #expect(try shop.dropcast("run", "shop.yaml", "60", "--to", "none/run.json").exitCode == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: shop.folder.path).sorted()
    #expect(names == ["run.json", "shop.yaml"])
  }

  @Test("the same seed gives the same bytes for any threads, language, time zone and width")
  func sameBytes() throws {
    let wanted = try shop.dropcast("run", "shop.yaml", "500", "--json").output
    for threads in ["1", "2", "7"] {
      #expect(try shop.dropcast("run", "shop.yaml", "500", "--threads", threads, "--json").output == wanted)
    }
    for extra in [
      ["LC_ALL=de_DE.UTF-8"], ["LC_ALL=C"], ["TZ=Asia/Shanghai", "LANG=zh_CN.UTF-8"], ["COLUMNS=40", "TERM=xterm"],
    ] {
      #expect(try shop.dropcast("run", "shop.yaml", "500", "--json", environment: extra).output == wanted)
    }
    #expect(try shop.dropcast("run", "shop.yaml", "500", "--seed", "2", "--json").output != wanted)
  }
}
