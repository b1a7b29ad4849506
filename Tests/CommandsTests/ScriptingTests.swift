import Commands
import Glibc
import Language
import PtySupport
import Reports
import Testing

@Suite("Scripts, names and loops")
struct ScriptingTests {
  @Test("a name stands for its value in any command, and ?= leaves what is there")
  func names() throws {
    let desk = try Desk()
    #expect(desk.perform("let budget = 4,500 USD; let budget ?= 3; set cash.budget = $budget") == .done)
    #expect(desk.value("cash.budget") == "4500 USD")
    #expect(desk.perform("let path = \"cash.budget\"; show $path; let twice = $budget; let twice") == .done)
    #expect(desk.shown.contains("4500 USD") && desk.shown.contains("$twice   4,500 USD"))
    desk.perform("let")
    #expect(desk.shown.contains("$budget") && desk.shown.contains("$path"))
  }

  @Test(
    "what cannot be a name or has no value is refused",
    arguments: [
      "let 3 = 4", "let a b = 3", "let x =", "let = 3", "let nothing", "show $nothing", "let x = \"a; quit\"; $x",
      "let x = \"1; quit\"; set cash.budget = $x", "for 3 in 1 { help }", "for x in 1", "for x in { help }",
      "for x in 1..2 step 0 { help }", "for x in 1,,2 { help }", "for x in 1 { }", "for x in a..b { help }",
      "for x in 1..3 by 2 { help }", "for x in 1 { nonsense }", "for x in 1..99999999 { help }", "for", "script",
      "script nowhere.drop", "script shop.yaml a", "log", "ui nothing", "ui glyphs round",
    ])
  func refused(line: String) throws {
    let desk = try Desk()
    let before = desk.value("cash.budget")
    let ending = desk.perform(line)
    #expect(ending == (line == "log" ? .done : .failed(exitCode: 1)), "\(line): \(desk.shown)")
    #expect(desk.value("cash.budget") == before)
  }

  @Test(
    "a loop takes each value in turn",
    arguments: [
      ("1, 2,3", "1 2 3"), ("a b", "a b"), ("10..30 step 10", "10 20 30"), ("3..1", "3 2 1"),
      ("0.1..0.5 step 0.2", "0.1 0.3 0.5"), ("5%..15% step 5%", "5% 10% 15%"), ("1k..3k", "1k 2k 3k"),
      ("1k..2k step 500", "1k 1.5k 2k"), ("10k..30k step 10k", "10k 20k 30k"),
      ("\"a b\", c", "a b c"), ("7", "7"), ("-1..1", "-1 0 1"), ("1..2 step 3", "1"),
    ])
  func loop(values: String, wanted: String) throws {
    let desk = try Desk()
    #expect(desk.perform("for x in \(values) { let x }") == .done, "\(desk.complaint)")
    let shown = desk.shown.split(separator: "\n").map { $0.replacing("  $x   ", with: "") }
    #expect(shown.joined(separator: " ") == wanted)
  }

  @Test("a loop stands over several rows, holds loops, and gives its name back")
  func nestedLoop() throws {
    let desk = try Desk()
    let line = "let x = 9; for x in 1, 2 {\n  for y in a b {\n    let z = $x$y ; let z\n  }\n}\nlet x"
    #expect(desk.perform(line) == .done, "\(desk.complaint)")
    #expect(desk.shown == "  $z   1a\n  $z   1b\n  $z   2a\n  $z   2b\n  $x   9\n")
  }

  @Test("loops and scripts have limits")
  func limits() throws {
    let desk = try Desk()
    let deep = (0..<40).map { "for a\($0) in 1 { " }.joined() + "help" + String(repeating: " }", count: 40)
    #expect(desk.perform(deep) == .failed(exitCode: 1))
    #expect(desk.complaint.contains("at most 16 deep"))
    #expect(desk.perform("for a in 1..9999 { for b in 1..9999 { let c = 1 } }") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("at most 100,000 times"))
    desk.folder.write("script b.drop\n".utf8, to: "a.drop")
    desk.folder.write("\nscript ./a.drop\n".utf8, to: "b.drop")
    #expect(desk.perform("script a.drop") == .failed(exitCode: 1))
    #expect(desk.findings.first?.headline.contains("b.drop:2:8: error: this script is running already") == true)
  }

  @Test("an interruption ends loops and scripts between two commands")
  func interrupted() throws {
    let desk = try Desk()
    var asked = 0
    desk.session.surroundings.isInterrupted = {
      asked += 1
      return asked > 3
    }
    #expect(desk.perform("for x in 1..1000 { let x }") == .failed(exitCode: 130))
    #expect(desk.shown.split(separator: "\n").count == 3)
  }

  @Test("a script gets values, keeps its own names to itself, and sees files from its folder")
  func script() throws {
    let desk = try Desk()
    #expect(mkdir(desk.folder.path("sub"), 0o700) == 0)
    let text = "#!/usr/bin/env -S dropcast script\nlet b ?= 7\nlet own = 1\nload ../shop.yaml\nset cash.budget = $b\n"
    desk.folder.write(text.utf8, to: "sub/x.drop")
    #expect(desk.perform("script sub/x.drop b=\"5000 USD\"; show cash.budget") == .done, "\(desk.complaint)")
    #expect(desk.value("cash.budget") == "5000 USD")
    #expect(desk.perform("script sub/x.drop; let own") == .failed(exitCode: 1))
    #expect(desk.value("cash.budget") == "7 USD")
    // The folder of the script is no longer the one that files are seen from.
    #expect(desk.perform("load shop.yaml") == .done)
  }

  @Test("a script stops at the first error, or goes on and tells at the end")
  func keepGoing() throws {
    let desk = try Desk()
    desk.folder.write("run 50\nassert p50 orders < 0\nset cash.budget = 8\n".utf8, to: "a.drop")
    desk.folder.write("nonsense\nassert p50 orders < 0\nset cash.budget = 9\n".utf8, to: "b.drop")
    #expect(desk.perform("script a.drop; help") == .failed(exitCode: 3))
    #expect(desk.value("cash.budget") == "3000 USD")
    #expect(desk.perform("script a.drop --keep-going") == .failed(exitCode: 3))
    #expect(desk.value("cash.budget") == "8 USD")
    #expect(desk.perform("script b.drop --keep-going") == .failed(exitCode: 1))
    #expect(desk.findings.count == 2)
    #expect(desk.value("cash.budget") == "9 USD")
  }

  @Test("quit in a script ends that script only")
  func quit() throws {
    let desk = try Desk()
    desk.folder.write("set cash.budget = 8\nquit\nnonsense\n".utf8, to: "a.drop")
    #expect(desk.perform("script a.drop; show cash.budget") == .done)
  }

  @Test("verbs are written out in scripts, also where somebody typed the name of one")
  func wholeVerbs() throws {
    let desk = try Desk(interactive: true)
    desk.folder.write("sho cash.budget\n".utf8, to: "a.drop")
    #expect(desk.perform("scr a.drop") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("in scripts, write commands in full: show"))
    #expect(desk.perform("sho cash.budget") == .done)
  }

  @Test("a block that is never closed is not read anew for every row")
  func unclosed() throws {
    let desk = try Desk()
    desk.folder.write(
      (["set x = ("] + Array(repeating: "help", count: 100_000)).joined(separator: "\n").utf8, to: "a.drop")
    #expect(desk.perform("script a.drop") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("this bracket needs a closing )"))
  }

  @Test("edits beyond the thousandth are forgotten, the newest are kept")
  func undoIsBounded() throws {
    let desk = try Desk()
    #expect(desk.perform("for x in 1..1500 { set cash.budget = $x }") == .done)
    #expect(desk.session.past.count == 1000)
    #expect(desk.perform("undo 10000") == .done)
    #expect(desk.value("cash.budget") == "500 USD")
  }
}

@Suite("What was entered")
struct JournalTests {
  @Test("history writes a script: verbs whole, failures as comments, its own line left out")
  func script() throws {
    let desk = try Desk(interactive: true)
    for line in [
      "sho cash.budget", "let b = 4", "set cash.bugdet = 1", "set cash.budget = $b; bogus", " show", "run 50",
      "for x in 1, 2 {\n  let y = $x\n}", "help", "log l.md", "history --to s.drop",
    ] { desk.perform(line) }
    #expect(
      desk.folder.read("s.drop") == """
        #!/usr/bin/env -S dropcast script
        load shop.yaml
        show cash.budget
        let b = 4
        # failed: set cash.bugdet = 1
        set cash.budget = $b
        # failed: bogus
        run 50
        for x in 1, 2 {
          let y = $x
        }

        """)
    #expect(desk.notices == ["written: s.drop"])
    let again = try Desk(loaded: false)
    again.folder.write(desk.folder.read("s.drop").utf8, to: "s.drop")
    #expect(again.perform("script s.drop") == .done, "\(again.complaint)")
    #expect(again.value("cash.budget") == "4 USD")
  }

  @Test("in another folder the script names files from the root")
  func elsewhere() throws {
    let desk = try Desk()
    #expect(mkdir(desk.folder.path("sub"), 0o700) == 0)
    desk.perform("show --to 'a b.txt'; history --to sub/s.drop")
    #expect(
      desk.folder.read("sub/s.drop").hasSuffix(
        "\nload \(Files.real(desk.folder.path))/shop.yaml\nshow --to '\(Files.real(desk.folder.path))/a b.txt'\n"))
  }

  @Test("history searches this session and earlier ones")
  func search() throws {
    let desk = try Desk()
    desk.session.surroundings.remembered = ["set ads.meta.budget = 3", "run"]
    desk.perform("show cash.budget; history budget")
    #expect(desk.shown.hasSuffix("  set ads.meta.budget = 3\n  show cash.budget\n"))
    desk.perform("history nothing like it")
    #expect(desk.shown == "  no earlier command found\n")
    desk.perform("for x in 1..30 { let x } ; history")
    #expect(!desk.shown.contains("before"))
  }

  @Test("a log holds commands and answers as Markdown until log off")
  func log() throws {
    let desk = try Desk()
    #expect(desk.perform("log today.md") == .done)
    #expect(desk.perform("show cash.budget --json") == .done)
    #expect(desk.perform("set name = \"a ``` b\"") == .done)
    #expect(desk.perform("nonsense") == .failed(exitCode: 1))
    #expect(desk.perform("log off; help") == .done)
    let text = desk.folder.read("today.md")
    #expect(text.hasPrefix("# Dropcast session\n\n```text\nshop> show cash.budget --json\n{"))
    #expect(text.contains("````text\nshop> set name = \"a ``` b\"\n"))
    #expect(text.contains("shop*> nonsense\n<test>:1:1: error: unknown command: nonsense\n"))
    #expect(!text.contains("log off") && text.hasSuffix("```\n"))
    #expect(desk.perform("log today.md") == .failed(exitCode: 1))
    #expect(desk.perform("log today.md --append; log off") == .done)
    #expect(desk.folder.read("today.md").hasPrefix(text))
  }

  @Test("what follows the beginning of a log is in it, in the same line, in scripts and in loops")
  func logWithin() throws {
    let desk = try Desk()
    #expect(desk.perform("log line.md; let a = 1; show cash.budget") == .done)
    let line = desk.folder.read("line.md")
    #expect(line.contains("shop> let a = 1\n") && line.contains("shop> show cash.budget\n  cash.budget   3000 USD"))
    desk.perform("log off")
    desk.folder.write("log script.md\nfor b in 1, 2 { set cash.budget = $b }\nlog off\nlet c = 3\n".utf8, to: "s.drop")
    #expect(desk.perform("script s.drop") == .done, "\(desk.complaint)")
    let script = desk.folder.read("script.md")
    #expect(script.contains("> for b in 1, 2 {") && script.contains("3000 → 1 USD") && script.contains("1 → 2 USD"))
    #expect(!script.contains("let c") && desk.folder.read("line.md") == line)
  }

  @Test("only logs are added to, in whatever language they were begun")
  func foreignLogs() throws {
    let desk = try Desk()
    desk.folder.write("# Notes\n".utf8, to: "notes.md")
    #expect(desk.perform("log notes.md --append") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("this is not a dropcast log"))
    #expect(desk.folder.read("notes.md") == "# Notes\n")
    desk.folder.write("# Dropcast 会话\n".utf8, to: "zh.md")
    #expect(desk.perform("log zh.md --append; let a = 1") == .done, "\(desk.complaint)")
    #expect(desk.perform("let b = 2") == .done)
    let entries = ["let a = 1", "let b = 2"].map { "\n```text\nshop> \($0)\n```\n" }.joined()
    #expect(desk.folder.read("zh.md") == "# Dropcast 会话\n" + entries)
  }

  @Test("a log that cannot be written any more is an error of that line, and the session goes on without it")
  func endedLog() throws {
    let desk = try Desk()
    #expect(desk.perform("log today.md") == .done)
    #expect(unlink(desk.folder.path("today.md")) == 0)
    #expect(desk.perform("let a = 1") == .failed(exitCode: 1))
    #expect(desk.complaint.hasPrefix("the log ends here: there is no such file"), "\(desk.complaint)")
    #expect(desk.perform("let a") == .done)
    #expect(desk.perform("log") == .done && desk.shown.contains("there is no log"))
  }

  @Test("an answer that is one value can be named, and $_ stands for the last one")
  func answersAsValues() throws {
    let desk = try Desk()
    #expect(desk.perform("set cash.budget = $_") != .done)
    #expect(desk.complaint.contains("it gets a value from: need, solve or show PARAMETER"))
    #expect(desk.perform("show cash.budget; let before = $_; let before") == .done && desk.shown.contains("3000"))
    #expect(
      desk.perform("let money = solve ads.meta.budget for mean ads >= 1000 over 5..60 --paths 50") == .done,
      "\(desk.complaint)")
    let found = try #require(desk.session.variables["money"])
    #expect(found == desk.session.variables["_"])
    #expect(desk.perform("set ads.meta.budget = $money") == .done, "\(desk.complaint)")
    #expect(desk.perform("let again ?= show cash.budget; let again ?= 7; let again") == .done)
    // Quoted it is a word, and what has no single answer names nothing.
    #expect(desk.perform("let word = 'need'; let word") == .done && desk.shown.contains("need"))
    #expect(desk.perform("let all = show") != .done && desk.complaint.contains("not a single value"))
    #expect(desk.session.variables["all"] == nil)
    #expect(desk.perform("let _ = 3") != .done)
  }

  @Test("a number is tuned key by key; Enter keeps it, q does not, and a range has no one value")
  func tuning() throws {
    let desk = try Desk()
    func press(_ keys: String) {
      var left = Array(keys.utf8)[...]
      desk.session.surroundings.key = { left.popFirst() }
    }
    press("kkjk?\r")
    #expect(desk.perform("tune ads.meta.budget 40") == .done)
    for value in ["30 USD", "32 USD", "34 USD"] { #expect(desk.shown.contains("\(value) per day · of 100 worlds")) }
    #expect(desk.value("ads.meta.budget") == "34 USD per day")
    press("jq")
    #expect(desk.perform("undo; tune ads.meta.budget 40") == .done)
    #expect(desk.shown.contains("28 USD per day · of 100 worlds") && desk.value("ads.meta.budget") == "30 USD per day")
    desk.perform("set ads.meta.cpc = 0.4 to 0.6")
    #expect(desk.perform("tune ads.meta.cpc") != .done && desk.complaint.contains("drawn from a range"))
    #expect(desk.perform("tune stores.shop.opens") != .done)
    #expect(desk.perform("tune") != .done && desk.complaint.contains("which parameter?"))
  }

  @Test("a saved file is run again, and what the change does is told; what is wrong in it ends nothing")
  func watching() throws {
    let desk = try Desk()
    let text = desk.folder.read("shop.yaml")
    let saves = [
      text.replacing("budget: 30 USD per day", with: "budget: 20 USD per day"),
      text.replacing("budget: 30 USD per day", with: "bugdet: 20 USD per day"),
      text.replacing("budget: 30 USD per day", with: "budget: 10 USD per day"),
    ]
    let steps = Steps()
    let folder = desk.folder
    desk.session.surroundings.pause = {
      guard let save = steps.next(of: saves) else { return false }
      folder.write(save.utf8, to: "shop.yaml")
      return true
    }
    #expect(desk.perform("watch 60 --seed 4") == .done)
    #expect(desk.shown.contains("30 → 20 USD per day") && desk.shown.contains("20 → 10 USD per day"))
    #expect(desk.shown.contains("60 worlds, the same for both"))
    #expect(desk.findings.contains { $0.message.contains("bugdet") })
    #expect(desk.value("ads.meta.budget") == "10 USD per day")
  }

  @Test("without a file, or with changes that it does not have, there is nothing to watch")
  func nothingToWatch() throws {
    let desk = try Desk()
    #expect(
      desk.perform("set cash.budget = 2000; watch") != .done && desk.complaint.contains("save or undo them first"))
    #expect(desk.perform("undo; watch until se(ruin) < 1%") != .done && desk.complaint.contains("watch 2000"))
  }

  @Test("the operator can have answers without columns and pictures, and that is kept")
  func plainWords() throws {
    let desk = try Desk(interactive: true)
    desk.session.surroundings.configDirectory = desk.folder.path("config")
    #expect(desk.perform("ui plain on") == .done && desk.session.look.isPlain)
    #expect(desk.folder.read("config/ui.drop").hasSuffix("\nui plain on\n"))
    #expect(desk.perform("ui plain") == .done && desk.shown.contains("for screen readers"))
    #expect(desk.perform("ui plain maybe") != .done && desk.complaint.contains("off, on"))
    #expect(desk.perform("ui 朗读 off") == .done && !desk.session.look.isPlain)
  }

  @Test("what ui sets is kept as a script of its own, unless a script says it")
  func settings() throws {
    let desk = try Desk(interactive: true)
    desk.session.surroundings.configDirectory = desk.folder.path("config")
    #expect(desk.perform("ui glyphs ascii; ui hints off; ui 颜色 on") == .done)
    #expect(desk.folder.read("config/ui.drop").hasSuffix("\nui glyphs ascii\nui hints off\nui colour on\n"))
    #expect(desk.perform("ui glyphs auto; ui colour auto") == .done)
    #expect(desk.folder.read("config/ui.drop").hasSuffix(".\nui hints off\n"))
    desk.folder.write("ui pager off\n".utf8, to: "a.drop")
    #expect(desk.perform("script a.drop; ui pager") == .done)
    #expect(desk.shown.contains("off") && !desk.folder.read("config/ui.drop").contains("pager"))
  }

  @Test("ASCII glyphs by choice, whatever the screen shows")
  func glyphs() throws {
    let desk = try Desk()
    desk.perform("ui glyphs ascii")
    #expect(desk.session.glyphs == .ascii)
    desk.session.surroundings.usesUnicode = false
    desk.perform("ui glyphs auto")
    #expect(desk.session.glyphs == .ascii)
    desk.perform("ui glyphs blocks")
    #expect(desk.session.glyphs == .unicode)
  }
}

@Suite("Going on after errors")
struct KeepGoingTests {
  @Test("the rest of a line is performed after a command that failed, and the exit code tells of it")
  func line() throws {
    let desk = try Desk()
    #expect(desk.perform("set foo 3; let x = 2") == .failed(exitCode: 1))
    #expect(desk.session.variables.isEmpty)
    desk.session.keepsGoing = true
    #expect(desk.perform("set foo 3; let x = 2; run 20; assert ruin < 0%") == .failed(exitCode: 1))
    #expect(desk.session.variables == ["x": "2"])
    #expect(desk.findings.count == 2)
    #expect(desk.perform("assert ruin < 0%; let y = 3; quit; let z = 4") == .failed(exitCode: 3))
    #expect(desk.session.variables == ["x": "2", "y": "3"])
  }

  @Test("a script says for itself whether it goes on")
  func script() throws {
    let desk = try Desk()
    desk.folder.write("set foo 3; set cash.budget 7\nset ads.meta.budget 8\n".utf8, to: "a.drop")
    #expect(desk.perform("script a.drop") == .failed(exitCode: 1))
    #expect(desk.value("cash.budget") == "3000 USD")
    #expect(desk.perform("script a.drop --keep-going") == .failed(exitCode: 1))
    #expect(desk.value("cash.budget") == "7 USD" && desk.value("ads.meta.budget") == "8 USD per day")
  }
}

@Suite("Hints")
struct HintTests {
  @Test(
    "the rest of a verb, its syntax, the value of a parameter; nothing where there is nothing to say",
    arguments: [
      ("", ""), ("s", ""), ("sav", "e [FILE.yaml] [--force]"), ("save", " [FILE.yaml] [--force]"),
      ("save ", "[FILE.yaml] [--force]"), ("save x", ""), ("save x ", "[--force]"),
      ("set cash.budget ", "= VALUE   now 3000 USD"),
      ("show ", "[PART|PARAMETER|rules|events|preset NAME|RUN|months|pnl] [of RUN]"),
      ("run 5 ", "[as NAME]"),
      ("run --seed ", "N"), ("run --seed", " N"), ("run --plan ", ""), ("nonsense ", ""), ("help; undo ", "[N]"),
      ("strategy drop ", "NAME"), ("strategy rename ", "A B"), ("strategy rename lean ", "B"), ("strategy list ", ""),
      ("need for ", "CONDITION [over A..B] [of STRATEGY]"), ("need for ruin ", "[over A..B] [of STRATEGY]"),
      ("solve months for ", "CONDITION [over A..B] [of STRATEGY]"), ("run as ", "NAME"),
      ("whatif when ", "CONDITION then ACTION… [of STRATEGY]"),
      ("for x in 1, 2 { undo ", "[N]"), ("  undo ", "[N]"), ("设置 cash.budget ", "= VALUE   now 3000 USD"),
    ])
  func hints(line: String, wanted: String) throws {
    let hint = try Desk().session.hint(after: line)
    #expect(hint == wanted)
  }
}

/// Hands out one thing after the other.
private final class Steps {
  private var place = 0

  func next(of texts: [String]) -> String? {
    defer { place += 1 }
    return texts.indices.contains(place) ? texts[place] : nil
  }
}
