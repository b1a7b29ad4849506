import Testing

@testable import Language

@Suite("Rules")
struct RuleLanguageTests {
  private func rule(_ text: String) throws -> RuleSentence { try RuleSentence(parsing: Fragment(text)) }

  @Test("a rule is a trigger, actions, and days between firings")
  func whole() throws {
    let text = "when roas(7) < 1.2 then ads.meta.budget *= 0.8 min 10 every 3 days"
    let rule = try rule(text)
    #expect(rule.trigger.tests.count == 1)
    #expect(rule.trigger.days == 1)
    #expect(rule.every == 3)
    #expect(rule.span == Fragment(text).span)
    guard case .compares(let figure, .less, .quantity(let bound)) = rule.trigger.tests[0] else {
      Issue.record("\(rule.trigger)")
      return
    }
    #expect(figure.subject == nil && figure.name.text == "roas" && figure.window?.days == 7)
    #expect(bound.unplaced == Quantity(1.2))
    guard case .change(let change, let least, nil) = rule.actions[0].deed else {
      Issue.record("\(rule.actions)")
      return
    }
    #expect(change.path.text == "ads.meta.budget" && change.operation == .multiply(0.8))
    #expect(least?.text == "10")
  }

  @Test(
    "a rule may have a name before it",
    arguments: [
      ("less: when cash < 5 then quit", "less"), ("less : when cash < 5 then quit", "less"),
      ("停损：when cash < 5 then quit", "停损"), ("when cash < 5 then quit", nil),
    ] as [(String, String?)])
  func name(_ text: String, _ name: String?) throws {
    let rule = try rule(text)
    #expect(rule.name?.text == name)
    #expect(rule.actions.map(\.deed) == [.quit])
  }

  @Test(
    "figures of the business and of its parts, over days",
    arguments: [
      ("cash > 0", nil, "cash", nil), ("roas(7) > 1", nil, "roas", 7), ("roas( 7 days ) > 1", nil, "roas", 7),
      ("roas (2 weeks)>1", nil, "roas", 14), ("roas(week) > 1", nil, "roas", 7),
      ("ads.my-channel.cpa(14) > 30", "ads.my-channel", "cpa", 14),
      ("stores.小店.refund_rate(30 天) > 8 %", "stores.小店", "refund_rate", 30),
      ("suppliers.yiwu.open", "suppliers.yiwu", "open", nil),
      ("not suppliers.yiwu.open", "suppliers.yiwu", "open", nil),
      ("products.lamp.offers.3pl.stock < 40", "products.lamp.offers.3pl", "stock", nil),
    ] as [(String, String?, String, Int?)])
  func figures(_ text: String, _ subject: String?, _ name: String, _ days: Int?) throws {
    let trigger = try Trigger(parsing: Fragment(text))
    let figure = trigger.tests[0].observation
    #expect(figure.subject?.text == subject)
    #expect(figure.name.text == name)
    #expect(figure.window?.days == days)
  }

  @Test("conditions are joined by and, hold for days, and compare figures with one another")
  func triggers() throws {
    let trigger = try Trigger(
      parsing: "ads.meta.roas(7) < roas(14) AND not suppliers.yiwu.open and cash ≥ USD 500 for 3 days")
    #expect(trigger.tests.count == 3)
    #expect(trigger.days == 3)
    guard case .compares(_, .less, .observation(let other)) = trigger.tests[0],
      case .holds(_, isNegated: true) = trigger.tests[1],
      case .compares(_, .greaterOrEqual, .quantity(let bound)) = trigger.tests[2]
    else {
      Issue.record("\(trigger)")
      return
    }
    #expect(other.window?.days == 14)
    #expect(bound.unplaced == Quantity(500, currency: "USD"))
  }

  @Test("several actions, thousands in their numbers, bounds in either order")
  func actions() throws {
    let actions = try Action.list(
      parsing:
        "a.x = 1,000 USD max 2,000 min 5, pause ads, resume ads.meta,open suppliers.*, close stores.s, a.*.y +20%, quit"
    )
    #expect(actions.count == 7)
    guard case .change(let change, let least, let most) = actions[0].deed, case .set(let value) = change.operation
    else {
      Issue.record("\(actions)")
      return
    }
    #expect([value.text, least?.text, most?.text] == ["1,000 USD", "5", "2,000"])
    let verbs = actions.compactMap { action -> String? in
      guard case .verb(let verb, let path) = action.deed else { return nil }
      return "\(verb.rawValue) \(path.text)"
    }
    #expect(verbs == ["pause ads", "resume ads.meta", "open suppliers.*", "close stores.s"])
    #expect(actions.last?.deed == .quit)
  }

  @Test("amounts are paid as they are typed, damages apart, and payouts are held")
  func payments() throws {
    let actions = try Action.list(
      parsing: "pay 1,200 USD, PAY damages 5,000 to 100,000 USD likely 20,000, pay lognormal(20, 0.5), hold stores.shop"
    )
    let paid = actions.compactMap { action -> String? in
      guard case .pay(let amount, let isDamages) = action.deed else { return nil }
      return amount.text + (isDamages ? " of damages" : "")
    }
    #expect(paid == ["1,200 USD", "5,000 to 100,000 USD likely 20,000 of damages", "lognormal(20, 0.5)"])
    guard case .verb(.hold, let store) = actions[3].deed else {
      Issue.record("\(actions)")
      return
    }
    #expect(store.text == "stores.shop")
  }

  @Test("a parameter may have the name of a verb")
  func verbsAsNames() throws {
    for text in ["open = 3", "close += 3", "quit *= 2", "pause.x = 1", "pay = 4", "hold.y += 1"] {
      guard case .change = try Action.list(parsing: Fragment(text))[0].deed else {
        Issue.record("\(text)")
        continue
      }
    }
  }

  @Test("full-width punctuation is read as its ASCII counterpart")
  func fullWidthPunctuation() throws {
    let ascii = try rule("when roas(7) < 1.2 and cash > 500 then ads.meta.budget *= 0.8 min 10, pause ads every 3 days")
    let wide = try rule(
      fullWidth("when roas(7) < 1.2 and cash > 500 then ads.meta.budget *= 0.8 min 10, pause ads every 3 days"))
    #expect(wide.trigger.tests.count == ascii.trigger.tests.count)
    #expect(wide.every == 3 && wide.actions.count == 2)
    #expect(try rule("when roas（7）＜ 1.2 then pause ads，quit").actions.count == 2)
  }

  @Test(
    "faults stand where they are",
    arguments: [
      ("if cash < 500 then quit", "expected when, found if", "if"),
      ("when", "expected a figure to look at, such as cash or roas(7)", ""),
      ("when cash < 500", "expected \"and\", \"for\" or \"then\"", ""),
      ("when cash 500 then quit", "expected \"and\", \"for\" or \"then\", found 500", "500"),
      ("when cash < 500 or day > 3 then quit", "expected \"and\", \"for\" or \"then\", found or", "or"),
      ("when cash < then quit", "expected a number, found then", "then"),
      ("when cash < 500 and then quit", "expected a figure to look at, such as cash or roas(7), found then", "then"),
      ("when cash < 500 then", "expected an action", ""),
      ("when cash < 500 then pause", "expected something to pause", ""),
      ("when cash < 500 then a.b 10", "expected one of = += -= *=, found 10", "10"),
      ("when cash < 500 then a.b *= 10 USD", "a factor must be a plain number or a percentage", "10 USD"),
      ("when roas(x) < 1 then quit", "expected a number of days, found x", "x"),
      ("when roas(7 < 1 then quit", "expected ), found <", "<"), ("when roas(7", "this bracket needs a closing )", "("),
      ("when roas(7.5) < 1 then quit", "expected a whole number of days, 1 to 3650", "7.5"),
      ("when roas(3 months) < 1 then quit", "expected days, not months", "3 months"),
      ("when roas(7 %) < 1 then quit", "expected days", "7 %"),
      ("when .roas(7) < 1 then quit", "expected a figure to look at, such as cash or roas(7), found .roas", ".roas"),
      ("when ads.(7) < 1 then quit", "expected a name on both sides of the dot", "ads."),
      ("when cash < 500 then quit every", "expected a number of days", ""),
      ("when cash < 500 then quit every 3 days twice", "unexpected twice", "twice"),
      ("when cash < 500 then quit for 3 days", "unexpected for", "for"),
      ("when cash < 500 then pay", "expected an amount to pay", ""),
      ("when cash < 500 then pay damages, quit", "expected an amount to pay, found ,", ","),
      ("when cash < 500 then a.b *= 1.2 max", "expected the upper limit", ""),
      ("when cash < 500 then a.b *= 1.2 min 5 min 6", "unexpected min", "min"),
    ])
  func faults(_ text: String, _ message: String, _ under: String) {
    #expect(complaint(text, RuleSentence.init(parsing:)) == Complaint(message, under: under))
  }

  @Test("events have no every, and a mistyped verb is recognised")
  func eventActions() {
    #expect(complaint("pause ads every 3 days", Action.list(parsing:)) == Complaint("unexpected every", under: "every"))
    do throws(Fault) {
      _ = try Action.list(parsing: "paus ads")
    } catch {
      #expect(error.help == "nearest: pause")
    }
  }
}
