import Analysis
import Language
import Simulation

/// What happened in a world, in words.
struct HappeningWords {
  private let currency: String
  private let format: NumberFormat

  init(currency: String, _ glyphs: Surface.Glyphs) {
    self.currency = currency
    format = NumberFormat(glyphs: glyphs)
  }

  func text(_ happening: WorldStory.Happening) -> String {
    let (first, last) = (happening.days.lowerBound, happening.days.upperBound)
    let lasts = first != last
    let end = last + 1
    switch happening.kind {
    case .shut(let supplier, let failed, let known):
      let span = lasts ? say(" until day \(end)") : say(" for one day")
      let notice = known.map { $0 == first ? "" : say("; noticed on day \($0 + 1)") } ?? say("; never noticed")
      return failed ? say("\(supplier) shuts down\(span)\(notice)") : say("\(supplier) is closed\(span)\(notice)")
    case .soldOut(let product, let supplier):
      return lasts
        ? say("\(product) from \(supplier) is out of stock until day \(end)")
        : say("\(product) from \(supplier) is out of stock on this day")
    case .trial(let step, let candidate):
      switch step {
      case .started: return say("candidate \(candidate + 1): its test begins")
      case .kept: return say("candidate \(candidate + 1) is kept")
      case .dropped: return say("candidate \(candidate + 1) is dropped after its test")
      case .stopped: return say("candidate \(candidate + 1), kept after its test, is now given up")
      }
    case .rule(let text):
      return lasts ? say("rule: \(text), each morning until day \(end)") : say("rule: \(text)")
    case .event(let name):
      return lasts ? say("event: \(name), each day until day \(end)") : say("event: \(name)")
    case .hold(let most):
      let amount = "\(format.money(most)) \(currency)"
      return lasts
        ? say("payouts are withheld until day \(end) (at most \(amount) in all)")
        : say("payouts are withheld for one day (at most \(amount) in all)")
    case .adsStopped(let account):
      return lasts
        ? say("\(account): a bill cannot be paid, so its ads stop until day \(end)")
        : say("\(account): a bill cannot be paid, so its ads stop for one day")
    case .balanceLost(let account, let amount):
      return say("\(account) is banned: \(format.money(amount)) \(currency) of its balance is lost")
    case .paidBack(let lender): return say("\(lender) is paid back")
    case .ruined(let cause): return say("out of money: \(cause.words)")
    case .quit: return say("closed by your rule")
    }
  }

  /// With the day on which it began, counted from 1.
  func dated(_ happening: WorldStory.Happening) -> String {
    say("day \(happening.days.lowerBound + 1): \(text(happening))")
  }
}

extension RuinCause {
  var words: String {
    switch self {
    case .none: ""
    case .insolvent: say("cash is below zero, beyond any credit line")
    case .starved: say("for 14 days, less than half of the planned ad spend could be paid")
    }
  }
}
