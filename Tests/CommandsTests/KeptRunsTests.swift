import CSQLite
import Commands
import Foundation
import Language
import PtySupport
import Reports
import Scenarios
import Testing

@Suite("Runs are kept from one session to the next")
struct KeptRunsTests {
  /// A session of somebody who types, beside the scenario of another one.
  private func next(_ before: Desk) throws -> Desk { try Desk(interactive: true, in: before.folder, keeping: true) }

  private func desk() throws -> Desk { try Desk(interactive: true, keeping: true) }

  /// Without the line breaks of a narrow screen.
  private func flat(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  private func rows(_ desk: Desk, _ line: String) throws -> [[String: Any]] {
    #expect(desk.perform(line) == .done, "\(desk.complaint)")
    return try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [[String: Any]])
  }

  @Test("a run is kept beside its scenario, which is told once, and numbers go on in the next session")
  func numbers() throws {
    let first = try desk()
    first.perform("run 50 as before")
    let place = Files.real(first.folder.path) + "/.dropcast/runs.db"
    #expect(first.notices == ["from now on, runs are kept in \(place); to turn this off, write: ui keep off"])
    first.perform("run 60 --strategy lean")
    #expect(first.notices.isEmpty)
    let second = try next(first)
    second.perform("run 70")
    #expect(second.shown.contains("#3") && second.notices.isEmpty)
    #expect(try rows(second, "runs --all --json").map { $0["run"] as? String } == ["#1", "#2", "#3"])
    #expect(try rows(second, "runs --json").map { $0["run"] as? String } == ["#3"])
    #expect(first.folder.mode(".dropcast") == 0o700)
  }

  @Test("show answers at once from what was kept, and with data by running it again: the same bytes")
  func show() throws {
    let first = try desk()
    first.perform("run 200 --seed 9 --strategy lean as before")
    first.perform("show #1 --json")
    let wanted = first.data
    let second = try next(first)
    second.perform("set ads.*.budget x3")
    for name in ["#1", "before"] {
      #expect(second.perform("show \(name)") == .done, "\(second.complaint)")
      for part in ["lean · 200 worlds · 3 months from 2027-01-01 · seed 9 · #1 before", "shop.yaml", "ads.meta.budget"]
      {
        #expect(second.shown.contains(part), "\(second.shown)")
      }
      #expect(second.perform("show \(name) --json") == .done, "\(second.complaint)")
      #expect(second.data == wanted && second.notices.isEmpty)
    }
    #expect(second.session.runs.isEmpty && second.session.lastRun == nil)
  }

  @Test("a kept run without a scenario in the session is shown, too")
  func unloaded() throws {
    let first = try desk()
    first.perform("run 50")
    let second = try Desk(interactive: true, loaded: false, in: first.folder, keeping: true)
    #expect(second.perform("show #1") == .done && second.shown.contains("50 worlds"))
    #expect(second.perform("rerun #1") == .done && second.shown.contains("result is the same"))
    #expect(second.perform("runs") == .done && second.shown.contains("#1"))
  }

  @Test("runs of earlier sessions are compared in the same worlds")
  func compare() throws {
    let first = try desk()
    for line in ["run 200 as before", "set ads.*.budget x3", "run 200"] { first.perform(line) }
    first.perform("compare #1 #2 --json")
    let wanted = first.data
    let second = try next(first)
    #expect(second.perform("compare #1 #2 --json") == .done, "\(second.complaint)")
    #expect(second.data == wanted)
    #expect(second.perform("show months of #2") == .done && second.perform("explain world 3 of #1") == .done)
    #expect(second.perform("report two.html of #1 #2") == .done, "\(second.complaint)")
  }

  @Test("rerun tells that it comes out the same, or why not")
  func rerun() throws {
    let first = try desk()
    first.perform("run 200")
    #expect(first.perform("rerun #1") == .done && first.shown.contains("The result is the same"))
    let second = try next(first)
    #expect(second.perform("rerun #1") == .done && second.shown.contains("The result is the same"), "\(second.shown)")
    try first.tamper("UPDATE endings SET ruined = ruined + 1")
    second.perform("rerun #1")
    #expect(flat(second.shown).contains("the kept figures do not match the kept scenario"))
    try first.tamper("UPDATE runs SET streams = 99")
    second.perform("rerun #1")
    #expect(flat(second.shown).contains("random-number version 99"))
    #expect(try next(first).perform("rerun #7") == .failed(exitCode: 1))
  }

  @Test("every bundled scenario is read back from its frozen text as the same program")
  func frozen() throws {
    let desk = try desk()
    for name in try FileManager.default.contentsOfDirectory(atPath: bundledScenarios).sorted()
    where name.hasSuffix(".yaml") {
      desk.folder.write(try Data(contentsOf: URL(filePath: bundledScenarios + name)), to: name)
      #expect(desk.perform("load \(name)") == .done, "\(name): \(desk.complaint)")
      for strategy in desk.session.strategyNames {
        #expect(desk.perform("run 2 --months 1 --strategy \(strategy)") == .done, "\(name): \(desk.complaint)")
      }
    }
    let count = desk.session.runCount
    #expect(count > 20)
    let next = try next(desk)
    for number in 1...count {
      #expect(next.perform("rerun #\(number)") == .done, "\(next.complaint)")
      #expect(next.shown.contains("The result is the same"), "\(number): \(next.shown)")
    }
  }

  @Test("names, notes and tags are written, found again and taken away")
  func remarks() throws {
    let first = try desk()
    first.perform("run 50; run 60; run 70")
    let second = try next(first)
    for line in [
      "runs name #1 before", "runs note #1 'as the bank wants it'", "runs tag #1 bank", "runs tag #2 bank",
      "runs untag #2 bank", "runs tag #3 bank",
    ] { #expect(second.perform(line) == .done, "\(line): \(second.complaint)") }
    let tagged = try rows(second, "runs bank --json")
    #expect(tagged.map { $0["run"] as? String } == ["#1", "#3"])
    #expect(tagged[0]["note"] as? String == "as the bank wants it" && tagged[0]["name"] as? String == "before")
    second.perform("show before")
    #expect(second.shown.contains("note: as the bank wants it") && second.shown.contains("tags: bank"))
    second.perform("runs name #2 before")
    #expect(try rows(second, "runs before --json").map { $0["run"] as? String } == ["#2"])
    #expect(second.perform("runs note #9 x") == .failed(exitCode: 1))
    #expect(second.perform("runs tag #1 'two words'") == .failed(exitCode: 1))
    #expect(second.perform("runs untag #1 absent") == .failed(exitCode: 1))
  }

  @Test("what why found is kept with its run, in the place of what it found before, and goes with it")
  func causes() throws {
    let first = try desk()
    first.perform("run 600 as hard --seed 3")
    #expect(first.perform("why --paths 600 --seed 3") == .done, "\(first.complaint)")
    let second = try next(first)
    #expect(second.perform("show #1") == .done && second.notices.isEmpty)
    #expect(
      second.shown.contains("Found earlier by the command \"why\", about the worst 30 of 600 worlds:")
        && second.shown.contains("What if"), "\(second.shown)")
    let told = second.shown
    first.perform("why --paths 600 --seed 3")
    second.perform("show hard")
    #expect(second.shown == told)
    // Of other worlds it is another run, which is kept as well.
    first.perform("why --paths 700 --seed 3")
    second.perform("show #2")
    #expect(second.shown.contains("of 700 worlds"), "\(second.shown)")
    // Numbers that cannot be are passed over; names that nobody knows are told as they stand.
    try first.tamper(
      "UPDATE causes SET saved = worlds + 1 WHERE run = 2; UPDATE causes SET cause = 'moon' WHERE run = 1")
    let third = try next(first)
    third.perform("show #2")
    #expect(!third.shown.contains("Found earlier by the command"))
    third.perform("show #1")
    #expect(third.shown.contains("moon"))
    third.perform("runs drop #1")
    #expect(third.perform("show #1") == .failed(exitCode: 1))
  }

  @Test("kept runs are offered where a run belongs, by number and by name")
  func completion() throws {
    let first = try desk()
    first.perform("run 50 as careful; run 60")
    let second = try next(first)
    func offered(_ line: String) -> [String] {
      second.session.completions(of: line, at: line.count).candidates.map(\.text)
    }
    #expect(offered("rerun ") == ["#2", "#1", "careful"])
    #expect(offered("compare #") == ["#2", "#1"])
    #expect(offered("runs drop c") == ["careful"])
    second.perform("run 70")
    #expect(offered("report of #") == ["#3", "#2", "#1"])
    // A script may not see what was run before.
    let script = try Desk(in: first.folder, keeping: false)
    #expect(script.session.completions(of: "rerun ", at: 6).candidates.isEmpty)
  }

  @Test("dropped runs are gone, and their numbers are not given again")
  func drop() throws {
    let desk = try desk()
    desk.perform("run 50; run 60; run 70")
    #expect(desk.perform("runs drop #2 #3") == .done, "\(desk.complaint)")
    #expect(try rows(desk, "runs --all --json").map { $0["run"] as? String } == ["#1"])
    #expect(desk.perform("show #3") == .failed(exitCode: 1))
    #expect(desk.perform("runs drop #2") == .failed(exitCode: 1))
    desk.perform("run 50")
    #expect(desk.shown.contains("#4"))
  }

  @Test("runs of one scenario, by its name or its file")
  func ofScenario() throws {
    let desk = try desk()
    desk.folder.write(smallShop.replacing("name: small shop", with: "name: other").utf8, to: "other.yaml")
    desk.perform("run 50; load other.yaml; run 60")
    for name in ["other", "other.yaml"] {
      #expect(try rows(desk, "runs of \(name) --json").map { $0["run"] as? String } == ["#2"], "\(name)")
    }
    #expect(try rows(desk, "runs of 'small shop' --json").count == 1)
    desk.perform("runs of nothing")
    #expect(desk.shown.contains("no run is called nothing"))
  }

  @Test("ui keep off keeps nothing, and then nothing is made")
  func off() throws {
    let desk = try desk()
    desk.perform("ui keep off; run 50")
    #expect(!desk.folder.names().contains(".dropcast") && desk.shown.contains("#1"))
  }

  @Test("a script counts its own runs, and keeps them only where it is asked to")
  func scripts() throws {
    let typed = try desk()
    typed.perform("run 50; run 60")
    let script = try Desk(in: typed.folder, keeping: false)
    script.perform("run 70")
    #expect(script.shown.contains("#1") && script.notices.isEmpty)
    #expect(script.perform("show #2") == .failed(exitCode: 1))
    script.perform("ui keep on; run 80")
    #expect(script.shown.contains("#2") && script.notices == ["kept as #3"], "\(script.notices)")
    // Without runs of its own it sees those that were kept.
    let verb = try Desk(in: typed.folder, keeping: false)
    #expect(verb.perform("show #3") == .done && verb.shown.contains("80 worlds"))
  }

  @Test("where the folder of the scenario cannot be written, runs are kept with the user's data")
  func readOnly() throws {
    let desk = try Desk(interactive: true, keeping: true)
    desk.session.surroundings.runsPlace = .file(desk.folder.path("elsewhere/mine.db"))
    desk.perform("run 50")
    #expect(desk.folder.names(in: "elsewhere").contains("mine.db") && !desk.folder.names().contains(".dropcast"))
    desk.session.surroundings.runsPlace = .nowhere
    #expect(desk.perform("run 50") == .done && desk.notices.isEmpty)
    #expect(desk.perform("runs --all") == .done)
  }

  @Test("a place that cannot be written is told once for each run, and the run goes on")
  func noPlace() throws {
    let desk = try Desk(interactive: true, keeping: true)
    desk.folder.write([], to: ".dropcast")
    #expect(desk.perform("run 50") == .done && desk.shown.contains("#1"))
    #expect(desk.notices.count == 1 && desk.notices[0].hasPrefix("this run was not kept: "), "\(desk.notices)")
    #expect(desk.perform("run 50") == .done && desk.notices.isEmpty)
  }

  @Test(
    "a file that is none of ours is told, left as it is, and everything else works", arguments: ["text", "foreign"])
  func foreign(kind: String) throws {
    let desk = try desk()
    mkdir(desk.folder.path(".dropcast"), 0o700)
    if kind == "text" {
      desk.folder.write("name: small shop\n".utf8, to: ".dropcast/runs.db")
    } else {
      try desk.tamper("CREATE TABLE runs (number INTEGER); PRAGMA application_id = 7")
    }
    let before = desk.folder.bytes(".dropcast/runs.db")
    #expect(desk.perform("run 50 as x") == .done)
    #expect(desk.notices.count == 1 && desk.notices[0].contains("this is not a file of kept runs"), "\(desk.notices)")
    #expect(desk.perform("run 50; compare base lean --paths 50; show x; breakeven") == .done, "\(desk.complaint)")
    #expect(desk.perform("runs --all") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("this is not a file of kept runs"))
    #expect(desk.folder.bytes(".dropcast/runs.db") == before)
  }

  @Test("triggers, views and changed tables are refused")
  func altered() throws {
    for sql in [
      "CREATE TRIGGER t AFTER INSERT ON runs BEGIN DELETE FROM runs; END", "CREATE VIEW v AS SELECT * FROM runs",
      "ALTER TABLE runs ADD COLUMN x TEXT", "CREATE INDEX i ON runs (made)", "DROP TABLE tags",
    ] {
      let first = try desk()
      first.perform("run 50")
      try first.tamper(sql)
      let second = try next(first)
      #expect(second.perform("run 60") == .done && second.notices.count == 1)
      #expect(
        second.notices[0].contains("another program has changed the structure of this file"),
        "\(sql): \(second.notices)")
    }
    let first = try desk()
    first.perform("run 50")
    try first.tamper("PRAGMA user_version = 99")
    let second = try next(first)
    second.perform("run 60")
    #expect(second.notices.first?.contains("it was written by a newer version of dropcast") == true)
  }

  @Test("damaged files are told and never written over, and a session goes on without them", arguments: 0..<8)
  func damaged(series: Int) throws {
    let first = try desk()
    for number in 1...6 { first.perform("run \(20 + number) --seed \(number) as n\(number)") }
    first.session = Session()
    let name = ".dropcast/runs.db"
    try first.tamper("PRAGMA wal_checkpoint(TRUNCATE)")
    let whole = first.folder.bytes(name)
    var random = SplitMix(seed: UInt64(series))
    for _ in 0..<10 {
      var bytes = whole
      switch random.next() % 4 {
      case 0: bytes.removeLast(Int(random.next() % UInt64(bytes.count)))
      case 1:
        for _ in 0..<4 { bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next()) }
      case 2:
        let start = Int(random.next() % UInt64(bytes.count))
        for place in start..<min(start + 600, bytes.count) { bytes[place] = UInt8(truncatingIfNeeded: random.next()) }
      default:
        // A page in the place of another.
        let pages = bytes.count / 4096
        let (from, to) = (Int(random.next() % UInt64(pages)), Int(random.next() % UInt64(pages)))
        bytes.replaceSubrange(to * 4096..<(to + 1) * 4096, with: whole[from * 4096..<(from + 1) * 4096])
      }
      first.folder.write(bytes, to: name)
      for suffix in ["-wal", "-shm"] { unlink(first.folder.path(name + suffix)) }
      let next = try next(first)
      let listing = next.perform("runs --all --json")
      if listing == .failed(exitCode: 1) {
        #expect(next.complaint.contains("kept runs cannot be read"), "\(next.complaint)")
        #expect(next.perform("run 30") == .done && next.notices.count == 1, "\(next.notices)")
        #expect(first.folder.bytes(name) == bytes)
      } else {
        // What quick checks cannot see: it may say anything, but it ends nothing.
        for line in ["show #1", "show n2 --json", "rerun #3", "compare #4 #5", "run 30", "runs drop #6"] {
          _ = next.perform(line)
        }
        #expect(next.perform("show cash.budget") == .done)
      }
    }
  }

  @Test("an older file is brought up to date, and kept beside as it was")
  func migration() throws {
    let desk = try desk()
    desk.perform("run 50; run 60")
    desk.session = Session()
    let path = Files.real(desk.folder.path) + "/.dropcast/runs.db"
    let (now, later) = (RunStore.steps.count, RunStore.steps + [["CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT"]])
    #expect(try RunStore(path, creating: false, steps: later).list().count == 2)
    #expect(desk.folder.names(in: ".dropcast").contains("runs.db.version-\(now)"))
    #expect(try RunStore(path + ".version-\(now)", creating: false).list().count == 2)
    // A step that fails leaves the file as it was.
    let failing = later + [["CREATE TABLE one (id INTEGER) STRICT", "CREATE TABLE later (id INTEGER)"]]
    #expect(throws: StoreProblem.self) { try RunStore(path, creating: false, steps: failing) }
    #expect(try RunStore(path, creating: false, steps: later).list().count == 2)
    #expect(throws: StoreProblem.newer) { try RunStore(path, creating: false) }
  }

  @Test("an empty file beside changes that wait is not taken for a new one")
  func emptied() throws {
    let desk = try desk()
    desk.perform("run 50")
    desk.folder.write([], to: ".dropcast/runs.db")
    desk.folder.write([1, 2, 3], to: ".dropcast/runs.db-wal")
    let next = try next(desk)
    next.perform("run 60")
    #expect(next.notices.first?.contains("the file is damaged") == true, "\(next.notices)")
    #expect(desk.folder.bytes(".dropcast/runs.db-wal") == [1, 2, 3])
  }

  @Test("a file that is a link to another is not followed")
  func link() throws {
    let desk = try desk()
    mkdir(desk.folder.path(".dropcast"), 0o700)
    desk.folder.write("mine\n".utf8, to: "mine")
    desk.folder.link(".dropcast/runs.db", to: desk.folder.path("mine"))
    #expect(desk.perform("run 50") == .done && desk.notices.count == 1)
    #expect(desk.folder.read("mine") == "mine\n")
  }

  @Test("hostile names in a store do nothing but stand there")
  func hostile() throws {
    let first = try desk()
    first.perform("run 50")
    let evil = "\u{1B}]0;x\u{7}<script>\u{202E}" + String(repeating: "W", count: 10_000)
    try first.tamper(
      "UPDATE runs SET name = '\(evil)', note = '\(evil)', scenario = '=1+1', strategy = '\(evil)', file = '\(evil)'")
    let second = try next(first)
    for line in ["runs --all", "show #1", "rerun #1", "runs --all --csv", "runs --all --md"] {
      #expect(second.perform(line) == .done, "\(line): \(second.complaint)")
      #expect(!(second.shown + second.data).contains("\u{1B}"), "\(line)")
    }
  }
}

@Suite("A session is continued")
struct ContinuedSessionTests {
  @Test("open brings back scenario, strategies, unsaved changes and the last run")
  func open() throws {
    let first = try Desk(interactive: true, keeping: true)
    first.perform("set cash.budget = 77; strategy calm { ads.*.budget x0.5 }; run 50 as last")
    let notice = try #require(try first.session.leave())
    #expect(notice.contains("recovered/shop-1.yaml") && notice.contains("write: open"))
    let second = try Desk(interactive: true, loaded: false, in: first.folder, keeping: true)
    #expect(
      second.session.welcome() == ["the last session ended with unsaved changes", "to continue shop.yaml, write: open"])
    #expect(second.perform("open") == .done, "\(second.complaint)")
    #expect(second.value("cash.budget") == "77 USD" && second.session.strategyNames == ["base", "lean", "calm"])
    #expect(second.shown.contains("last run #1 last: base · 50 worlds"), "\(second.shown)")
    #expect(second.session.isChanged && second.session.prompt == "shop*")
    second.perform("undo")
    #expect(second.value("cash.budget") == "3000 USD" && !second.session.isChanged)
    // Each is told once.
    let third = try Desk(interactive: true, loaded: false, in: first.folder, keeping: true)
    #expect(third.session.welcome() == ["to continue shop.yaml, write: open"])
  }

  @Test("without an earlier session there is nothing to continue; with a file open is load")
  func nothing() throws {
    let desk = try Desk(interactive: true, loaded: false)
    #expect(desk.session.welcome().isEmpty)
    #expect(desk.perform("open") == .failed(exitCode: 1) && desk.complaint.contains("no session to continue"))
    #expect(desk.perform("open shop.yaml") == .done && desk.session.prompt == "shop")
  }

  @Test("changes of several sessions are counted, and a memo that is none is no memo")
  func several() throws {
    let folder = TemporaryFolder()
    for budget in [1, 2] {
      let desk = try Desk(interactive: true, in: folder)
      desk.perform("set cash.budget = \(budget)")
      _ = try desk.session.leave()
    }
    let next = try Desk(interactive: true, loaded: false, in: folder)
    #expect(next.session.welcome().first?.hasPrefix("unsaved changes of 2 earlier sessions are in ") == true)
    folder.write("nonsense".utf8, to: "state/last-session")
    #expect(next.session.welcome().isEmpty)
    #expect(next.perform("open") == .failed(exitCode: 1))
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014), for mutations that are the same each time.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension Desk {
  /// Changes a store as somebody with a tool of his own may.
  fileprivate func tamper(_ sql: String) throws {
    var database: OpaquePointer?
    defer { sqlite3_close(database) }
    try #require(sqlite3_open(folder.path(".dropcast/runs.db"), &database) == SQLITE_OK)
    try #require(sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK, "\(sql)")
  }
}
