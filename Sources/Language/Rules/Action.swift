/// What is to happen when a rule or event fires.
///
///     action = change ["min" value] ["max" value]
///            | ("pause" | "resume" | "open" | "close" | "hold") path
///            | "pay" ["damages"] money
///            | "pay owner" (money | share "of profit")
///            | "quit"
///
/// A change is as at the prompt (`ads.meta.budget *= 0.8`, `ads.*.budget +20%`), but its sign must be written.
package struct Action: Hashable, Sendable {
  package enum Verb: String, Hashable, Sendable, CaseIterable { case pause, resume, open, close, hold }

  package enum Deed: Hashable, Sendable {
    /// The result is held within the bounds, values of the parameter as typed.
    case change(Change, min: Fragment?, max: Fragment?)
    /// The path may be a whole group, such as `ads`.
    case verb(Verb, Word)
    /// Money that is paid once, as typed; of damages an insurance may bear a part.
    case pay(Fragment, isDamages: Bool)
    /// The owner takes money out, as typed.
    case payOwner(Fragment)
    /// The same of a share of last month's profit.
    case payOwnerOfProfit(Quantity)
    case quit
  }

  package let deed: Deed
  package let span: SourceSpan

  /// Reads the whole fragment as one or more actions between commas.
  package static func list(parsing fragment: Fragment) throws(Fault) -> [Action] {
    var scanner = Scanner(fragment)
    let actions = try scanner.actions()
    try scanner.finish {
      ["every", "monthly"].contains($0.lowercased())
        ? say("only rules can say \"every\"") : help(forUnexpected: $0)
    }
    return actions
  }

  /// The spelling that was probably meant.
  static func help(forUnexpected text: String) -> String? {
    switch Fold.key(text) {
    case "min", "max": say("write min and max only once")
    case "and", ";": say("put a comma between actions")
    default: nil
    }
  }
}

extension Scanner {
  /// One or more actions between commas, up to `every` or the end.
  mutating func actions() throws(Fault) -> [Action] {
    var actions = [try action()]
    while takeAfterBlanks({ $0.take(",") ? true : nil }) != nil { actions.append(try action()) }
    return actions
  }

  private mutating func action() throws(Fault) -> Action {
    skipBlanks()
    let first = position
    let deed: Action.Deed
    if takeCommand("quit") {
      deed = .quit
    } else if takeCommand("pay") {
      deed = try payment()
    } else if let verb = try verb() {
      deed = verb
    } else {
      deed = try change()
    }
    return Action(deed: deed, span: span(from: first))
  }

  private mutating func verb() throws(Fault) -> Action.Deed? {
    for verb in Action.Verb.allCases where takeCommand(verb.rawValue) {
      skipBlanks()
      let first = position
      skip { !$0.isBlank && $0.plain != "," }
      guard position > first else {
        throw expected(say("something to \(verb.rawValue)"), help: say("write: \(verb.example)"))
      }
      return .verb(verb, word(from: first))
    }
    return nil
  }

  /// Does a payment to the owner come next? It stands without a condition, too.
  var beginsPaymentToOwner: Bool {
    var copy = self
    copy.skipBlanks()
    return copy.takeCommand("pay") && copy.takeAfterBlanks(keyword: "owner")
  }

  private mutating func paymentToOwner() throws(Fault) -> Action.Deed {
    skipBlanks()
    let first = position
    let amount = clause()
    guard !amount.isEmpty else {
      throw expected(say("an amount for the owner"), help: say("for example: pay owner 20 % of profit monthly"))
    }
    guard amount.text.lowercased().hasSuffix("profit") else { return .payOwner(amount) }
    rewind(to: first)
    let share = try quantity(grouped: false)
    guard takeAfterBlanks(keyword: "of"), takeAfterBlanks(keyword: "profit") else {
      throw expected(say("a share of the profit"), help: say("for example: pay owner 20 % of profit monthly"))
    }
    return .payOwnerOfProfit(share)
  }

  private mutating func payment() throws(Fault) -> Action.Deed {
    if takeAfterBlanks(keyword: "owner") { return try paymentToOwner() }
    let isDamages = takeAfterBlanks(keyword: "damages")
    skipBlanks()
    let amount = clause()
    guard !amount.isEmpty else { throw expected(say("an amount to pay"), help: say("for example: pay 200 USD")) }
    return .pay(amount, isDamages: isDamages)
  }

  /// Takes a keyword that stands alone: not the beginning of a path, nor something that is assigned to.
  private mutating func takeCommand(_ keyword: String) -> Bool {
    let before = position
    guard takeKeyword(keyword) else { return false }
    let standsAlone = next.map { $0.isBlank || $0.plain == "," } ?? true
    var behind = self
    behind.skipBlanks()
    let isAssigned = behind.next?.plain == "=" || behind.peek(1)?.plain == "="
    if standsAlone, !isAssigned { return true }
    rewind(to: before)
    return false
  }

  private mutating func change() throws(Fault) -> Action.Deed {
    let text = clause()
    guard !text.isEmpty else { throw expected(say("an action"), help: Self.actionHelp) }
    let change = try Change(parsing: text)
    if case .set(let value) = change.operation {
      let between = text.slice(SourceSpan(change.path.span.end, value.start)).text
      guard Fold.folded(between).contains("=") else {
        let words = Action.Verb.allCases.map(\.rawValue) + ["pay", "quit"]
        let verbs = Nearest.names(to: change.path.text, among: words)
        let help = verbs.isEmpty ? Self.actionHelp : say("nearest: \(verbs.joined(separator: ", "))")
        throw Fault(say("expected one of = += -= *=, found \(excerpt(value.span))"), at: value.span, help: help)
      }
    }
    var (least, most): (Fragment?, Fragment?)
    while true {
      if least == nil, takeAfterBlanks(keyword: "min") {
        least = try bound(say("the lower limit"))
      } else if most == nil, takeAfterBlanks(keyword: "max") {
        most = try bound(say("the upper limit"))
      } else {
        return .change(change, min: least, max: most)
      }
    }
  }

  private static var actionHelp: String {
    say("write: PARAMETER = VALUE, pause ads, close suppliers.NAME, pay 200 USD, or quit")
  }

  private mutating func bound(_ what: String) throws(Fault) -> Fragment {
    skipBlanks()
    let text = clause()
    guard !text.isEmpty else { throw expected(what, help: say("for example: min 10 max 200")) }
    return text
  }

  /// What comes next up to a comma between actions, `min`, `max`, `every`, `monthly` or the end. Commas that group the digits of a
  /// number belong to it.
  private mutating func clause() -> Fragment {
    let first = position
    var depth = 0
    while let letter = next {
      if depth == 0, letter.plain == "," { break }
      if depth == 0, startsWord, ["min", "max", "every", "monthly"].contains(peekName().lowercased()) { break }
      switch letter.plain {
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      default: break
      }
      if letter.plain?.isDigit == true, !followsName {
        _ = wholeDigits(grouped: true)
      } else {
        advance()
      }
    }
    return trimmed(from: first)
  }

  private var startsWord: Bool { position == 0 || peek(-1)?.isBlank == true }

  private var followsName: Bool {
    guard let letter = peek(-1)?.plain else { return false }
    return letter.isNameLetter || letter.isDigit
  }
}

extension Action.Verb {
  fileprivate var example: String {
    switch self {
    case .pause, .resume: say("\(rawValue) ads, or \(rawValue) ads.NAME")
    case .open, .close: "\(rawValue) suppliers.NAME"
    case .hold: say("hold stores, or hold stores.NAME")
    }
  }
}
