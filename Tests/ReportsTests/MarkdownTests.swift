import Testing

@testable import Reports

@Suite struct MarkdownTests {
  private func markdown(_ runs: [TextRun]) -> String { Document([.paragraph(runs)]).markdown() }

  @Test(
    "no name becomes markup",
    arguments: [
      ("*a*_b_`c`", #"\*a\*\_b\_\`c\`"#), ("<script>&amp;", #"\<script\>\&amp;"#), ("[x](y)", #"\[x\](y)"#),
      ("# title", "\\# title"), ("- item", #"\- item"#), ("12. item", #"12\. item"#), ("3) item", #"3\) item"#),
      ("12.5 USD", #"12\.5 USD"#), ("−5 | 6", #"−5 \| 6"#), ("a\nb", #"a\\u{A}b"#),
    ])
  func escaping(text: String, escaped: String) {
    #expect(markdown([TextRun(text)]) == escaped + "\n")
  }

  @Test("asterisks touch the strong words, and neighbours are merged")
  func strong() {
    #expect(markdown(["P50", .strong(" 4,910 "), "USD"]) == "P50 **4,910** USD\n")
    #expect(markdown([.strong("a"), .strong("b"), .good("c"), .bad("d")]) == "**ab**cd\n")
    #expect(markdown([.strong("  ")]) == "  \n")
  }

  @Test("a table has its header rule, alignment and bold totals")
  func table() {
    let table = Table(
      columns: [Table.Column("Name|x", .text), Table.Column("Sum", .number(.money))],
      sections: [
        Table.Section("Costs", rows: [Table.Row([.text("广告"), .number(40)])]),
        Table.Section(rows: [Table.Row([.text("all"), .number(1_040)], .total)]),
      ])
    #expect(
      table.markdown() == #"""
        | Name\|x   |       Sum |
        | --------- | --------: |
        | **Costs** |           |
        | 广告      |        40 |
        | **all**   | **1,040** |
        """#)
  }
}
