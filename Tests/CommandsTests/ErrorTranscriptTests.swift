import Commands
import Foundation
import Glibc
import Language
import PtySupport
import Testing

/// Lines that provoke errors, and the errors that the sources know: none may be without a line that shows it.
@Suite("Every error has a transcript")
struct ErrorTranscriptTests {
  /// By file of the catalogue. Each line is tried in a session of its own, with the shop loaded and these beside it:
  /// `long.yaml` beyond a mebibyte, a folder `sub`, `self.drop` that runs itself, `euro.yaml`, `organic.yaml` without ads,
  /// `many.yaml` with more channels than can be decided on, `two.yaml` with two stores, `orders.csv` with two orders,
  /// `ads.csv` with a day of ads; it is the end of 2027.
  private static let provocations: [String: [String]] = [
    "Actuals.swift": [
      "actuals", "actuals none.actuals", "actuals shop.actuals x",
      "import orders.csv; set currency EUR; actuals", "actuals by", "actuals by year", "actuals shop.actuals of x",
      "import orders.csv; actuals of nobody",
    ],
    "Assert.swift": [
      "run --plan; assert ruin < 3%",
      "run 50; set cash.budget 1; assert ruin < 3%",
      "run 50; assert p50 orders < 0", "run 50; assert ruin < 3% by", "run 50; assert ruin < 3% on lean",
      "run 50; assert rain < 3%", "run 50; assert p51 orders < 3", "run 50; assert p50 ruin < 3%",
      "run 50; assert orders < 3", "run 50; assert ruin < 3 USD", "assert ruin < 3%",
      "run 50; assert ruin of base < 3% on base", "run 50; assert ruin of base < p50 orders of base",
      "check; assert wrong in check < 3 on base",
    ],
    "Backtest.swift": [
      "backtest a b", "backtest fixed money", "import orders.csv; backtest", "import orders.csv; backtest horizon 2",
    ],
    "Breakeven.swift": ["breakeven x", "load organic.yaml; breakeven"],
    "Check.swift": ["check x", "set cash.budget 1; check --strict", "check --paths 100", "check --deep --paths 50"],
    "Compare.swift": [
      "compare base vs", "strategy drop lean; compare", "compare by", "compare by p50 p50 cash",
      "run 50; run 50 --months 2; compare #1 #2", "run 50; load euro.yaml; run 50; compare #1 #2",
    ],
    "Danger.swift": [
      "danger x", "danger ruin loss", "danger with cash.budget", "danger with cash.budget 5", "danger with name 1..2",
      "danger with cash.budget 3k..1k", "danger with cash.budget 1k..2k orders",
    ],
    "Drivers.swift": ["drivers x", "drivers for rain", "drivers for ruin_day", "drivers --paths 50"],
    "Explain.swift": [
      "explain", "explain world", "explain world 3 by x", "explain world 3 of leen", "explain world 99999",
    ],
    "Export.swift": [
      "export", "export paths x.txt", "export months x.txt", "export paths x.csv", "run 50; export paths none/x.csv",
      "export paths", "export paths a.csv b", "run 50; export paths x.csv of plan",
    ],
    "Export+Journal.swift": [
      "export journal x.txt", "export journal x.ledger of plan of world 7", "export journal x.ledger of world",
      "export journal x.ledger of nobody", "export journal x.ledger of actuals",
      "import orders.csv; set currency EUR; export journal x.ledger of actuals",
    ],
    "Export+Orders.swift": [
      "export orders x.csv of plan", "export orders x.csv", "export orders x.txt",
      "import ads.csv; export orders x.csv",
    ],
    "Figures.swift": [
      "sweep cash.budget over 1k,2k for ruin p50 cash", "solve cash.budget for ruin = 5%",
    ],
    "Fit.swift": ["import orders.csv; fit", "import ads.csv; fit"],
    "For.swift": [
      "for x in 1", "for x in 1 { }", "for x in 1,,2 { help }", "for x in a..b { help }", "for x in 1..3 by 2 { help }",
      "for x in 1..2 step 0 { help }", "for x in 1..5 step 5% { help }", "for x in 1..99999999 { help }",
      "for a in 1..9999 { for b in 1..9999 { let c = 1 } }",
      (0..<17).map { "for a\($0) in 1 { " }.joined() + "help" + String(repeating: " }", count: 17),
    ],
    "Help.swift": ["help xylophone"],
    "History.swift": ["reset cash.bugdet"],
    "Import.swift": [
      "import", "import orders.csv as shopfy", "import orders.csv for", "import nowhere.csv", "import shop.yaml",
      "import orders.csv --decimal point", "import orders.csv --dates ymd", "import orders.csv --encoding klingon",
      "import orders.csv --currency $", "import orders.csv --zone Nowhere/Land", "load two.yaml; import orders.csv",
    ],
    "Keep.swift": ["keep x", "keep", "whatif ads.meta.cpc +20% --paths 50; set cash.budget 1; keep"],
    "Learn.swift": [
      "learn leen", "learn with ruin < 5%", "learn price soon", "learn with ruin <= 5% price 100 USD",
      "learn --paths 50",
    ],
    "Let.swift": ["let x = show", "let x =", "let nothing", "let a = \(String(repeating: "a", count: 70_000))"],
    "Load.swift": ["load"],
    "Log.swift": ["log none/x.md", "log x.txt"],
    "MCP.swift": ["mcp nowhere", "mcp shop.yaml", "mcp . x", "mcp --seconds 0"],
    "Merge.swift": [
      "merge", "merge nowhere.dropcast-part", "run 50 --on files --tasks 2 --folder two; merge two --months 2",
    ],
    "Niches+Add.swift": [
      "niches add", "niches add a/b from x.csv", "niches add lamps", "niches add lamps from orders.csv",
      "niches add lamps from none.csv", "niches add lamps from best-sellers.csv like lamps",
      "niches add lamps from best-sellers.csv price cheap", "niches add lamps from keywords.csv",
      "niches add lamps from keywords.csv country us", "niches add none/lamps from best-sellers.csv",
      "niches add shop from best-sellers.csv --worlds 10",
    ],
    "New.swift": ["new", "new x y", "new x running", "new x from nothing", "new x from paypal", "new none/x"],
    "Opening.swift": [
      "opening x", "import orders.csv; opening from actuals cash 1 to 2", "opening cash 12",
      "import orders.csv; opening from actuals", "import orders.csv; opening from actuals on 2029-01-01 cash 5",
    ],
    "Optimize.swift": [
      "optimize cash.budget 1k..3k maximize p50 cash pareto now", "optimize maximize p50 cash",
      "optimize cash.budget maximize p50 cash", "optimize cash.budget 3 maximize p50 cash",
      "optimize cash.budget 1k..2k, cash.budget 1k..3k maximize p50 cash",
      "load many.yaml; optimize ads.*.budget 1..5 maximize p50 cash", "optimize name 1..3 maximize p50 cash",
      "optimize cash.budget 2k..2k maximize p50 cash", "optimize cash.budget 1k..3k",
      "optimize cash.budget 1k..3k maximize p50 cash, ruin",
    ],
    "Plot.swift": ["plot fan orders x", "plot fan ordres", "plot", "plot compare", "run 50; plot drivers"],
    "Presets.swift": ["presets meta", "presets nothing"],
    "Report.swift": [
      "report a.txt", "report a.html b.html", "report of base --paths 50", "report of leen",
      "report none/a.html --paths 100",
      "strategy a { cash.budget 1k }; strategy b { cash.budget 2k }; report of base lean a b --paths 100",
      "run 100; run 100 --months 2; report of #1 #2", "report a.pdf", "share", "share a.txt",
    ],
    "Rerun.swift": ["rerun", "rerun nothing", "run 50; rerun #2"],
    "Run.swift": [
      "run --plan as x", "run 50 as lean", "run lean 50 of base", "run 50 --paths 60",
      "run 50 as y --shard 1/2 --to a.dropcast-part",
      "run until se(ruin) < 1% --shard 1/2 --to a.dropcast-part",
      "run --strategy leen", "run --seed x", "run --sampling sobl", "run until se(ruin) < 1% --sampling lhs",
      "run until se(ruin) < 1% --plan", "run until se(ruin) < 0.0001% --paths 10M",
      "run 50 --tasks 2", "run 50 --on nowhere", "run 50 --on files --plan", "run until se(ruin) < 1% --on files",
      "run 50 --on files --with x", "run 50 --on files --folder sub", "run --resume sub",
    ],
    "RunUntil.swift": [
      "run until", "run until se(ruin) > 1%", "run until ruin < 1%", "run until se(mean p50 cash) < 1",
      "run until se(sd orders) < 1",
    ],
    "Save.swift": ["save none/x.yaml", "save ''", "save x.txt"],
    "Script.swift": [
      "script", "script self.drop", "script nowhere.drop", "script self.drop x", "script self.drop 3=4",
    ],
    "Set.swift": [
      "set ads.tiktok.cpc = 0.50", "set suppliers.yivu.capacity 5", "set suppliers.yiwu.closures 5",
      "set cash.bugdet 3", "set budget 3", "set cash.budget 3 kg",
    ],
    "Share.swift": [
      "share none/a.zip --paths 100",
      "import orders.csv; set products.lamp.price = from orders.csv column Total; share a.zip --paths 100",
    ],
    "Show+Run.swift": ["show months", "run 50; show pnl of lean"],
    "Show.swift": ["show cash.bugdet", "show preset", "show preset mta", "show #1"],
    "Solve.swift": [
      "solve cash.budget", "need more", "solve name for ruin <= 5%", "solve cash.budget for ruin <= 5% over 1k..1k",
      "solve products.lamp.share for ruin <= 5%",
    ],
    "Strategy.swift": [
      "strategy rename lean", "strategy calm", "strategy calm lean { }", "strategy show",
      "strategy base { cash.budget +1% }", "strategy b from lean { cash.budget +1% }; strategy drop lean",
      "strategy rename lean base", "strategy drop x",
    ],
    "Stress.swift": ["stress meteor"],
    "Sweep.swift": [
      "sweep cash.budget over 1k..2k step 10 and ads.meta.budget over 10..30 step 1", "sweep cash.budget",
      "sweep cash.budget over 1k,2k and ads.meta.budget over 10,20 and ads.meta.cpc over 1,2",
      "sweep cash.budget over 1k,2k and cash.budget over 3k,4k", "sweep cash.budget over 1k,2k step 10",
      "sweep cash.budget over 1k..3k step 0", "sweep cash.budget over 1..90k step 1",
      "sweep months over 1..3 step 0.5", "sweep cash.budget over 1 kg, 2 kg",
    ],
    "Track.swift": [
      "import orders.csv; track", "import orders.csv; track of nothing", "import ads.csv; track",
      "import orders.csv; set start 2027-01-15; run 50; track",
      "import orders.csv; set start 2030-01-01; run 50; track",
      "import orders.csv; set start 2027-01-01; run 50; track",
    ],
    "Tune.swift": ["tune", "tune name", "set ads.meta.cpc = 0.4 to 0.6; tune ads.meta.cpc"],
    "UI.swift": ["ui glyfs", "ui glyphs round"],
    "Why+World.swift": ["run 50; why world 7 --paths 100"],
    "Verify.swift": ["verify", "verify nowhere.zip", "verify shop.yaml"],
    "Watch.swift": ["set cash.budget 1; watch", "watch until se(ruin) < 1%"],
    "WhatIf.swift": [
      "whatif owner nobody", "whatif no less", "whatif",
      "whatif ads.meta.budget x2 for 3 days --paths 20; keep as short",
    ],
    "Start.swift": [
      "start x y", "start none/x", "start shop", "start x --from craft-tools --price 9", "start x --paths 0",
      "start x --money none", "start x running y", "start x --running 900",
    ],
    "Why.swift": ["why ruin loss", "why rain", "why by luck", "why --paths 20"],
    "Worlds.swift": ["run 50; worlds near", "run 50; worlds foo", "run 50; worlds near x"],
  ]
  /// Errors that no line brings about: an interruption, a depth that would need as many files, a file that somebody else
  /// has written meanwhile, and those that guard against what nothing does today.
  private static let unprovoked = [
    "the last run gave only averages (--plan)", "selftest failed; wrong answers: ",
    "a preset is missing", "stopped", " has changed on disk", "unsaved changes cannot be kept", "the log ends here",
    "put the changes between", "scripts can be nested at most",
    "expected a range", "there is no cash.budget", "there is nothing to draw",
    // Of sessions without a scenario.
    "which folder?", "into which folder?",
    // Of a folder with bank lines alone: OpeningCommandTests.
    " has no orders, payments or ads",
    // Of what other programs ask: ProgramServerTests.
    "the scenario lasts",
    // Of files that were changed, or made by another version: ShareTests.
    " was made by dropcast ", " cannot be reproduced exactly: ",
    // Of runs beyond the budget of memory: LargeRunTests.
    " worlds are too many to keep one by one",
  ]

  private static func isUnprovoked(_ parts: [String]) -> Bool {
    unprovoked.contains { parts.joined().hasPrefix($0) }
  }

  private func desk() throws -> Desk {
    let desk = try Desk()
    desk.folder.write([UInt8](repeating: 0x20, count: 1 << 21), to: "long.yaml")
    desk.folder.write("script self.drop\n".utf8, to: "self.drop")
    desk.folder.write(smallShop.replacing("USD", with: "EUR").utf8, to: "euro.yaml")
    let channel = smallShop.split(separator: "\n").first { $0.hasPrefix("  meta: ") } ?? ""
    let alone = smallShop.prefix(upTo: smallShop.firstRange(of: "strategies:")?.lowerBound ?? smallShop.endIndex)
    desk.folder.write(alone.replacing("ads:\n" + channel, with: "").utf8, to: "organic.yaml")
    let channels = (1...21).map { channel.replacing("meta", with: "channel\($0)") }.joined(separator: "\n")
    desk.folder.write(alone.replacing(channel, with: channels).utf8, to: "many.yaml")
    let store = smallShop.split(separator: "\n").first { $0.hasPrefix("  shop: ") } ?? ""
    let two = store + "\n" + store.replacing("shop:", with: "market:")
    desk.folder.write(smallShop.replacing(store, with: two).utf8, to: "two.yaml")
    desk.folder.write(sampleOrders.utf8, to: "orders.csv")
    desk.folder.write(sampleProducts.utf8, to: "best-sellers.csv")
    desk.folder.write(
      "Keyword,Volume,Difficulty,CPC,Country\nlamp,100,3,1.20,us\nlamp,90,3,1.10,gb\n".utf8, to: "keywords.csv")
    let ads = "Day,Campaign name,Amount spent (USD),Impressions\n2027-01-04,a,1.50,5\n"
    desk.folder.write(ads.utf8, to: "ads.csv")
    desk.session.surroundings.clock = { 1_830_000_000 }
    mkdir(desk.folder.path("sub"), 0o700)
    desk.session.surroundings.memory = { MemoryRoom(1 << 28) }
    return desk
  }

  /// The fixed parts of the messages that a file makes: what stands between interpolations.
  private static func messages(in source: String) throws -> [[String]] {
    let literal = #/(?:failure\(|refusal\(|Fault\(|Finding\(\.error, )\s*(?:say\(\s*)?"((?:[^"\\]|\\.)*)"/#
    return source.matches(of: literal).map { match in
      var parts = [""]
      var depth = 0
      var rest = match.1
      while let character = rest.popFirst() {
        if depth == 0, character == "\\", rest.first == "(" {
          rest.removeFirst()
          depth = 1
          parts.append("")
        } else if depth == 0, character == "\\", let quote = rest.popFirst() {
          parts[parts.count - 1].append(quote)
        } else if depth > 0 {
          depth += character == "(" ? 1 : character == ")" ? -1 : 0
        } else {
          parts[parts.count - 1].append(character)
        }
      }
      return parts
    }
  }

  /// Do the parts stand in the message, in this order?
  private static func fits(_ message: String, _ parts: [String]) -> Bool {
    var rest = message[...]
    for part in parts where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }

  @Test("contract 2: each error of the catalogue's files is provoked by a line, and says what, where and what to do")
  func provoked() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Commands/Catalogue")
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let wanted = try Self.messages(in: String(contentsOf: folder.appending(path: file), encoding: .utf8))
      guard let lines = Self.provocations[file] else {
        let open = wanted.filter { !Self.isUnprovoked($0) }
        #expect(open.isEmpty, "\(file): its errors have no lines here yet: \(open.map { $0.joined(separator: "…") })")
        continue
      }
      var seen: [String] = []
      for line in lines {
        let desk = try desk()
        guard case .failed = desk.perform(line) else {
          Issue.record("\(file): this is no error: \(line.prefix(100))")
          continue
        }
        seen += desk.findings.map(\.message)
        #expect(desk.findings.allSatisfy { $0.rendered().split(separator: "\n").allSatisfy { $0.count <= 400 } })
      }
      for parts in wanted where !Self.isUnprovoked(parts) {
        #expect(seen.contains { Self.fits($0, parts) }, "\(file): no line provokes: \(parts.joined(separator: "…"))")
      }
    }
  }

  @Test(
    "errors of words, options and files are provoked, too",
    arguments: [
      ("nonsense", "unknown command: nonsense"), ("run --sed 3", "run has no option --sed"),
      ("run --plan=3", "--plan takes no value"), ("run --seed", "--seed needs a value"),
      ("show cash name", "unexpected word"), ("run x", "no such strategy: x"),
      ("run 1.5", "worlds: expected a whole number"),
      ("load sub", "this is a folder"), ("load long.yaml", "the file is larger than 1 MiB"),
      ("load shop.yaml/x", "a part of the path is not a folder"),
      ("load nowhere.yaml", "there is no such file or folder"),
      ("show --to shop.yaml", "show cannot be written in that format"),
      ("show --to none/x.md", "cannot write none/x.md"),
      ("let x = 'a; b'; $x", "unknown command: $x"), ("let x = 'a; b'; show $x", "no longer a single command"),
      ("set cash.budget = from rows.csv column x", "cash.budget: rows.csv"), ("show $x", "no such variable: $x"),
      ("show \"x", "this quote is not closed"), ("show )", ") has no opening bracket"),
    ])
  func others(line: String, message: String) throws {
    let desk = try desk()
    #expect(desk.perform(line) == .failed(exitCode: 1), "\(line)")
    #expect(desk.complaint.contains(message), "\(desk.complaint)")
  }
}
