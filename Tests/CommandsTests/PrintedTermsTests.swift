import Commands
import Foundation
import Language
import PtySupport
import Reports
import Testing

/// Whatever an answer prints as a name may be asked about.
@Suite("Every printed term has help")
struct PrintedTermsTests {
  @Test("help explains every head, row, status and sign that examples print", arguments: Tongue.allCases)
  func everyTerm(tongue: Tongue) throws {
    let walk = try ExampleWalk.inLanguage(tongue)
    let terms = walk.steps.flatMap { step in
      step.documents.flatMap(\.terms).filter { $0.isForHelp && !walk.names.contains($0.text) }
        .map { (term: $0, step.example) }
    }
    #expect(Set(terms.map(\.term)).count > 600)
    var asked: Set<String> = []
    try Tongue.$current.withValue(tongue) {
      let desk = try Desk(interactive: true)
      for (term, example) in terms where asked.insert(term.text).inserted {
        desk.perform("help '\(term.text.replacing("'", with: "\\'"))'")
        let isExplained =
          desk.findings.isEmpty && !desk.shown.contains(say("No topic is called \(term.asked); mentioned in"))
        #expect(isExplained, "\(example): help \(term.text) (\(term.place))")
      }
    }
  }

  @Test(
    "help takes words as they are printed",
    arguments: [
      ("Gain, 12 months", "minus the money put in"), ("Final cash, P50", "P50 is the median"),
      ("do not start", "Fewer than 50 of 100 worlds"), ("x", "runs out of money"), ("M3 May", "months of the run"),
      ("Payouts held 90 days", "stress payouts-held"), ("When would I run out of money?", "run"),
      ("preset", "ready-made values"), ("meta", "show preset meta"), ("--paths N", "how many worlds"),
      ("products.lamp", "products.NAME"), ("pert(low, mode, high)", "help ranges"),
      ("M", "nobody publishes the number"),
      ("stress supplier-lost", "stress"), ("ads.meta.budget, USD per day (now 30)", "ads.NAME.budget"),
    ])
  func asPrinted(topic: String, says: String) throws {
    let desk = try Desk(interactive: true)
    #expect(desk.perform("help '\(topic)'") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains(says), "\(desk.shown)")
  }

  @Test(
    "help takes Chinese words as they are printed, whatever the language",
    arguments: ["12 个月净赚", "第 7 次模拟", "不建议开", "救回", "每 100 次", "回款冻结 90 天", "启动资金要多少？", "净赚，P50"])
  func chineseAsPrinted(topic: String) throws {
    for tongue in Tongue.allCases {
      try Tongue.$current.withValue(tongue) {
        let desk = try Desk(interactive: true)
        #expect(desk.perform("help '\(topic)'") == .done, "\(desk.complaint)")
      }
    }
  }

  @Test("a place of a printed text takes anything, but no part of a word")
  func places() throws {
    let desk = try Desk(interactive: true)
    desk.perform("help normal")
    #expect(!desk.shown.contains("taken away"), "\(desk.shown)")
    desk.perform("help market")
    #expect(!desk.shown.contains("calendar month"), "\(desk.shown)")
  }

  @Test("no line of an example's answer is wider than its terminal", arguments: Tongue.allCases, [60, 80])
  func widths(tongue: Tongue, width: Int) throws {
    for step in try ExampleWalk.inLanguage(tongue).steps {
      for document in step.documents {
        let text = Tongue.$current.withValue(tongue) { document.rendered(on: Surface(width: width, rows: 24)) }
        for line in text.split(separator: "\n") {
          #expect(String(line).displayWidth <= width, "\(step.example): \(line)")
        }
      }
    }
  }
}

extension PrintedTerm {
  /// As `help` takes it.
  var asked: String { text.lowercased() }

  /// Is it a word at all? Numbers, ranges of numbers, dates, variables that were set and small curves are none, and what
  /// stands in a cell is one where it is short: longer ones are sentences.
  var isForHelp: Bool {
    let bare = ["to", "到", "above", "below", "高于", "低于"].reduce(text) { $0.replacing($1, with: "") }
    let isSign = text.allSatisfy { !$0.isNumber && !$0.isWhitespace && !"▁▂▃▄▅▆▇█".contains($0) }
    guard bare.contains(where: \.isLetter) || isSign else { return false }
    guard !text.isEmpty, !text.hasPrefix("$") else { return false }
    guard place == .cell else { return true }
    let isLong = text.displayWidth > 24 || text.split(separator: " ").count > 3 || text.contains(/\.$|[，。：；“]/)
    return !isLong && !text.contains(where: \.isNumber) && !(text.contains(/[一-龥]/) && text.displayWidth > 14)
  }
}
