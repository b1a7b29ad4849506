import Analysis
import Commands
import Foundation
import Language
import PtySupport
import Reports
import Simulation
import Testing

@Suite("Shards of a run, and merging them")
struct ShardTests {
  private static let uncertain = "set ads.meta.cpc = 0.40 to 0.90 USD"

  /// - Parameter keeps: does a run keep its worlds?
  private func desk(keeps: Bool = true) throws -> Desk {
    let desk = try Desk()
    if !keeps { desk.session.surroundings.worldBudget = 0 }
    return desk
  }

  /// Writes all shards of a run; their names.
  private func write(_ count: Int, _ run: String, _ desk: Desk) -> [String] {
    (1...count).map { number in
      let name = "\(number)-of-\(count).dropcast-part"
      let line = "run \(run) --shard \(number)/\(count) --to \(name) --force"
      #expect(desk.perform(line) == .done, "\(line): \(desk.complaint)")
      return name
    }
  }

  @Test(
    "1 to 16 shards, merged in any order, give the bytes of the single run", arguments: [true, false],
    ["97 --seed 5", "97 --sampling lhs", "97 --sampling sobol --strategy lean"])
  func anySplit(keeps: Bool, run: String) throws {
    let desk = try desk(keeps: keeps)
    desk.perform(Self.uncertain)
    desk.perform("run \(run) --json")
    let json = desk.data
    for count in 1...16 {
      let names = write(count, run, desk)
      let turned = Array(names[(count / 3)...] + names[..<(count / 3)])
      for order in [names.reversed(), turned] {
        #expect(desk.perform("merge \(order.joined(separator: " ")) --json") == .done, "\(desk.complaint)")
        #expect(desk.data == json, "\(count)")
      }
    }
  }

  @Test("the printed answer is that of the single run, too", arguments: [true, false])
  func printed(keeps: Bool) throws {
    let (whole, merged) = (try desk(keeps: keeps), try desk(keeps: keeps))
    whole.perform("run 200")
    _ = write(3, "200", merged)
    #expect(merged.perform("merge *-of-3.dropcast-part") == .done, "\(merged.complaint)")
    #expect(merged.shown == whole.shown && merged.shown.contains("200 worlds"))
  }

  @Test("what was merged is the last run: it can be shown, plotted, asserted and explained")
  func lastRun() throws {
    let desk = try desk()
    let names = write(2, "60 --strategy lean", desk)
    #expect(desk.session.lastRun == nil)
    for line in [
      "merge \(names[1]) \(names[0]) as both", "show both", "plot fan", "assert ruin of lean <= 100%",
      "explain world 59", "export paths x.csv", "compare #1 base --paths 60",
    ] {
      #expect(desk.perform(line) == .done, "\(line): \(desk.complaint)")
    }
    #expect(desk.session.lastRun?.summary?.outcome.paths == 60)
  }

  @Test("changes that were set for the run alone are given to merge again")
  func changed() throws {
    let desk = try desk()
    let names = write(2, "60 --set cash.budget=500 --months 2", desk).joined(separator: " ")
    desk.perform("run 60 --set cash.budget=500 --months 2 --json")
    let wanted = desk.data
    #expect(desk.perform("merge \(names) --json") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("to another scenario") && desk.complaint.contains("--set"))
    #expect(desk.perform("merge \(names) --set cash.budget=500 --months 2 --json") == .done)
    #expect(desk.data == wanted)
  }

  @Test("the size of the whole run decides what its shards keep, and it may be written short")
  func sizes() throws {
    let desk = try desk()
    for (size, count) in [("250k", 250_000), ("10M", 10_000_000)] {
      #expect(desk.perform("run \(size) --shard 7/10000 --to x.dropcast-part --force") == .done, "\(desk.complaint)")
      let header = desk.folder.read("x.dropcast-part").prefix(400)
      #expect(header.contains("\nworlds \(count)\n") && header.contains("\nshard 7/10000\n"))
      #expect(header.contains(count > 1_000_000 ? "\nkept tallies\n" : "\nkept worlds\n"))
    }
  }

  @Test("all that is wrong with the parts is told at once, by name")
  func refusals() throws {
    let desk = try desk()
    _ = write(4, "80", desk)
    desk.perform("run 80 --shard 2/4 --to again.dropcast-part")
    desk.perform("run 80 --seed 9 --shard 3/4 --to seed.dropcast-part")
    desk.perform("run 80 --shard 1/5 --to five.dropcast-part")
    desk.perform("run 90 --shard 1/4 --to size.dropcast-part")
    desk.perform("set cash.budget 7; run 80 --shard 3/4 --to poor.dropcast-part; undo")
    desk.folder.write("hello".utf8, to: "text.dropcast-part")
    desk.folder.write("dropcast-part 9\n\n".utf8, to: "new.dropcast-part")
    desk.folder.write(Array(desk.folder.bytes("4-of-4.dropcast-part").dropLast(90)), to: "4-of-4.dropcast-part")
    let line =
      "merge 1-of-4.dropcast-part 2-of-4.dropcast-part again.dropcast-part seed.dropcast-part five.dropcast-part "
      + "size.dropcast-part poor.dropcast-part text.dropcast-part new.dropcast-part 4-of-4.dropcast-part "
      + "nowhere.dropcast-part none*.dropcast-part"
    #expect(desk.perform(line) == .failed(exitCode: 1))
    #expect(
      desk.findings.map(\.message).sorted() == [
        "4-of-4.dropcast-part: this part is damaged",
        "five.dropcast-part: this part belongs to another run: shards 5, not 4",
        "new.dropcast-part: this part is from another version of dropcast",
        "no such file: none*.dropcast-part",
        "nowhere.dropcast-part: there is no such file or folder",
        "poor.dropcast-part: this part belongs to another scenario",
        "seed.dropcast-part: this part belongs to another run: seed 9, not 1",
        "shard 2/4 appears twice: in 2-of-4.dropcast-part and again.dropcast-part",
        "shards are missing: 3/4, 4/4",
        "size.dropcast-part: this part belongs to another run: worlds 90, not 80",
        "text.dropcast-part: this is not a part of a run",
      ])
    #expect(desk.session.lastRun == nil)
  }

  @Test(
    "what a shard cannot be asked for is refused before it is run",
    arguments: [
      ("run 80 --shard 1/4", "a shard alone gives no answer"),
      ("run 80 --shard 1/4 --to x.json", "the file name of a shard must end in .dropcast-part"),
      ("run 80 --shard 5/4 --to x.dropcast-part", "which shard of how many?"),
      ("run 80 --shard 0/4 --to x.dropcast-part", "which shard of how many?"),
      ("run 80 --shard 1/99999999999999999999 --to x.dropcast-part", "which shard of how many?"),
      ("run 80 --shard 1/81 --to x.dropcast-part", "there are more shards than worlds"),
      ("run 80 --shard 1/4 --to x.dropcast-part --plan", "--plan cannot be used together with --shard"),
      ("run 80 --shard 1/4 --to x.dropcast-part --json", "--json cannot be used together with --shard"),
      ("run 80 --shard 1/4 --to x.dropcast-part as part", "a shard cannot have a name"),
      ("run until se(ruin) < 1% --shard 1/4 --to x.dropcast-part", "a shard needs a fixed number of worlds"),
      ("run 80 --shard 1/4 --to there.dropcast-part", "there.dropcast-part exists"),
      ("run 80 --to x.dropcast-part", "run cannot be written in that format"),
      ("merge", "which parts?"), ("merge sub", "this is a folder"),
    ])
  func refused(line: String, message: String) throws {
    let desk = try desk()
    desk.folder.write("".utf8, to: "there.dropcast-part")
    mkdir(desk.folder.path("sub"), 0o700)
    #expect(desk.perform(line) == .failed(exitCode: 1))
    #expect(desk.complaint.contains(message), "\(desk.complaint)")
    #expect(desk.findings.first?.help != nil, "\(line)")
  }

  @Test("a flipped, missing or added byte anywhere is found", arguments: [true, false])
  func damaged(keeps: Bool) throws {
    let desk = try desk(keeps: keeps)
    let name = write(1, "40", desk)[0]
    let good = desk.folder.bytes(name)
    let places =
      Array(stride(from: 0, to: 420, by: 3)) + stride(from: 420, to: good.count, by: max(1, good.count / 60))
    for place in places {
      var bytes = good
      bytes[place] ^= UInt8(1 << (place % 8))
      desk.folder.write(bytes, to: name)
      #expect(desk.perform("merge \(name)") == .failed(exitCode: 1), "\(place)")
    }
    for count in [0, 1, 13, 14, 16, 17, 100, good.count / 2, good.count - 1] {
      desk.folder.write(good.prefix(count), to: name)
      #expect(desk.perform("merge \(name)") == .failed(exitCode: 1), "\(count)")
    }
    desk.folder.write(good + [0], to: name)
    #expect(desk.perform("merge \(name)") == .failed(exitCode: 1))
    desk.folder.write(good, to: name)
    #expect(desk.perform("merge \(name)") == .done)
  }

  @Test("figures that make no sense behind a right checksum do no harm", arguments: [true, false])
  func forged(keeps: Bool) throws {
    let desk = try desk(keeps: keeps)
    let name = write(1, "40", desk)[0]
    let good = desk.folder.bytes(name)
    let begin = try #require((2..<good.count).first { good[$0 - 1] == 10 && good[$0 - 2] == 10 })
    var random = SystemIndependent(state: 5)
    var refusals = 0
    for round in 0..<100 {
      var bytes = Array(good.dropLast(64))
      for _ in 0...(round % 4) {
        bytes[begin + Int(random.next() % UInt64(bytes.count - begin))] = UInt8(truncatingIfNeeded: random.next())
      }
      desk.folder.write(bytes + Fingerprint.sha256(bytes).utf8, to: name)
      if desk.perform("merge \(name) --json") != .done { refusals += 1 }
    }
    #expect(refusals > 0)
    // Lines of the header that say something else.
    let text = String(decoding: good.prefix(begin), as: UTF8.self)
    for (old, new) in [
      ("shard 1/1", "shard 1/2"), ("shard 1/1", "shard 2/1"), ("worlds 40", "worlds 0"),
      ("worlds 40", "worlds 9223372036854775807"), ("worlds 40", "worlds 41"), ("sampling random", "sampling dice"),
      ("strategy base", "strategy lean"), ("stream 1", "stream 0"), ("seed 1\n", "seed 1\nseed 1\n"),
      ("kept ", "kept no"), ("bytes ", "bytes -"), ("fingerprint ", "fingerprint"),
    ] {
      let bytes = Array(text.replacing(old, with: new).utf8) + good[begin..<(good.count - 64)]
      desk.folder.write(bytes + Array(Fingerprint.sha256(bytes).utf8), to: name)
      #expect(desk.perform("merge \(name)") == .failed(exitCode: 1), "\(new)")
    }
  }
}

/// Numbers that are the same every time.
private struct SystemIndependent {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
