extension Glossary {
  /// How worlds end.
  static let endingTerms: [Term] = [
    Term(
      "running out",
      ["资金用尽"],
      "The world runs out of money: the cash is overdrawn beyond the credit line, or for two weeks there was no money for most of the planned ads. Its sign is x.",
      ["ruin", "why"],
      printed: [
        "out", "run out", "run out of money", "out of money", "x", "out on day", "out on day {1}",
        "Out of money on day",
      ]),
    Term(
      "a loss",
      ["亏损收场"],
      "The world does not run out of money, but its final worth is not above the money put in. Its sign is o.",
      ["gain", "profit"],
      printed: ["end with a loss", "loss", "o"]),
    Term(
      "ends with a profit",
      ["赚钱收场"],
      "The world ends with a final worth above the money put in. Its sign is +.",
      ["profit", "gain"],
      printed: ["end with a profit", "+"]),
    Term(
      "not starting",
      ["不开店", "把钱留着"],
      "The other choice: you keep all the money, and gain 0. Every strategy is compared with it.",
      ["compare", "gain"],
      printed: ["Compared with not starting", "you keep your money", "0: neither gain nor loss", "keeps {1}"]),
    Term(
      "all the money is gone",
      ["本金全亏"],
      "In a chart of gains, this mark shows where you have lost all the money you put in.",
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
      "How a world ends: out of money, with a loss, or with a profit. The three exclude each other. “What happened”: the event that mattered most in that world, and how many orders the world had.",
      ["ruin", "profit", "worlds"],
      printed: ["what happened", "{1} of 100 worlds", "How many of 100 worlds end with a profit", "Of 100 worlds"]),
  ]

  /// Verdicts, and other words of judgement.
  static let verdictTerms: [Term] = [
    Term(
      "verdict",
      ["结论"],
      "Whether to start, judged by how many worlds end with a profit and how many run out of money.",
      ["run", "compare"]),
    Term(
      "do not start",
      ["不建议开"],
      "Fewer than 50 of 100 worlds end with a profit, even allowing for the margin of error: keeping the money is the better choice.",
      ["run", "check"]),
    Term(
      "a coin toss",
      ["输赢各半"],
      "About as many worlds end with a profit as without one: the difference is within the margin of error, so it is too close to call.",
      ["run", "learn"]),
    Term(
      "worth a try",
      ["值得一试"],
      "More than 50 of 100 worlds end with a profit, even allowing for the margin of error, and at most 10 run out of money.",
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
      "So few worlds were run that the figures may be due to chance. Run more worlds.",
      ["run"]),
    Term(
      "not a choice",
      ["不参选"],
      "A strategy that is shown only for comparison and never recommended.",
      ["compare", "strategy"]),
    Term(
      "yes or no",
      ["是或否"],
      "Whether the condition holds at this value. “Barely” and “but close”: the difference is within the margin of error, so more worlds could reverse the answer.",
      ["solve", "need"],
      printed: ["yes", "no", "yes, barely", "no, but close"]),
    Term(
      "severity",
      ["轻重"],
      "How serious a finding of \"check\" is: wrong, doubtful, or only a note.",
      ["check"],
      printed: ["doubtful", "note", "what to look at", "line"]),
    Term(
      "on plan",
      ["符合预期"],
      "How your real months compare with the simulated ones. “May be luck”: chance alone could explain the difference.",
      ["track", "actuals"],
      printed: [
        "ahead, may be luck", "ahead, more than luck", "behind, may be luck", "behind, more than luck", "as expected",
        "actual", "Higher than … of 100 worlds", "Above … of 100", "Since {1}",
      ]),
    Term(
      "as it should be",
      ["恰到好处"],
      "Whether the simulated ranges were wide enough: about 9 of 10 real months should lie inside the 90 % range.",
      ["backtest"],
      printed: [
        "too few months to judge", "too narrow", "too wide", "cannot tell yet", "months overlap: not judged",
        "In 90 % range", "In the long run", "Share of months in range, in the long run (95 % sure)",
      ]),
    Term(
      "miss",
      ["误差"],
      "How far the simulated months lie from the real ones, in the figure's own unit; less is better. Beside it stands the error of a simple guess: that each month is like the month before.",
      ["backtest"],
      printed: ["Error per month", "Error", "Error of the guess \"same as the month before\"", "Error by guessing"]),
    Term(
      "pass",
      ["通过"],
      "Whether your data are enough to estimate a number. PASS: use it; REVIEW: look at it first; FAIL: the old value stays. “Measured”: taken from the files, not estimated.",
      ["fit"],
      printed: [
        "PASS", "REVIEW", "FAIL", "{1}, measured", "unchanged", "Fitted, 90 % range", "Fitted", "Before, 90 % range",
        "Before", "Based on",
      ]),
    Term(
      "says",
      ["说明"],
      "What the row means, in words.",
      ["track", "backtest", "fit"]),
    Term(
      "never",
      ["从不"],
      "What the row or column names does not happen in this world. “n/a”: there is no such number, for example an ad cost per order without any orders.",
      ["why", "explain"],
      printed: ["n/a"]),
  ]

  /// Cases, places and months.
  static let caseTerms: [Term] = [
    Term(
      "bad case",
      ["差", "差的情况"],
      "5 of 100 worlds do worse than this (P5).",
      ["run", "percentile"],
      printed: ["bad", "Final cash, bad case"]),
    Term(
      "typical",
      ["一般", "一般情况"],
      "Half of the worlds do worse than this, half do better (P50, the median).",
      ["run", "percentile"],
      printed: ["Typical world", "middle half", "Final cash, typical"]),
    Term(
      "good case",
      ["好", "好的情况"],
      "5 of 100 worlds do better than this (P95).",
      ["run", "percentile"],
      printed: ["good"]),
    Term(
      "averages",
      ["按均值推算"],
      "What a spreadsheet would say: every number at its mean, and no luck. The typical world often does worse, because a few very high values lift the mean of a number above what is typical.",
      ["plan", "plot"],
      printed: ["Averages", "Causes that exist even without bad luck"]),
    Term(
      "worst 5 %",
      ["最差 5 %"],
      "The mean of the worst 5 % of worlds.",
      ["cvar5", "compare"]),
    Term(
      "place in the row",
      ["名次"],
      "“Place”: where a world stands when all worlds are sorted from worst to best. “Above … of 100”: how many of 100 worlds your actual number is above. “Rank”: the rank of a supplier, the best first. “World”: the number of a world, as in explain world 7. “Number”: an uncertain number of the scenario. “Best”: the value that does best. “#1”: a run, as listed by runs.",
      ["worlds", "show"],
      printed: ["place", "world", "World", "World {1}", "Rank", "Number", "worst", "best", "lowest", "#", "#{1}"]),
    Term(
      "month",
      ["月份"],
      "The months of the run, counted from M1, each with its calendar month beside it.",
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
      "How widely the figure is spread over the worlds.",
      ["plot", "compare"],
      printed: [
        "{1}, world by world", "{1}: the higher the curve, the more worlds end there",
        "Share of worlds whose gain is at most the amount on the axis below", "Gain in {1}", "Gain in {1}, 50 dots",
        "{1} and the chance of running out of money", "Spread", "P5 … P50 … P95", "9 in 10 worlds",
      ]),
    Term(
      "from averages to the typical world",
      ["从均值推算到一般情况"],
      "How the typical world differs from the averages, item by item.",
      ["plot", "why"]),
  ]

  /// Differences, and how sure figures are.
  static let differenceTerms: [Term] = [
    Term(
      "95 % sure",
      ["95 % 把握"],
      "How exactly these worlds determine the figure: of 100 such ranges, about 95 contain the true value. More worlds make the range narrower.",
      ["run", "assert"],
      printed: ["±", "± (95 %)"]),
    Term(
      "difference",
      ["差额"],
      "One strategy minus the other, in the same worlds. The sign ≈ marks a difference that may be due to chance. “Better”, “the same”, “worse”: in how many of 100 worlds the strategy does better than, the same as, or worse than the one it is compared with. “Beats”: the share of worlds in which it does better.",
      ["whatif", "compare"],
      printed: [
        "difference (± 95 %)", "vs {1} (± 95 %)", "vs {1}, of 100 worlds", "≈", "beats", "typical gap, {1}", "better",
        "worse", "the same", "beats {1}", "Effect of each change alone",
      ]),
    Term(
      "tie",
      ["打平"],
      "Worlds in which several strategies tie for best; these worlds are split between them.",
      ["compare"],
      printed: ["ties", "best in"]),
    Term(
      "regret",
      ["少赚"],
      "How much less this strategy gains than the best strategy in the same world: on average, and at most.",
      ["compare"],
      printed: ["mean gap to the best", "mean gap", "largest gap"]),
    Term(
      "opening balances",
      ["期初的账"],
      "What is still open in a running shop on the first day of the run: payouts, reserves, debts, orders, stock. Together with the cash, this is the shop's worth on that day; gain is counted from there.",
      ["opening", "run"],
      printed: ["What you have and owe on {1}", "as you entered it", "You owe"]),
    Term(
      "interaction",
      ["叠加效应"],
      "The effect of all changes together minus the effects of each change alone. “What if”: the change that is tried, or the result with it. “All together”: the result with all shocks at once. “No shock”: the scenario without any shock. “Everything else”: the items that are not listed, added up.",
      ["whatif"],
      printed: ["All together", "Everything else", "what if", "What if", "No shock"]),
  ]
}
