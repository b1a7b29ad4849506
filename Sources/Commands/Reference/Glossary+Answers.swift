extension Glossary {
  /// How worlds end.
  static let endingTerms: [Term] = [
    Term(
      "running out",
      ["资金用尽"],
      "The world runs out of money: cash falls below the credit line, or most ads could not be paid for two weeks. Its sign is x.",
      ["ruin", "why"],
      printed: [
        "out", "run out", "run out of money", "out of money", "x", "out on day", "out on day {1}",
        "Out of money on day",
      ]),
    Term(
      "a loss",
      ["亏损收场"],
      "The world keeps some money, but ends with no more worth than was put in. Its sign is o.",
      ["gain", "profit"],
      printed: ["end with a loss", "loss", "o"]),
    Term(
      "ends with a profit",
      ["赚钱收场"],
      "The world ends with more worth than was put in. Its sign is +.",
      ["profit", "gain"],
      printed: ["end with a profit", "+"]),
    Term(
      "not starting",
      ["不开店", "把钱留着"],
      "The other choice: you keep all the money, and gain 0. Every strategy is held against it.",
      ["compare", "gain"],
      printed: ["Compared with not starting", "keeps its money", "0: not starting", "keeps {1}"]),
    Term(
      "all the money is gone",
      ["本金全亏"],
      "The mark at which all the money put in is lost.",
      ["gain", "ruin"],
      printed: ["{1}: all the money is gone"]),
    Term(
      "still open",
      ["还在做"],
      "Worlds in which the shop is still in business at the end of the month.",
      ["show", "quit"],
      printed: ["open", "Still open at the end of the month"]),
    Term(
      "closed by a rule",
      ["按规则关店了"],
      "One of your rules has closed the shop: nothing is bought or sold after that day. That is not running out of money.",
      ["quit", "rules"],
      printed: ["-", "after closing"]),
    Term(
      "ending",
      ["结局"],
      "How a world ends: out of money, with a loss, or with a profit. The three exclude each other.",
      ["ruin", "profit", "worlds"],
      printed: ["what happened", "{1} of 100 worlds", "How many of 100 worlds end with a profit", "Of 100 worlds"]),
  ]

  /// Verdicts, and other words of judgement.
  static let verdictTerms: [Term] = [
    Term(
      "verdict",
      ["结论"],
      "Whether to start, by how many worlds surely end with a profit and how many run out of money.",
      ["run", "compare"]),
    Term(
      "do not start",
      ["不建议开"],
      "Surely fewer than 50 of 100 worlds end with a profit: keeping the money is the better choice.",
      ["run", "check"]),
    Term(
      "a coin toss",
      ["输赢各半"],
      "About as many worlds end with a profit as do not: the numbers do not tell which is more likely.",
      ["run", "learn"]),
    Term(
      "worth a try",
      ["值得一试"],
      "Surely more than 50 of 100 worlds end with a profit, and at most 10 run out of money.",
      ["run", "stress"]),
    Term(
      "earns, but may break you",
      ["能赚，但容易断资金"],
      "Most worlds end with a profit, but more than 10 of 100 may run out of money.",
      ["need", "why"],
      printed: ["may break you"]),
    Term(
      "too few worlds to tell",
      ["次数太少，说不准"],
      "So few worlds were run that chance alone may have made the figures. Run more.",
      ["run"]),
    Term(
      "not a choice",
      ["不参选"],
      "A strategy that is shown to compare with, and never recommended.",
      ["compare", "strategy"]),
    Term(
      "yes or no",
      ["是或否"],
      "Does the condition hold at this value? Barely: the error is larger than the distance, so more worlds could turn it round.",
      ["solve", "need"],
      printed: ["yes", "no", "yes, barely", "no, barely"]),
    Term(
      "severity",
      ["轻重"],
      "How bad a finding of check is: surely wrong, doubtful, or only to be noted.",
      ["check"],
      printed: ["doubtful", "note", "what to look at", "line"]),
    Term(
      "on plan",
      ["符合预期"],
      "Where your real months stand among the simulated ones. Within luck: chance alone explains the distance.",
      ["track", "actuals"],
      printed: [
        "ahead, may be luck", "ahead, more than luck", "behind, may be luck", "behind, more than luck", "as expected",
        "real", "Place in 100 worlds", "Place", "Since {1}",
      ]),
    Term(
      "as it should be",
      ["恰到好处"],
      "Whether the simulated months were as wide as the real ones: about 9 of 10 should lie inside the 90 % range.",
      ["backtest"],
      printed: [
        "too few months to judge", "too narrow", "too wide", "cannot tell yet", "months overlap: not judged",
        "In 90 % range", "True share",
      ]),
    Term(
      "miss",
      ["误差"],
      "How far the simulated months lie from the real ones, in the figure's own unit; less is better. Beside it: simply repeating the month before.",
      ["backtest"],
      printed: ["Error per month", "Error", "Error of \"same as the month before\"", "Month before"]),
    Term(
      "pass",
      ["通过"],
      "Whether your data really told a number: PASS is taken over, REVIEW should be looked at first, FAIL is left as it was; read off means copied, not estimated.",
      ["fit"],
      printed: [
        "PASS", "REVIEW", "FAIL", "{1}, copied", "unchanged", "Fitted, p5 … p95", "Fitted", "Before, p5 … p95",
        "Before", "Seen in",
      ]),
    Term(
      "says",
      ["说明"],
      "What follows from the row, in words.",
      ["track", "backtest", "fit"]),
    Term(
      "never",
      ["从不"],
      "It does not happen in this world.",
      ["why", "explain"],
      printed: ["n/a"]),
  ]

  /// Cases, places and months.
  static let caseTerms: [Term] = [
    Term(
      "bad case",
      ["差", "差的情况"],
      "5 of 100 worlds do worse than this (P5).",
      ["run", "percentile"]),
    Term(
      "typical",
      ["一般", "一般情况"],
      "Half of the worlds do worse than this, half do better (P50, the median).",
      ["run", "percentile"],
      printed: ["Typical world", "middle half"]),
    Term(
      "good case",
      ["好", "好的情况"],
      "5 of 100 worlds do better than this (P95).",
      ["run", "percentile"]),
    Term(
      "averages",
      ["按均值推算"],
      "What a spreadsheet would say: every number at its mean, and no luck. The typical world does worse when few lucky worlds lift the mean.",
      ["plan", "plot"],
      printed: ["On averages", "Averages", "No bad luck: this happens on averages, too"]),
    Term(
      "worst 5 %",
      ["最差 5 %"],
      "The mean of the worst 5 of 100 worlds.",
      ["cvar5", "compare"]),
    Term(
      "place in the row",
      ["名次"],
      "Where a world or a number stands when all are put in order, from worst to best.",
      ["worlds", "show"],
      printed: ["place", "world", "World", "World {1}", "Rank", "Number", "worst", "best", "lowest", "#", "#{1}"]),
    Term(
      "month",
      ["月份"],
      "The months of the run, from M1, with the calendar month beside it.",
      ["show", "run"],
      printed: ["M{1}", "M{1} {2}", "M{1} to M{2}", "months", "{1}, each month", "so far"]),
    Term(
      "total",
      ["合计"],
      "All months together.",
      ["show"]),
    Term(
      "by world",
      ["逐次模拟比"],
      "How the figure spreads over the worlds.",
      ["plot", "compare"],
      printed: [
        "{1}, by world", "{1}: the higher the curve, the more worlds end there",
        "Share of worlds that gain no more than this", "Gain in {1}", "Gain in {1}, 50 dots",
        "{1} and the chance of running out of money", "Spread", "P5 … P50 … P95", "9 in 10 worlds",
      ]),
    Term(
      "from averages to the typical world",
      ["从均值推算到一般情况"],
      "Step by step, what luck takes from the averages, account by account.",
      ["plot", "why"]),
  ]

  /// Differences, and how sure figures are.
  static let differenceTerms: [Term] = [
    Term(
      "95 % sure",
      ["95 % 把握"],
      "With these worlds the figure is known this well: of 100 such ranges, about 95 hold the true value. More worlds make it narrower.",
      ["run", "assert"],
      printed: ["±", "± (95 %)"]),
    Term(
      "difference",
      ["差额"],
      "One less the other, in the same worlds. The sign ≈ stands before what may be nothing but chance.",
      ["whatif", "compare"],
      printed: [
        "difference (± 95 %)", "vs {1} (± 95 %)", "vs {1}, of 100 worlds", "≈", "beats", "typical gap, {1}", "better",
        "worse", "the same", "beats {1}", "From each change alone",
      ]),
    Term(
      "tie",
      ["打平"],
      "Worlds in which several come out the same; they are split between the winners.",
      ["compare"],
      printed: ["ties", "best in"]),
    Term(
      "regret",
      ["少赚"],
      "How much less you gain by choosing this, world by world, than by choosing what is best in that world: on average, and in the worst 5 %.",
      ["compare"],
      printed: ["mean regret", "worst regret"]),
    Term(
      "opening balances",
      ["期初的账"],
      "What a running shop has on its way on the first day of the run: payouts, reserves, debts, orders, stock. Their sum with the cash is what it is worth then, and gain counts from there.",
      ["opening", "run"],
      printed: ["On its way on {1}", "as you said"]),
    Term(
      "interaction",
      ["叠加效应"],
      "What the changes do only together: the whole less what each does alone.",
      ["whatif"],
      printed: ["All together", "Everything else", "what if", "What if", "As it is"]),
  ]
}
