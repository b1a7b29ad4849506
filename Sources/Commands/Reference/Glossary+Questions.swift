extension Glossary {
  /// Words of the answers to questions.
  static let questionTerms: [Term] = [
    Term(
      "Test is worth",
      ["值多少"],
      "How much more you gain on average if you find out the number before you decide, instead of deciding now. If finding it out costs less than this, it pays. “Worth minus price”: what is left of that after paying for the test. “You switch”: how likely it is that knowing the number changes your choice. “You start”: how likely it is that you start the shop after the test.",
      ["learn"],
      printed: [
        "Worth up to, {1}", "worth, {1}", "Worth minus price", "Chance you start the shop after the test", "you start",
        "Number to find out",
        "all uncertain numbers", "you switch", "Chance it changes your choice",
      ]),
    Term(
      "Best choice then",
      ["那时最好"],
      "The best choice once you know that the number lies in the range named here.",
      ["learn"]),
    Term(
      "saved",
      ["救回"],
      "Of the worlds that fail, the share that would be saved if this cause were removed.",
      ["why"],
      printed: [
        "Out of money: share avoided", "out avoided", "Losing worlds: share avoided", "loss avoided",
        "Worst worlds: share avoided", "worst avoided", "share",
      ]),
    Term(
      "ruins others",
      ["反而花光"],
      "Worlds that survived, but would have run out of money without this cause: it harms some worlds and helps others.",
      ["why"],
      printed: ["Newly out of money", "newly out"]),
    Term(
      "days longer",
      ["多撑天数"],
      "How many days later the failed worlds would run out of money without this cause.",
      ["why"],
      printed: ["longer", "Lasts longer, days"]),
    Term(
      "change of gain",
      ["净赚变化"],
      "Mean gain without this cause minus mean gain with it.",
      ["why"],
      printed: ["Mean gain, change", "gain diff"]),
    Term(
      "cause",
      ["原因"],
      "Something that can go wrong. The command “why” removes it, runs the same worlds again and counts those that no longer fail.",
      ["why", "stress"],
      printed: [
        "suppliers never fail", "no scheduled closures", "suppliers never run out of stock", "quality never slides",
        "supplier prices and exchange rates stay the same", "click prices stay steady", "visitor numbers stay steady",
        "ads never wear out", "demand stays steady", "demand does not fade, and nobody copies the product", "no {1}",
        "no refunds", "no chargebacks", "payouts on the same day", "no reserves held back", "no payouts withheld",
        "every tested product equally good", "{1} at its average ({2})", "{1} all at their averages",
        "supplier failures", "scheduled closures", "suppliers out of stock", "sliding quality",
        "supplier prices and exchange rates", "swings in click prices", "swings in visitor numbers",
        "ads that wear out", "swings in demand", "fading demand and copycats", "waiting for payouts",
        "withheld payouts", "luck with tested products", "uncertain numbers", "visitors", "other causes ({1})",
      ]),
    Term(
      "luck",
      ["运气"],
      "Everything that the uncertain numbers do not decide: day-to-day luck with orders and failures, and swings in prices and demand.",
      ["drivers", "why"]),
    Term(
      "own effect",
      ["自身作用"],
      "“By itself”: the share of the differences between worlds that would disappear if you knew only this number. “With all others”, also called “own effect”: the share that would remain if you knew everything else, luck included, but not this number. “All others (…)”: the numbers that have no row of their own, added up.",
      ["drivers"],
      printed: ["own effect, if all else is known", "with all others", "by itself", "all others ({1})"]),
    Term(
      "not paid out yet",
      ["还没到账的回款"],
      "Sales whose money a processor still holds. “Withheld”: the part that it refuses to pay out for now. “Owed”: what you have not paid yet, to suppliers or in taxes.",
      ["why", "stores.payout_days"],
      printed: ["Owed to suppliers", "Owed in taxes", "Withheld"]),
    Term(
      "searched",
      ["搜索区间"],
      "The values that were tried. “Now”: the value in your scenario. “In the search”: the figure in the worlds that were used to choose the best value; in fresh worlds it is usually a little worse.",
      ["optimize", "solve"],
      printed: ["in the search", "search", "now"]),
    Term(
      "curve",
      ["曲线"],
      "The figure for each value that was tried, and whether the condition holds there.",
      ["solve", "sweep"]),
    Term(
      "change of ruin",
      ["花光变化"],
      "How many more or fewer of 100 worlds run out of money under the shock. Change of cash: mean final cash with the shock minus mean final cash without it.",
      ["stress"],
      printed: ["Out diff", "Out of money, change", "Mean cash, change", "cash diff"]),
  ]

  /// Rows and columns of money, and of what was really seen.
  static let moneyTerms: [Term] = [
    Term(
      "break-even price",
      ["保本的最低售价"],
      "The lowest price at which an order just pays for its ads.",
      ["breakeven"],
      printed: ["Product price, {1}", "Product price, upper limit, {1}"]),
    Term(
      "per order",
      ["每单"],
      "One order: what the customer pays, what is deducted, and what is left for ads and profit.",
      ["breakeven"],
      printed: [
        "One order, {1}", "The customer pays", "Left for ads and profit", "as a share of the price without VAT",
        "Left per order",
        "Left", "Goods", "Shipping and handling", "Commission and payment fees", "Price, {1}", "Tools",
        "Tools, other", "Sales, tax and shipping",
      ]),
    Term(
      "ad cost of an order",
      ["每单广告成本"],
      "What the ads cost for each order they bring, and so for each buyer.",
      ["breakeven", "cpa"],
      printed: [
        "Ad cost per order, {1}", "Ad cost per order", "Ad cost", "Price of a click, {1}",
        "Conversion (orders per click)",
      ]),
    Term(
      "breaks even at P5",
      ["保本线 P5"],
      "The break-even value differs between worlds: in 5 of 100 worlds it lies below P5, in half of them below P50, in 5 of 100 above P95.",
      ["breakeven"],
      printed: [
        "Needed: low", "Now, middle (P50)", "Break-even value, low (P5)", "middle (P50)", "middle", "high (P95)",
        "high",
      ]),
    Term(
      "ROAS",
      [],
      "Revenue ÷ ad spend: return on ad spend.",
      ["roas", "breakeven"]),
    Term(
      "cash at the start",
      ["起步资金"],
      "“Cash at the start”: the money put in on the first day. “Cash on day …” and “Cash at the end of each month”: what is left when that day or month ends.",
      ["cash.budget", "explain"],
      printed: ["Cash on day {1}", "Cash at the end of each month", "Cash at the start"]),
    Term(
      "median cash",
      ["期末现金中位数"],
      "The median of final cash: half of the worlds have less.",
      ["niches", "final_cash"]),
    Term(
      "currency of amounts",
      ["金额的币种"],
      "The currency of the amounts in the column or row.",
      ["currency"],
      printed: ["USD"]),
    Term(
      "seen sales",
      ["真实销售"],
      "What your platforms' exports say: sales, orders, units, payouts, customers.",
      ["actuals", "import"],
      printed: [
        "Sales", "Units", "Payouts", "Returning customers", "all refunds", "all chargebacks", "Gross", "Fees", "Net",
        "Whole month",
      ]),
    Term(
      "imported file",
      ["导入的文件"],
      "What import found in a file: its kind and period, how many rows it read, used and skipped, each sum as import computed it, and what to compare that sum with.",
      ["import", "actuals"],
      printed: ["Kind", "Period", "Rows", "Used", "Skipped", "Computed", "Compare with", "Value"]),
    Term(
      "cash of a day",
      ["每天的现金"],
      "What comes in and goes out on a day of one world: payouts, suppliers, ads, fixed costs, refunds, and the cash that is left.",
      ["explain"],
      printed: ["In", "Suppl.", "Fixed", "Ord."]),
    Term(
      "score",
      ["得分"],
      "A supplier's marks from 0 to 100 for price, quality, logistics and service, with the weight of each in brackets.",
      ["scorecard"],
      printed: [
        "Price", "Quality", "Logistics", "Service", "Qual.", "Log.", "Serv.", "Shutdown risk a month", "Shuts",
        "Handling days", "Defects", "Source of rates", "scenario", "both", "Supplier",
      ]),
    Term(
      "gain over the run",
      ["整段净赚"],
      "Final worth minus the money put in. After the comma stands the length of the run, a percentile or a currency.",
      ["gain", "run"],
      printed: ["Gain, {1}"]),
  ]
}
