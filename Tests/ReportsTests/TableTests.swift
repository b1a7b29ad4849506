import Language
import Testing

@testable import Reports

@Suite struct TableTests {
  private func text(_ table: Table, width: Int, rows: Int? = 40) -> String {
    Document([.table(table)]).rendered(on: Surface(width: width, rows: rows))
  }

  @Test("numbers stand right, plain ones point under point, missing values are dashes")
  func alignment() {
    let table = Table(
      columns: [
        Table.Column("What", .text), Table.Column("Money", .number(.money)), Table.Column("Any", .number(.number)),
      ],
      rows: [
        Table.Row([.text("a"), .number(12_345), .number(0.25)]),
        Table.Row([.text("b"), .number(-8), .number(12)]),
        Table.Row([.text("c"), .missing, .number(3.5)]),
        Table.Row([.text("d"), .number(.nan)]),
      ])
    #expect(
      text(table, width: 80) == """
          What    Money     Any
          a      12,345    0.25
          b          −8   12
          c           –    3.5
          d         n/a       –

        """)
  }

  @Test("Chinese cells line up")
  func chinese() {
    let lines = text(Samples.comparison, width: 200).lines
    let starts = [1, 2].map { line in lines[line].cells(before: " %") }
    #expect(starts[0] == starts[1])
  }

  @Test("full words go before short ones, short ones before wrapping")
  func fullWordsFirst() {
    #expect(text(Samples.comparison, width: 200).contains("Return on ads"))
    let narrow = text(Samples.comparison, width: 80)
    #expect(narrow.contains("ROAS") && !narrow.contains("Return on ads"))
    #expect(narrow.lines.count > text(Samples.comparison, width: 200).lines.count)
  }

  @Test("a table too wide is split, its first column repeated, every value there", arguments: [40, 60, 80])
  func split(width: Int) {
    let shown = text(Samples.statement, width: width)
    #expect(shown.lines.allSatisfy { $0.displayWidth <= width })
    #expect(shown.lines.filter { $0.hasPrefix("  Statement") }.count > 1)
    #expect(shown.contains("12,692") && shown.contains("−929") && shown.contains("▁▂▂▂▃▃▄▅▅▆▇█"))
  }

  @Test("in a pipe rows stay whole, however wide, unless a width was asked for")
  func pipe() {
    let lines = text(Samples.statement, width: 60, rows: nil).lines
    #expect(lines.filter { $0.hasPrefix("  Statement") }.count == 1)
    #expect(lines[0].displayWidth > 100)
    let asked = Document([.table(Samples.statement)]).rendered(on: Surface(width: 60, isWidthAsked: true))
    #expect(asked == text(Samples.statement, width: 60))
  }

  @Test("texts wrap between words before names are broken; titles of numbers take two lines before a table is split")
  func wrappingOrder() {
    let names = Table(
      columns: ["Parameter", "Value", "From"].map { Table.Column($0, .text) },
      rows: [
        Table.Row(["pause_ads_when_out_of_stock", "one two three four five six", "preset us-retail"].map { .text($0) })
      ])
    #expect(
      text(names, width: 62) == """
          Parameter                    Value           From
          pause_ads_when_out_of_stock  one two three   preset
                                       four five six   us-retail

        """)
    #expect(text(names, width: 46).contains("  pause_ads_     one two three  preset"))
    let statement = Table(
      columns: [Table.Column("Month", .text)]
        + ["Goods and shipping", "Platform and tools", "Net"].map { Table.Column($0, .number(.money)) },
      rows: [Table.Row([.text("M1"), .number(12_345), .number(67), .number(-8)])])
    #expect(
      text(statement, width: 36) == """
                    Goods and      Platform
          Month      shipping     and tools  Net
          M1           12,345            67   −8

        """)
  }

  @Test("a number takes room from the first column before it would be cut")
  func roomForNumbers() {
    let table = Table(
      columns: [Table.Column("A long first column", .text), Table.Column("Sum", .number(.decimals(6)))],
      rows: [Table.Row([.text("some long words in it"), .number(-999_999_999_999)])])
    let shown = text(table, width: 40)
    #expect(shown.contains("−999,999,999,999.000000"))
    #expect(shown.lines.allSatisfy { $0.displayWidth <= 40 })
  }

  @Test("rows of one style share a sparkline scale, and the scales are said")
  func sparklineScales() {
    let table = Table(
      columns: [Table.Column("Metric", .text), Table.Column("Trend", .sparkline(.money))],
      rows: [
        Table.Row([.text("low"), .series([0, 50])]), Table.Row([.text("high"), .series([100, 0])]),
        Table.Row([.text("orders"), .series([1, 2])], style: .count), Table.Row([.text("none"), .series([])]),
      ])
    #expect(
      text(table, width: 80) == """
          Metric   Trend
          low      ▁▅
          high     █▁
          orders   ▁█
          none
          Trend: 0 to 100, 1 to 2

        """)
  }

  @Test("tables without rows or columns do no harm")
  func emptiness() {
    #expect(text(Table(columns: [], rows: []), width: 80).isEmpty)
    #expect(text(Table(columns: [], rows: [Table.Row([.number(1)])]), width: 80).isEmpty)
    #expect(text(Table(columns: [Table.Column("Name", .text)], rows: []), width: 80) == "  Name\n")
    #expect(Table(columns: [], rows: []).markdown().isEmpty)
    #expect(Table(columns: [Table.Column("Name", .text)], rows: []).json().text() == "[]")
  }
}

extension String {
  /// The display width of what stands before the first occurrence.
  fileprivate func cells(before marker: String) -> Int {
    var rest = self[...]
    while !rest.isEmpty, !rest.hasPrefix(marker) { rest.removeFirst() }
    return String(prefix(count - rest.count)).displayWidth
  }
}
