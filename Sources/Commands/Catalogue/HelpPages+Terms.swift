import Language
import Reports
import Scenarios

/// Words of the trade that are no name of a parameter or metric.
extension HelpPages {
  struct Term: Sendable {
    /// In English and in Chinese.
    let words: [String]
    let meaning: String
    /// What to look at next.
    let names: [String]
  }

  static let terms: [Term] = [
    Term(
      words: ["ruin", "资金断流", "断流"],
      meaning: "Cash fell below what the credit line allows, or for 14 days less than half of the ads could be paid.",
      names: ["cash.credit_line", "lowest_cash"]),
    Term(
      words: ["world", "worlds", "世界"],
      meaning: "One possible course of the store's future; a run plays thousands of them.", names: ["run", "explain"]),
    Term(
      words: ["plan", "计划"], meaning: "The course without chance: every uncertain number takes its mean.",
      names: ["run --plan"]),
    Term(
      words: ["cashflow", "cash-flow", "现金流"],
      meaning: "Payouts and released reserves come in, payments go out; explain shows them day by day.",
      names: ["opening_cash", "payouts", "released", "closing_cash", "lowest_cash"]),
    Term(
      words: ["ad-share", "广告花费占比"], meaning: "Ads divided by revenue; one divided by ROAS.",
      names: ["ads", "revenue", "roas"]),
    Term(words: ["net-margin", "净利率"], meaning: "Net profit divided by revenue.", names: ["net_profit", "revenue"]),
    Term(
      words: ["order-value", "aov", "客单价"], meaning: "Revenue divided by orders.",
      names: ["revenue", "orders", "products.price"]),
    Term(
      words: ["backup", "备选供应商"],
      meaning: "A second offer of a product: it gets the orders while the first supplier is shut or out of stock.",
      names: ["suppliers.failure_rate", "scorecard"]),
  ]

  static func page(ofTerm word: String) -> Document? {
    guard let term = terms.first(where: { $0.words.contains(word) }) else { return nil }
    return Document([
      .facts([
        Fact(word, [TextRun(term.meaning.said)]), Fact(say("See also"), [TextRun(term.names.joined(separator: "   "))]),
      ])
    ])
  }

  /// A figure that rules look at.
  static func page(ofFigure word: String) -> Document? {
    guard let figure = Observable(rawValue: word) else { return nil }
    let name = figure.rawValue + (figure.row.hasWindow ? say("(days)") : "")
    return Document([.facts([Fact(name, [TextRun(figure.row.doc.said)])])])
  }
}
