import Language
import Testing

@testable import Reports

/// Answers as a screen reader gets them.
@Suite struct PlainTests {
  private func plain(_ block: Block, width: Int = 80) -> String {
    Document([block]).rendered(on: Surface(width: width, rows: 40, isPlain: true))
  }

  @Test("a row of a table names each of its values, and says nothing of those that are missing")
  func table() {
    let table = Table(
      columns: [
        Table.Column("Month", .text), Table.Column("Sales", .number(.money)), Table.Column("Ads", .number(.money)),
        Table.Column("Cash", .sparkline(.money)),
      ],
      sections: [
        Table.Section(
          "Shop",
          rows: [
            Table.Row([.text("2027-03"), .number(1_200), .number(300), .series([2_000, 1_500, 900])]),
            Table.Row([.text("2027-04"), .number(-8), .missing, .missing], .total),
          ])
      ])
    #expect(
      plain(.table(table)) == """
          Shop
          Month 2027-03: Sales 1,200; Ads 300; Cash 2,000 to 900
          Month 2027-04: Sales −8

        """)
  }

  @Test("facts are sentences without columns")
  func facts() {
    let facts = [
      Fact("Runs out of money", [.strong("18.3 %"), TextRun("  ± 0.4")], note: "usually day 70–121"),
      Fact("Worlds", ["200"]),
    ]
    #expect(
      plain(.facts(facts)) == """
          Runs out of money: 18.3 % ± 0.4 (usually day 70–121)
          Worlds: 200

        """)
  }

  @Test("no picture has box art, bars or signs: it is told")
  func charts() {
    for chart in Kinds.all.map(\.chart) {
      let text = plain(.chart(chart))
      let hasWords = text.contains { $0.isLetter }
      #expect(hasWords)
      let drawn = text.unicodeScalars.filter { (0x2500...0x28FF).contains($0.value) }
      #expect(drawn.isEmpty, "\(text)")
    }
  }

  @Test("lines stay within a narrow screen")
  func narrow() {
    let long = Table(
      columns: (0..<12).map { Table.Column("Column \($0)", .number(.money)) },
      rows: [Table.Row((0..<12).map { .number(Double($0) * 1_000) })])
    let widest = plain(.table(long), width: 60).lines.map(\.displayWidth).max() ?? 0
    #expect(widest <= 60 && widest > 40)
  }
}
