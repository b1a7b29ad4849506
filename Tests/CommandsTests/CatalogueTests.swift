import Commands
import Foundation
import Language
import PtySupport
import Testing

@Suite("The catalogue of commands")
struct CatalogueTests {
  @Test("every example of every command runs, in the catalogue's order, in one session")
  func examples() throws {
    for step in try ExampleWalk.inLanguage(.english).steps {
      #expect(step.ending == (step.verb == "quit" ? .quit : .done), "\(step.example): \(step.complaint)")
    }
  }

  @Test("verbs and synonyms mean one command each")
  func unique() {
    let words = Catalogue.commands.flatMap { [$0.verb] + $0.synonyms }
    #expect(Set(words).count == words.count)
    for word in words { #expect(Catalogue.find(word) != nil) }
  }

  @Test("every command has examples that begin with its verb, and knows the commands it refers to")
  func rows() {
    for command in Catalogue.commands {
      // Where there is less to say than three examples can show, fewer do.
      let takesNothing = ["quit", "about"].contains(command.verb)
      #expect(command.examples.count >= (takesNothing ? 1 : 3), "contract 2: \(command.verb)")
      for example in command.examples { #expect(example.split(separator: " ").first == command.verb[...]) }
      for related in command.related { #expect(Catalogue.find(related)?.verb == related) }
      #expect(command.syntax.hasPrefix(command.verb))
    }
  }

  @Test("help of every command fits 80 columns and shows syntax, examples and synonyms")
  func pages() throws {
    let desk = try Desk()
    for command in Catalogue.commands {
      #expect(desk.perform("help \(command.verb)") == .done)
      let lines = desk.shown.split(separator: "\n")
      for line in lines { #expect(String(line).displayWidth <= 80, "\(line)") }
      for text in [command.syntax] + command.examples {
        #expect(lines.contains { $0.hasSuffix("  " + text) }, "\(text)")
      }
      for option in command.options { #expect(desk.shown.contains("--\(option.name)")) }
      for synonym in command.synonyms { #expect(desk.shown.contains(synonym)) }
    }
  }

  @Test("help is one screen of a small terminal, by what one wants to do")
  func overview() throws {
    let desk = try Desk()
    desk.perform("help")
    let lines = desk.shown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // The prompt takes the last of 24 rows.
    #expect(lines.count <= 24)
    for line in lines { #expect(line.displayWidth <= 80, "\(line)") }
    for verb in ["start", "run", "whatif", "compare", "help all"] {
      #expect(lines.contains { $0.contains(verb) }, "\(verb)")
    }
  }

  @Test("help all has a line for each command", arguments: ["help all", "help commands"])
  func everything(line: String) throws {
    let desk = try Desk()
    desk.perform(line)
    let lines = desk.shown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // A line for each command, and a title and a blank for each task.
    #expect(lines.count <= Catalogue.commands.count + 2 * 10)
    for line in lines { #expect(line.displayWidth <= 80) }
    for command in Catalogue.commands {
      #expect(lines.contains { $0.hasPrefix("  \(command.verb) ") && $0.hasSuffix(command.summary) }, "\(command.verb)")
    }
  }

  @Test(
    "help explains figures of rules and words of the trade, English and Chinese",
    arguments: [
      ("roas", "Revenue ÷ ad spend"), ("退款", "refunds_and_chargebacks"), ("毛利润", "gross_profit"),
      ("广告花费占比", "Ad spend ÷ revenue"), ("净利率", "net_profit"), ("备选供应商", "offers"), ("现金流", "lowest_cash"),
      ("资金链断裂", "The share of worlds"), ("断流", "The share of worlds"), ("断粮", "Out of money because"),
      ("支付服务商", "stores.NAME.hold_rate"), ("自备货", "order_quantity"), ("候选品", "test_spend"),
      ("跟卖者", "market.copycats"), ("cash flow", "payouts come"), ("Median", "P50 is the median"),
      ("hold", "stores.NAME.hold_days"),
    ])
  func terms(topic: String, says: String) throws {
    let desk = try Desk()
    #expect(desk.perform("help \(topic)") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains(says), "\(desk.shown)")
  }

  @Test("every term means one thing, and help knows what it refers to")
  func glossary() throws {
    let desk = try Desk()
    let words = Glossary.terms.flatMap { [$0.name] + $0.synonyms }
    #expect(Set(words).count == words.count)
    for term in Glossary.terms {
      #expect(!term.related.isEmpty && term.meaning.hasSuffix("."), "\(term.name)")
      for topic in [term.name] + term.synonyms + term.related {
        #expect(desk.perform("help \(topic)") == .done, "\(topic)")
        #expect(!desk.shown.contains("mentioned in"), "\(topic)")
      }
    }
  }

  @Test("help on a word that names nothing tells where it occurs")
  func occurrences() throws {
    let desk = try Desk()
    desk.perform("help postage")
    #expect(desk.shown.contains("return_shipping") && desk.shown.contains("other_payments"))
  }

  @Test("help explains parameters by whole path, without names, and by last word")
  func parameters() throws {
    let desk = try Desk()
    for topic in ["ads.meta.cpc", "ads.cpc", "cpc"] {
      #expect(desk.perform("help \(topic)") == .done)
      #expect(desk.shown.contains("ads.NAME.cpc"))
      #expect(desk.shown.contains("USD/click"))
    }
    desk.perform("help budget")
    #expect(desk.shown.contains("cash.budget") && desk.shown.contains("ads.NAME.budget"))
  }

  @Test("help explains metrics, one and all")
  func metrics() throws {
    let desk = try Desk()
    desk.perform("help net_profit")
    #expect(desk.shown.contains("Gross profit minus all other costs."))
    desk.perform("help metrics")
    #expect(desk.shown.contains("closing_cash") && desk.shown.contains("ruin_day"))
  }

  @Test("help on what there is not names what is near")
  func unknownTopic() throws {
    let desk = try Desk()
    #expect(desk.perform("help revenu") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("revenue"))
  }

  @Test("the reference names every parameter, and the JSON Schema is given as data")
  func schema() throws {
    let desk = try Desk(loaded: false)
    desk.perform("schema")
    #expect(desk.shown.contains("ads.NAME") && desk.shown.contains("payout_days"))
    desk.perform("schema --json")
    let schema = try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [String: Any]
    #expect(schema?["properties"] != nil)
  }
}
