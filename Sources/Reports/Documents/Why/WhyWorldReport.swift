package import Analysis
import Language
import Scenarios

/// What `why world` answers.
package struct WhyWorldReport: Report {
  private let why: WhyWorld
  private let story: WorldStory
  private let title: String
  /// Which world of which run.
  private let members: [JSON.Member]

  package init(_ why: WhyWorld, _ story: WorldStory, title: String, members: [JSON.Member]) {
    self.why = why
    self.story = story
    self.title = title
    self.members = members
  }

  package func document(_ glyphs: Surface.Glyphs) -> Document {
    let words = CauseWords(scenario: story.scenario, glyphs: glyphs)
    let page = WorldPage(story, title: title, glyphs: glyphs)
    var blocks: [Block] = [.paragraph([.dim(title)]), .blank]
    blocks += sentences(words, glyphs).map { .paragraph([.strong($0)]) }
    if !why.telling.isEmpty { blocks += [.blank, .table(sheet(words, glyphs))] }
    let silent = why.rows.count - why.telling.count
    if silent > 0 {
      blocks += [
        .blank,
        .paragraph([
          .dim(say("Causes not shown: \(silent). They change nothing in this world. To list all, add --csv."))
        ]),
      ]
    }
    if !story.happenings.isEmpty {
      blocks += [.blank, .paragraph([.dim(say("What happened"))]), .table(page.happenings)]
    }
    return Document(blocks)
  }

  private func sentences(_ words: CauseWords, _ glyphs: Surface.Glyphs) -> [String] {
    let format = NumberFormat(glyphs: glyphs)
    func money(_ amount: Double) -> String { "\(format.money(amount)) \(story.scenario.currency)" }
    let gain = money(why.ending.gain)
    guard let day = why.ending.ruinDay else {
      let end =
        why.ending.gain < 0
        ? say("This world does not run out of money; it loses \(money(-why.ending.gain)).")
        : say("This world does not run out of money; it gains \(gain).")
      guard let best = why.telling.max(by: { $0.ending.gain < $1.ending.gain }), best.ending.gain > why.ending.gain
      else { return [end] }
      let change = money(best.ending.gain - why.ending.gain)
      return [
        end, say("The single change that would help most (gain \(change) more): \(words.absence(of: best.cause))."),
      ]
    }
    let end = say("This world runs out of money on day \(day + 1); it loses \(money(-why.ending.gain)).")
    let savers = why.savers
    if savers.count == 1 { return [end, say("One change alone saves it: \(words.absence(of: savers[0].cause)).")] }
    if !savers.isEmpty {
      let list = savers.map { words.absence(of: $0.cause) }.joined(separator: Tongue.current.comma)
      return [end, say("Each of these changes alone saves it: \(list).")]
    }
    return [
      end,
      why.withoutAll.ruinDay == nil
        ? say("No single change saves it; all changes together do.") : say("Not even all changes together save it."),
    ]
  }

  private func sheet(_ words: CauseWords, _ glyphs: Surface.Glyphs) -> Table {
    let money = NumberStyle(.money(cents: false), showsPlus: true)
    return Table(
      columns: [
        Table.Column(say("What if"), .text), Table.Column(say("Out of money on day"), short: say("out on day"), .text),
        Table.Column(say("Gain, \(story.scenario.currency)"), .number(money)),
        Table.Column(say("Difference"), .number(money)),
      ],
      rows: why.telling.map { row in
        Table.Row([
          .text(words.absence(of: row.cause)),
          .text(row.ending.ruinDay.map { NumberFormat(glyphs: glyphs).count($0 + 1) } ?? say("never")),
          .number(row.ending.gain), .number(row.ending.gain - why.ending.gain),
        ])
      })
  }

  // MARK: Data

  package var table: Table {
    Table(
      columns: [Table.Column("cause", .text), Table.Column("group", .text)]
        + ["ruin_day", "gain", "gain_change"].map { Table.Column($0, .number(.number)) },
      rows: why.rows.map { row in
        Table.Row([
          .text(row.cause.id), .text(row.cause.group.rawValue),
          row.ending.ruinDay.map { .number(Double($0 + 1)) } ?? .missing, .number(row.ending.gain),
          .number(row.ending.gain - why.ending.gain),
        ])
      })
  }

  package static let shape: JSONShape = {
    let ending: JSONShape = ["ruin_day": .either([.integer, .null]), "gain": .number]
    return WorldPage.runShape + ending + [
      "without_all": ending, "causes": .array(["id": .string, "group": .string] + ending + ["saves": .bool]),
      "happenings": WorldPage.happeningsShape,
    ]
  }()

  package var json: JSON {
    func ending(_ ending: WhyWorld.Ending) -> [JSON.Member] {
      [
        JSON.Member("ruin_day", ending.ruinDay.map { .integer($0 + 1) } ?? .null),
        JSON.Member("gain", .number(ending.gain)),
      ]
    }
    let causes = why.rows.map { row -> JSON in
      .object(
        [JSON.Member("id", .string(row.cause.id)), JSON.Member("group", .string(row.cause.group.rawValue))]
          + ending(row.ending) + [JSON.Member("saves", .bool(why.isSaved(by: row)))])
    }
    return .object(
      members + ending(why.ending) + [
        JSON.Member("without_all", .object(ending(why.withoutAll))), JSON.Member("causes", .array(causes)),
        JSON.Member("happenings", WorldPage.json(of: story)),
      ])
  }

  package var numbers: [AnswerNumber] {
    why.rows.map { AnswerNumber("gain", of: $0.cause.id, $0.ending.gain - why.ending.gain, .money) }
  }
}
