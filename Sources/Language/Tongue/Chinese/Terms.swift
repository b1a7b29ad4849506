extension ChineseTexts {
  /// Words of the trade, as `help` explains them.
  static let terms = #"""
    # The terms of the glossary, in its order.

    The share of worlds in which the money runs out: cash falls below the credit line (insolvent), or for 14 days in a row less than half of the planned ads could be paid (starved).
    资金断流的世界所占的比例：现金跌破信用额度的下限（资不抵债），或连续 14 天付不起一半的计划广告（断粮）。

    Out of money because a day ended with cash below the credit line.
    某天收盘时现金低于信用额度的下限，因而断流。

    Out of money because for 14 days in a row less than half of the planned ads could be paid.
    连续 14 天付不起一半的计划广告，因而断流。

    Cash when the last month ends; what processors still owe is not in it.
    最后一个月结束时的现金；收款平台还欠的钱不算在内。

    Final cash, and what processors, reserves and stock are still worth, less what suppliers and the state are owed.
    期末现金，加上收款平台的欠款、准备金和库存的价值，减去欠供应商和税务的钱。

    One possible future of the store, day by day. Each draws its own luck, and its own value of every number that is not certain.
    店铺的一种可能的未来，逐日展开。每个世界有自己的运气，每个不确定的数也各取各的值。

    What a spreadsheet would say: every number at its mean, no bad luck. A run shows it beside the worlds.
    电子表格会给出的结果：每个数都取均值，没有坏运气。运行时与各个世界并排显示。

    Worth at the end less the money put in at the start: what comparisons go by where strategies begin with different money.
    期末净值减去开始时投入的钱：各策略起始资金不同时，比较以此为准。

    The share of worlds in which at least one tested product is kept before the money ends.
    资金耗尽前至少有一个测试商品被留下的世界所占的比例。

    Which worlds are run. The same seed gives the same worlds, to the byte, on every machine.
    决定运行哪些世界。同一个种子在任何机器上给出完全相同的世界。

    P50 is the middle world: half have less. In 5 of 100 worlds it is less than P5, in 5 of 100 more than P95.
    P50 是居中的世界：一半比它少。100 个世界里有 5 个低于 P5，5 个高于 P95。

    Strategies meet the same luck, world by world, so that their difference is known better than either figure.
    各策略在每个世界里遇到同样的运气，所以它们的差别比各自的数字更可靠。

    Revenue ÷ ad spend; its break-even lies where an order earns its ads.
    销售收入 ÷ 广告花费；一单刚好挣回广告费时即为保本。

    What a click costs. It swings from day to day, with the season, and with what competitors bid.
    一次点击的价钱。它每天波动，随季节和同行出价而变。

    Ad spend ÷ orders: click price ÷ conversion.
    广告花费 ÷ 订单数，即点击单价 ÷ 转化率。

    Orders ÷ visitors.
    订单数 ÷ 访客数。

    Revenue less goods and shipping, as money or as a share of revenue.
    销售收入减去货款和运费，以金额或占销售收入的比例表示。

    Net profit ÷ revenue.
    净利润 ÷ 销售收入。

    Revenue ÷ orders.
    销售收入 ÷ 订单数。

    What is left of revenue after all costs; it is not cash.
    销售收入扣除全部成本后所剩；它不等于现金。

    Ad spend ÷ revenue: one ÷ roas.
    广告花费 ÷ 销售收入，即 roas 的倒数。

    Money that really comes and goes. Ads and suppliers are paid today, payouts come later: a store may earn and still run out of money.
    真正进出的钱。广告费和货款今天就付，回款要等几天：店铺可能赚钱却仍然断流。

    What a processor pays of the sales it collected, some days after them.
    收款平台把代收的销售款在若干天后付给你。

    A processor keeps payouts back, for weeks or months.
    收款平台扣住回款，几周甚至几个月。

    A share of each sale that a processor keeps for some months.
    收款平台从每笔销售中扣留几个月的一部分。

    Money given back for orders lost, broken, late or unwanted. Card fees are not.
    因丢件、破损、迟到或不想要而退还的钱。刷卡手续费不退。

    The customer's bank takes the money back, and a fee with it.
    客户的银行把钱收回，另收一笔费用。

    A further offer of a product: an order goes to the first offer that is not known to be shut.
    产品的另一个报价：订单交给第一个未知停供的报价。

    Part of what ads do comes on later days.
    广告的一部分效果在之后几天才出现。

    A number written as a range: each world draws its own. Not to be confused with days that differ.
    写成范围的数：每个世界各取一个值。不要与逐日的波动混淆。

    What you decide beforehand: when something holds in the morning, then do something.
    你事先定下的做法：早上某个条件成立，就采取某个动作。

    # How help leads on.

    Begin
    开始

    Ask
    提问

    Try
    尝试

    Keep
    保存

    help all lists the commands
    help all 列出全部命令

    in rules, of
    用于规则，对象是

    how a number is written that is not certain
    不确定的数怎么写

    how rules and events are written
    规则和事件怎么写

    No command or figure is called {1}; it occurs in
    没有叫 {1} 的命令或指标；它出现在

    … and {1} more: schema lists every parameter
    …… 还有 {1} 个：schema 列出全部参数

    help run explains a command, help cpc a parameter, help roas a figure or term.
    help run 说明命令，help cpc 说明参数，help roas 说明指标或术语。

    help all lists every command. Tab completes, Ctrl-C stops, Ctrl-D leaves.
    help all 列出全部命令。Tab 补全，Ctrl-C 停止，Ctrl-D 退出。

    explains a command, a parameter, a metric or a term
    说明命令、参数、指标或术语

    every command
    全部命令

    engine
    引擎

    all builds give the same results
    各版本结果完全相同

    The day on which the money runs out, counted from 1, in the worlds in which it does.
    资金断流的那一天，从 1 数起；只看断流的世界。

    The mean of the worst 5 of 100 worlds: how bad it is when it is bad.
    最差的 5% 世界的均值：坏起来有多坏。

    How far apart the worlds lie: mostly within one of it around the mean.
    各个世界相差多大：多数落在均值上下一个标准差以内。

    What all worlds have together, divided by their number: a few very good ones lift it above P50.
    所有世界的总和除以世界数：少数特别好的世界会把它抬到 P50 之上。
    """#
}
