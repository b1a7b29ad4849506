import Simulation

/// How worlds end. A figure is declared here and listed in ``endings``; shares come first.
extension Figure {
  package static let endings = [
    ruin, insolvent, starved, quit, profit, winnerFound, winnerEarns, ruinDay, breakEvenMonth, finalCash, finalWorth,
    gain,
  ]

  package static let ruin = Figure(
    "ruin", "Runs out of money", short: "Out", .share, .lower,
    "The share of worlds in which the money runs out: at the end of a day the cash is overdrawn beyond the credit line (insolvent), or for 14 days in a row less than half of the planned ad spend could be paid (starved).",
    words: ["ruin", "out of money", "bankruptcy", "把钱花光", "花光", "资金链断裂", "资金断流", "断流", "资金耗尽", "破产"],
    related: ["run", "need", "cash.budget", "cash.credit_line"],
    column: { $0.ruinDay.map { $0 >= 0 ? 1 : 0 } }, tally: { $0.share($0.endings.ruined) })

  package static let insolvent = Figure(
    "insolvent", "Overdrawn beyond the credit line", .share, .lower,
    "Out of money because at the end of a day the cash was overdrawn beyond the credit line.",
    words: ["insolvent", "现金见底", "资不抵债", "无力偿付"], related: ["run", "cash.credit_line"],
    column: { $0.ruinCause.map { $0 == Double(RuinCause.insolvent.rawValue) ? 1 : 0 } },
    tally: { $0.share($0.endings.insolvent) })

  package static let starved = Figure(
    "starved", "No money left for ads", .share, .lower,
    "Out of money because for 14 days in a row less than half of the planned ad spend could be paid.",
    words: ["starved", "没钱投广告", "断粮"], related: ["run", "ads.budget"],
    column: { $0.ruinCause.map { $0 == Double(RuinCause.starved.rawValue) ? 1 : 0 } },
    tally: { $0.share($0.endings.starved) })

  package static let quit = Figure(
    "quit", "Closed by your rule", .share, .lower,
    "The share of worlds in which one of your rules closes the business before the end. This does not count as running out of money.",
    words: ["closed by rule", "按规则关店", "按规则歇业"], related: ["rules", "run"],
    column: { $0.quitDay.map { $0 >= 0 ? 1 : 0 } }, tally: { $0.share($0.endings.quit) })

  package static let profit = Figure(
    "profit", "Makes a profit", short: "Earns", .share, .higher,
    "The share of worlds that end with a final worth above the money put in. The other choice is not to start, which keeps the money.",
    words: ["profit", "chance of a profit", "赚钱", "赚钱的概率"], related: ["run", "gain", "cash.budget"],
    column: { $0.breakEvenMonth.map { $0 > 0 ? 1 : 0 } }, tally: { $0.share($0.endings.backByMonth) })

  package static let winnerFound = Figure(
    "winner_found", "A product passes its test", short: "Passes", .share, .higher,
    "The share of worlds in which at least one tested product is kept before the money runs out. A product that passes its test does not always earn money: winner_earns counts the worlds in which the shop also makes a profit.",
    words: ["winner found", "测出爆品", "爆品", "测出来的品", "胜出品"], related: ["run", "assert"],
    column: { $0.total(.winners).map { $0 > 0 ? 1 : 0 } }, tally: { .tally($0.total(.winners)) })

  package static let winnerEarns = Figure(
    "winner_earns", "A product passes, and there is a profit", short: "Passes, earns", .share, .higher,
    "The share of worlds in which a tested product is kept and the final worth is above the money put in: how often testing finds a product that pays for the tests.",
    words: ["winner earns", "真爆品", "爆品赚钱", "测品回本"], related: ["run", "winner_found", "profit", "assert"],
    column: { zip($0.breakEvenMonth, $0.total(.winners)).map { $0 > 0 && $1 > 0 ? 1 : 0 } },
    tally: { $0.share([$0.endings.keptInProfit]) })

  package static let ruinDay = Figure(
    "ruin_day", "Runs out on day", short: "Day", .day, .higher, presence: .someWorlds(ifNone: .infinity),
    "The day on which the money runs out, in the worlds in which it does. Day 1 is the first day, on screen and in data.",
    words: ["ruin day", "第几天花光", "断流日"], related: ["run", "assert"],
    column: { $0.ruinDay.map { $0 >= 0 ? $0 + 1 : .nan } }, tally: { .counts([0] + $0.endings.ruined) })

  package static let breakEvenMonth = Figure(
    "break_even_month", "Money back in month", short: "Payback", .month, .lower,
    presence: .someWorlds(ifNone: .infinity),
    "From this month on, your worth at the end of every month is above the money put in; months are counted from 1. Only worlds that end with a profit count. Refunds and chargebacks of the last orders may still come.",
    words: ["money back", "break-even month", "payback", "回本", "回本月份"], related: ["run", "profit", "breakeven"],
    column: { $0.breakEvenMonth.map { $0 > 0 ? $0 : .nan } }, tally: { .counts($0.endings.backByMonth) })

  package static let finalCash = Figure(
    "final_cash", aliases: ["cash"], "Final cash", short: "Cash", .money, .higher, includesStartMoney: true,
    "Cash at the end of the last month, without what processors still owe you.",
    words: ["final cash", "期末现金"], related: ["closing_cash", "run"],
    column: { $0.total(.closingCash) }, tally: { .tally($0.total(.closingCash)) })

  package static let finalWorth = Figure(
    "final_worth", aliases: ["worth"], "Final worth", short: "Worth", .money, .higher, includesStartMoney: true,
    "Final cash, plus payouts and reserves still owed to you, the value of stock, the balance of ad accounts, and what your rules have paid you, minus what you owe to suppliers, to lenders, in taxes and from earlier debts.",
    words: ["worth", "期末净值", "净值"], related: ["run"],
    column: { $0.finalWorth }, tally: { .tally($0.endings.worth) })

  package static let gain = Figure(
    "gain", "Gain", .money, .higher, isSigned: true,
    "Final worth minus the money put in at the start. If you do not start, your gain is 0.",
    words: ["gain", "cash_gain", "净赚", "赚了多少"], related: ["profit", "run", "compare", "whatif"],
    column: { $0.gain }, tally: { .tally($0.endings.gain) })
}

extension Tallies {
  /// Of so many worlds by day: 1 in these, 0 in all others.
  fileprivate func share(_ days: [Int]) -> Sample {
    let count = days.reduce(0, +)
    return .counts([paths - count, count])
  }
}
