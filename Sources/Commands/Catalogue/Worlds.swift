import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension CommandSpec {
  static let worlds = CommandSpec(
    "worlds", synonyms: ["futures", "世界", "各个世界"], "lists worlds of a run, from worst to best",
    syntax: "worlds [PLACE | NUMBER | near PLACE | near AMOUNT] [of RUN]",
    examples: ["worlds", "worlds median", "worlds worst of base", "worlds near -500", "worlds near p25 --csv"],
    operand: .words(WorldPlace.allCases.map(\.rawValue) + ["near", "of"]),
    options: OptionSpec.rows + OptionSpec.output, answer: Session.worldsShape, about: .always,
    related: ["run", "explain", "show", "export"]
  ) { session, invocation throws(CommandFailure) in
    try session.answer(to: try WorldsRequest(invocation, session))
  }
}

/// `near p25 of lean`
struct WorldsRequest {
  enum Wanted {
    /// One world at each place.
    case places
    case walk(Int, place: String)
    /// These worlds, from worst to best.
    case neighbours([Int])
  }

  let run: RunRecord
  let outcome: Outcome
  let wanted: Wanted

  /// So many worlds are shown around one.
  private static let neighbours = 7

  init(_ invocation: Invocation, _ session: Session) throws(CommandFailure) {
    var invocation = invocation
    let owner = try invocation.takeOwner()
    run = try session.record(of: owner, invocation)
    guard let outcome = run.summary?.outcome, outcome.keepsWorlds else {
      let count = NumberFormat().count(run.summary?.outcome.paths ?? 0)
      throw invocation.failure(
        say("\(count) worlds are too many to keep one by one; only summaries were kept"),
        at: owner?.span ?? invocation.command.span,
        help: say("run fewer worlds; to see a single world, write: explain world 7"))
    }
    self.outcome = outcome
    guard let first = invocation.operands.first else {
      wanted = .places
      return
    }
    if first.isKeyword("near") {
      try invocation.expect(atMost: 2)
      guard let word = invocation.operands.dropFirst().first else {
        throw invocation.failure(
          say("near what?"), at: first.span, help: say("write: worlds near p25, or worlds near -1000"))
      }
      wanted = .neighbours(try Self.neighbours(of: word, outcome, invocation, run.scenario.currency))
    } else {
      try invocation.expect(atMost: 1)
      if let place = Self.place(first) {
        wanted = .walk(outcome.world(at: place), place: place.rawValue)
      } else {
        guard first.text.first?.isNumber == true else {
          let places = WorldPlace.allCases.map(\.rawValue)
          throw invocation.failure(
            say("no such world: \(first.text)"), at: first.span,
            help: Invocation.suggestion(first.text, places)
              ?? say("choose from \(places.joined(separator: ", ")), or give a world's number"))
        }
        let last = outcome.paths - 1
        wanted = .walk(try invocation.wholeNumber(first, in: 0...last, say("world of this run")), place: "")
      }
    }
  }

  static func place(_ word: Word) -> WorldPlace? { WorldPlace(rawValue: word.text.lowercased()) }

  /// The worlds around a place, or those whose gain is nearest to an amount.
  private static func neighbours(
    of word: Word, _ outcome: Outcome, _ invocation: Invocation, _ currency: String
  ) throws(CommandFailure) -> [Int] {
    let worth = outcome.finalWorth
    let order = worth.indices.sorted { (worth[$0], $0) < (worth[$1], $1) }
    let rank: Int
    if let place = place(word) {
      rank = place.rank(of: outcome.paths)
    } else {
      guard let amount = try? Quantity(parsing: Fragment(word.text, start: word.span.start)), amount.isPlainNumber
      else {
        throw invocation.failure(
          say("expected a position from worst to best, such as p25, or a gain in \(currency)"), at: word.span,
          help: say("write: worlds near p25, or worlds near -1000"))
      }
      let gains = outcome.gain
      let distance = { (rank: Int) in abs(gains[order[rank]] - amount.value) }
      rank = order.indices.min { (distance($0), $0) < (distance($1), $1) } ?? 0
    }
    let first = max(0, min(rank - neighbours / 2, order.count - neighbours))
    return Array(order[first..<min(first + neighbours, order.count)])
  }
}

extension Session {
  /// Several worlds, or one month by month.
  static let worldsShape: JSONShape =
    [
      "dropcast": .integer, "scenario": .string, "strategy": .string, "fingerprint": .string, "seed": .seed,
      "paths": .integer, "world?": .integer, "months?": WalkPage.monthsShape, "worlds?": WorldsPage.tableShape,
    ]

  func answer(to request: WorldsRequest) throws(CommandFailure) -> Answer {
    let (run, outcome, glyphs) = (request.run, request.outcome, glyphs)
    let program = Program(run.scenario, seed: run.seed)
    var options = RunOptions()
    (options.paths, options.sampling) = (outcome.paths, run.sampling)
    let story = { (world: Int) in WorldStory(run.scenario, program.replay(path: world, options)) }
    var members: [JSON.Member] = [
      JSON.Member("dropcast", 1), JSON.Member("scenario", .string(run.scenario.name)),
      JSON.Member("strategy", .string(run.strategy)), JSON.Member("fingerprint", .string(run.fingerprint)),
      JSON.Member("seed", JSON(seed: run.seed)), JSON.Member("paths", .integer(outcome.paths)),
    ]
    if case .walk(let world, let place) = request.wanted {
      let page = WalkPage(
        WorldWalk(run, world: world, of: outcome, story(world)), of: run, place: place, glyphs: glyphs)
      var answer = Answer(page.document)
      members.append(JSON.Member("world", .integer(world)))
      answer.json = { [members] in .object(members + [JSON.Member("months", page.months.json())]) }
      answer.csv = { page.months.csv() }
      answer.next = Next([NextStep("explain", "world", String(world), to: say("that world day by day"))])
      return answer
    }
    var entries: [(places: [String], world: Int)] = []
    if case .neighbours(let worlds) = request.wanted {
      entries = worlds.map { world in
        (WorldPlace.allCases.filter { outcome.world(at: $0) == world }.map(\.rawValue), world)
      }
    } else {
      for place in WorldPlace.allCases {
        let world = outcome.world(at: place)
        if let known = entries.firstIndex(where: { $0.world == world }) {
          entries[known].places.append(place.rawValue)
        } else {
          entries.append(([place.rawValue], world))
        }
      }
    }
    let page = WorldsPage(
      entries.map { WorldsPage.Entry(places: $0.places, number: $0.world, story: story($0.world)) }, of: run, outcome,
      glyphs: glyphs)
    var answer = Answer(page.document)
    answer.json = { [members] in .object(members + [JSON.Member("worlds", page.table.json())]) }
    answer.csv = { page.table.csv() }
    answer.next = Next([
      NextStep("worlds", "median", to: say("the median world, month by month; also: worst, p25 or a world's number")),
      NextStep("worlds", "near", "-500", to: say("the seven worlds nearest to a loss of 500")),
    ])
    return answer
  }
}
