import Testing

@testable import Reports

@Suite struct TableDataTests {
  private func csv(_ cells: [Table.Cell]) -> String {
    let columns = cells.indices.map { Table.Column("c\($0)", .text) }
    let lines = Table(columns: columns, rows: [Table.Row(cells)]).csv()
    return String(lines.dropFirst(columns.map(\.key).joined(separator: ",").count + 1))
  }

  @Test("CSV quotes commas, quotes and line breaks, and nothing else")
  func quoting() {
    #expect(
      csv([.text("plain words"), .text("a,b"), .text("say \"no\""), .text("two\nlines"), .text("")])
        == "plain words,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",\r\n")
    #expect(csv([.text("cr\r\nlf")]) == "\"cr\r\nlf\"\r\n")
  }

  @Test(
    "a text that a spreadsheet would run is disarmed, a number is not",
    arguments: [
      ("=1+1", "'=1+1"), ("+49", "'+49"), ("-x", "'-x"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
      ("=A1,2", "\"'=A1,2\""), ("\r=1", "\"'\r=1\""), ("a=b", "a=b"), ("−5", "−5"),
    ])
  func injection(text: String, field: String) {
    #expect(csv([.text(text), .number(-5)]) == field + ",-5\r\n")
  }

  @Test("names cannot bring escape sequences into a file; keys are disarmed too")
  func hostile() {
    #expect(csv([.text("a\u{1B}[2J")]) == "a\\u{1B}[2J\r\n")
    #expect(Table(columns: [Table.Column("=cmd", .text)], rows: []).csv() == "'=cmd\r\n")
  }

  @Test("numbers keep full precision; missing, NaN and infinite ones are empty, or null in JSON")
  func numbers() {
    let cells: [Table.Cell] = [
      .number(1.0 / 3), .number(12_345), .number(.nan), .number(-.infinity), .missing, .series([1, .nan, 2.5]),
    ]
    #expect(csv(cells) == "0.3333333333333333,12345,,,,1  2.5\r\n")
    let table = Table(columns: cells.indices.map { Table.Column("c\($0)", .text) }, rows: [Table.Row(cells)])
    #expect(
      table.json().text()
        == #"[{"c0":0.3333333333333333,"c1":12345,"c2":null,"c3":null,"c4":null,"c5":[1,null,2.5]}]"#)
  }

  @Test("titled sections become a column")
  func sections() {
    let lines = Samples.statement.csv().split(separator: "\r\n")
    #expect(lines.count == 6)
    #expect(lines[0].hasPrefix("section,metric,m1,"))
    #expect(lines[1].hasPrefix(",Orders,16.8,"))
    #expect(lines[5].hasPrefix("Profit and loss,Net profit,-49.2,"))
    #expect(Samples.comparison.csv().hasPrefix("strategy,ruin,"))
  }
}
