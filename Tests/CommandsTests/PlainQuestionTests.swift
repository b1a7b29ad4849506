import Foundation
import Language
import PtySupport
import Testing

@testable import Commands

@Suite("Questions in plain words")
struct PlainQuestionTests {
  @Test("a question is answered by the commands it means, which are told")
  func answered() throws {
    let desk = try Desk()
    #expect(desk.perform("What did I forget?") == .done, "\(desk.complaint)")
    #expect(desk.notices.contains("= check"))
    #expect(!desk.shown.isEmpty)
  }

  @Test(
    "case, blanks, punctuation and other words for it make no difference, in either language",
    arguments: [
      ("what if payouts are held for 90 days", "stress payouts-held"), ("WHAT MAY A CLICK COST", "breakeven"),
      ("is it worth it?", "compare"), ("广告多少钱不亏", "breakeven"), ("值不值得做？", "compare"),
      ("why did it fail", "why"),
    ])
  func wordings(text: String, command: String) throws {
    let desk = try Desk()
    let question = try #require(PlainQuestion.asked(with: text))
    #expect(question.commands(desk.session) == [command])
  }

  @Test("the translation of a question is asked in a Chinese session")
  func translated() {
    Tongue.chinese.speaking {
      #expect(PlainQuestion.asked(with: "启动资金要多少？")?.words == "How much money do I need to start?")
    }
  }

  @Test("every wording asks one question only, and none is a command")
  func unique() {
    for tongue in Tongue.allCases {
      tongue.speaking {
        for question in PlainQuestion.all {
          for wording in question.wordings {
            #expect(PlainQuestion.asked(with: wording)?.words == question.words, "\(wording)")
            #expect(Catalogue.find(wording.lowercased()) == nil, "\(wording)")
          }
        }
      }
    }
  }

  @Test("every command that a question means is understood")
  func commands() throws {
    let desk = try Desk()
    for command in PlainQuestion.all.flatMap({ $0.commands(desk.session) }) {
      let verb = String(command.prefix { $0 != " " })
      let spec = try #require(Catalogue.find(verb), "\(command)")
      // Without --deep an audit runs none.
      let takesWorlds = verb != "check" && spec.options.contains { $0.name == "paths" }
      // Few worlds are enough to see that it is read.
      #expect(desk.perform(takesWorlds ? command + " --paths 640" : command) == .done, "\(command): \(desk.complaint)")
    }
  }

  @Test("a question about the store asks about its own prices and budgets")
  func ownNumbers() throws {
    let desk = try Desk()
    let commands = PlainQuestion.all.flatMap { $0.commands(desk.session) }
    #expect(commands.contains("sweep products.lamp.price over 28,32,35,39,44 for ruin, profit, p50 gain"))
    #expect(commands.contains("sweep ads.meta.budget over 15,30,60,120 for ruin, profit, p50 gain"))
  }

  @Test("whether to keep stock is answered by what it could bring at most, and where there is stock, by doing without")
  func ownStock() throws {
    let desk = try Desk()
    let question = try #require(PlainQuestion.asked(with: "do I need stock of my own?"))
    #expect(
      question.commands(desk.session) == [
        "whatif products.lamp.offers.yiwu.unit_cost -20%, suppliers.yiwu.transit_days = 5 days, "
          + "products.lamp.promised_days = 7", "help own stock",
      ])
    #expect(desk.perform("set products.lamp.offers.yiwu.own_stock.order_quantity = 50") == .done, "\(desk.complaint)")
    #expect(
      question.commands(desk.session) == ["whatif products.lamp.offers.yiwu.own_stock.order_quantity = 0"])
  }

  @Test("what one's own months say is asked of the actual numbers, once there are some")
  func actuals() throws {
    let desk = try Desk()
    let track = try #require(PlainQuestion.asked(with: "am I on track, or was it luck?"))
    let fit = try #require(PlainQuestion.asked(with: "what do my last months say about the next?"))
    #expect(track.commands(desk.session) + fit.commands(desk.session) == ["show months", "help import"])
    try FileManager.default.createDirectory(
      atPath: desk.folder.path("shop.actuals"), withIntermediateDirectories: true)
    #expect(track.commands(desk.session) + fit.commands(desk.session) == ["track", "fit"])
  }

  @Test("what is asked a little otherwise is not guessed: the nearest questions are named")
  func nearest() throws {
    let desk = try Desk()
    #expect(desk.perform("how much cash do I need for starting") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("neither a command nor a known question"), "\(desk.complaint)")
    #expect(desk.complaint.contains("How much money do I need to start?"))
    #expect(desk.perform("xyzzy plugh") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("unknown command: xyzzy"))
  }

  @Test("without a scenario, and where the scenario has nothing of the kind, the error says so")
  func nothingToAsk() throws {
    let empty = try Desk(loaded: false)
    #expect(empty.perform("what price should I set?") == .failed(exitCode: 1))
    #expect(empty.complaint.contains("this question needs a scenario"))
    let desk = try Desk()
    #expect(desk.perform("how many products can I test?") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("this scenario lacks the part that the question asks about"))
  }

  @Test("history keeps the command, which a script can repeat")
  func history() throws {
    let desk = try Desk()
    desk.perform("what did I forget?")
    #expect(desk.session.journal.entries.last?.text == "check")
  }

  @Test("a question that is begun is completed, from the word before the cursor on")
  func completed() throws {
    let desk = try Desk()
    let line = "how much mon"
    let completions = desk.session.completions(of: line, at: line.count)
    #expect(completions.candidates.map(\.text) == ["money do I need to start?"])
    #expect(completions.replace == 9..<12)
  }
}
