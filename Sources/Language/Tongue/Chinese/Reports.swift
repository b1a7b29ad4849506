extension ChineseTexts {
  /// Titles, tables, charts and sentences of reports.
  static let reports = #"""
    n/a
    无

    pp
    百分点

    no uncertain numbers
    没有不确定的数

    {1} · seed {2}
    {1} · 种子 {2}

    from the parameters, without a simulation · {1} · {2}
    直接由参数算出，不做模拟 · {1} · {2}

    The customer pays
    客户付款

    VAT
    增值税

    Commission and payment fees
    佣金和手续费

    Goods
    货物成本

    Duty
    关税

    Shipping and handling
    运费和处理费

    Refunds
    退款

    Chargebacks
    拒付

    Paid back by suppliers
    供应商赔付

    Support
    客服

    Left for ads and profit
    留给广告和利润

    of what the store keeps
    占店铺实收

    An order, {1}
    每单，{1}

    {1} by {2}
    {1}（{2}）

    earns its ads
    能赚回广告费

    does not earn its ads
    赚不回广告费

    earns its ads in {1} of the worlds
    在 {1} 的世界里能赚回广告费

    Now
    现在

    Breaks even at
    保本点

    Now P50
    现在 P50

    Breaks even at P5
    保本点 P5

    Even P5
    保本 P5

    none
    无

    Ad cost of an order, {1}
    每单广告成本，{1}

    A click costs, {1}
    点击单价，{1}

    Clicks that buy
    转化率

    Lowest price that does, {1}
    保本的最低售价，{1}

    Highest price that does, {1}
    保本的最高售价，{1}

    out of reach
    达不到

    may rise {1} times
    可升至 {1} 倍

    must rise {1} times
    须升至 {1} 倍

    just so
    刚好

    may rise by {1} %
    可升 {1} %

    may fall by {1} %
    可降 {1} %

    must rise by {1} %
    须升 {1} %

    must fall by {1} %
    须降 {1} %

    {1} {2} a month
    每月 {1} {2}

    There are no fixed costs.
    没有固定费用。

    The ads carry the fixed costs, {1}, too, each channel its part by its budget.
    广告也要承担固定费用（{1}），各渠道按预算分摊。

    {1} orders a month of {2} carry them (it brings {3})
    {2} 每月 {1} 单才能承担（现有 {3} 单）

    no number of orders carries them
    多少订单都承担不了

    Fixed costs, {1}, come on top: {2}. --fixed lets the ads carry them.
    固定费用（{1}）另计：{2}。加 --fixed 则由广告承担。

    {1} · {2} from {3} · seed {4}
    {1} · {3} 起 {2} · 种子 {4}

    1 month
    1 个月

    {1} months
    {1} 个月

    Runs out of money
    资金断流

    Runs dry
    无力偿付

    No money left for ads
    断粮（没钱投广告）

    Given up
    主动退出

    On which day
    在哪一天

    Cash at the end
    期末现金

    Worth at the end
    期末净值

    Owner's hours
    店主工时

    mean
    均值

    sd
    标准差

    worst 5 %
    最差 5 %

    {1}, {2}
    {1}，{2}

    # Names of metrics, as titles.

    Orders
    订单

    Clicks
    点击

    Revenue
    销售收入

    Goods and shipping
    货物成本+运费

    Gross profit
    毛利润

    Ads
    广告费用

    Platform and tools
    平台及工具费

    Payment fees
    手续费

    Refunds and chargebacks
    退款和拒付

    Other
    其他费用

    Net profit
    净利润

    Opening cash
    期初现金

    Payouts
    回款

    Released
    释放的准备金

    Supplier payments
    付给供应商

    Ad payments
    付广告费

    Fixed payments
    付固定费用

    Refund payments
    付退款

    Tax payments
    缴税

    Other payments
    其他付款

    Closing cash
    期末现金

    Lowest cash
    最低现金

    Cancelled orders
    取消的订单

    Lost sales
    流失的销售

    Supplier down days
    停供天数

    Owner hours
    店主工时

    Final cash
    期末现金

    Candidates tried
    试过的候选品

    Winners
    胜出品

    Test spend
    测品花费

    # Short titles.

    Ruin
    断流

    Day
    第几天

    Cash
    现金

    Worth
    净值

    Lowest
    最低

    Profit
    利润

    Hours
    工时

    Gross
    毛利润

    Tools
    平台工具

    Fees
    手续费

    Net
    净利润

    # optimize

    The best of the search that differ, in fresh worlds
    搜索中最好且彼此不同的几组，换新世界再算

    {1} tries in {2} worlds (seed {3})
    在 {2} 个世界里试了 {1} 次（种子 {3}）

    winners again in {1} fresh worlds (seed {2})
    优胜者再在 {1} 个新世界里运行（种子 {2}）

    Parameter
    参数

    now
    现在

    best
    最佳

    looked in
    搜索区间

    {1} to {2}
    {1} 到 {2}

    at the end of its range
    在区间的边上

    in the search
    搜索时

    in the search only: not run again
    只在搜索中：没有再次运行

    Out of money
    资金断流

    holds
    成立

    holds, barely
    勉强成立

    missed
    不成立

    missed, within the error
    不成立，但在误差之内

    {1}; this condition binds
    {1}；受此条件限制

    as it is {1} in the same worlds
    同样的世界里，现状为 {1}

    {1} in fresh worlds: that much was luck
    新世界里 {1}：这部分是运气

    {1} in fresh worlds
    新世界里 {1}

    search
    搜索

    Out
    断流

    What more of one costs in the other, in fresh worlds
    此多彼少的取舍，新世界里的结果

    {1} against the chance to run out of money
    {1}与资金断流概率

    # run

    Cash at the end of each month
    每月期末现金

    Profit and loss of the middle world, number {1}
    居中的世界（第 {1} 号）的损益

    Profit and loss of the plan, without chance
    计划的损益，不含偶然

    {1} worlds
    {1} 个世界

    the plan
    计划

    {1} from {2}
    {2} 起 {1}

    seed {1}
    种子 {1}

    in no world
    没有一个世界

    so below {1} (95 % sure)
    即低于 {1}（95 % 把握）

    in every world
    所有世界

    so above {1} (95 % sure); {2}
    即高于 {1}（95 % 把握）；{2}

    between {1} and {2} (95 % sure)
    {1} 到 {2} 之间（95 % 把握）

    Quits by its own rule
    按自己的规则退出

    Finds a winner
    找到胜出品

    between {1} and {2} (95 % sure); a tested product that is kept, before the money ends
    {1} 到 {2} 之间（95 % 把握）；资金耗尽前有测试商品被留下

    An hour of the owner
    店主每工时

    mean net profit over mean hours, {1} a month
    平均净利润除以平均工时，每月 {1} 小时

    not counted as running out of money
    不算资金断流

    ; mostly no money left for ads
    ；多半是没钱投广告

    day {1}
    第 {1} 天

    half of them on days {1} to {2}
    其中一半在第 {1} 到 {2} 天

    most often in month {1}, {2}{3}
    多发于第 {1} 个月，{2}{3}

    Mean
    均值

    Plan
    计划

    The ± are those of random sampling: too wide for the {1}.
    ± 按随机抽样估计：对 {1}来说偏宽。

    Month
    月份

    Cash P5
    现金 P5

    Cash P50
    现金 P50

    Cash P95
    现金 P95

    Lowest P5
    最低 P5

    Low P5
    最低 P5

    Orders P50
    订单 P50

    Net profit P50
    净利润 P50

    Out of money so far
    累计资金断流

    Out so far
    累计断流

    M{1} {2}
    M{1} {2}

    Jan
    1 月

    Feb
    2 月

    Mar
    3 月

    Apr
    4 月

    May
    5 月

    Jun
    6 月

    Jul
    7 月

    Aug
    8 月

    Sep
    9 月

    Oct
    10 月

    Nov
    11 月

    Dec
    12 月

    Total
    合计

    Latin hypercube
    拉丁超立方抽样

    Sobol points
    Sobol 点列

    # solve

    {1} for {2}: {3}
    要 {2}，{1} 需：{3}

    now {1}
    现在 {1}

    {1} for {2}
    要 {2}，{1} 需

    95 % sure
    95 % 把握

    not found yet, tried {1}
    还没找到，试过 {1}

     or more
     或更多

     or less
     或更少

    , not more
    ，不能更多

    every value
    任何值都行

     from {1}
    （在 {1} 之内）

    no value
    没有合适的值

     from {1}, all there are
    （{1}，已是全部）

    between {1} and {2}
    {1} 到 {2} 之间

    above {1}; how far is not known
    高于 {1}；高多少不清楚

    below {1}; how far is not known
    低于 {1}；低多少不清楚

    not known how exactly
    不清楚有多准

    there {1} is {2}{3}
    此时 {1} 为 {2}{3}

    begins to hold at {1}
    从 {1} 起成立

    ceases to hold at {1}
    从 {1} 起不再成立

    More is not always better here: {1} {2}.
    这里并非越多越好：{1} {2}。

    Values outside of {1} were not tried; over A..B says where to look.
    {1} 之外的值没有试；用 over A..B 指定范围。

    answer
    答案

    the target, {1}
    目标，{1}

    yes
    是

    no
    否

    yes, barely
    勉强

    no, barely
    差一点

    # stress

    change
    变化

    None of them does harm on average.
    平均来看都没有害处。

    Worst alone: {1}, cash {2} on average, ruin {3}.
    单项最糟：{1}，现金平均 {2}，断流 {3}。

    Worst alone: {1}, cash {2} on average.
    单项最糟：{1}，现金平均 {2}。

     Nearly every world runs out of money without any of them.
    即使都不发生，几乎每个世界也会资金断流。

     Cash is higher because those who are out of money stop paying for ads.
    现金反而更高，是因为资金断流后不再付广告费。

    Left out: {1}.
    未计入：{1}。

    As it is
    现状

    All together
    全部同时

    At most so far off (95 % sure): {1}.
    误差至多（95 % 把握）：{1}。

    {1} (now {2})
    {1}（现在 {2}）

    # explain

    What became of the cash until it was lowest
    现金怎样走到最低点

    What happened
    发生了什么

    Day by day
    逐日

    The days before cash was lowest; --all shows every day
    现金最低之前的几天；--all 显示每一天

    day {1}, {2}
    第 {1} 天，{2}

    on {1}
    在{1}

    never
    从未

    Cash at the start
    期初现金

    Cash on day {1}
    第 {1} 天的现金

    Date
    日期

    What
    事情

     until day {1}
    ，到第 {1} 天

     for this day
    ，当天

    ; noticed on day {1}
    ；第 {1} 天才发觉

    ; never noticed
    ；一直没发觉

    {1} shuts{2}{3}
    {1} 停供{2}{3}

    {1} is closed{2}{3}
    {1} 被关闭{2}{3}

    rule: {1}, each morning until day {2}
    规则：{1}，每个早上，到第 {2} 天

    rule: {1}
    规则：{1}

    event: {1}, each day until day {2}
    事件：{1}，每天，到第 {2} 天

    event: {1}
    事件：{1}

    payouts are withheld, up to {1}, until day {2}
    回款被冻结，至多 {1}，到第 {2} 天

    payouts are withheld, up to {1}, this day
    当天回款被冻结，至多 {1}

    out of money: {1}
    资金断流：{1}

    quits by its own rule
    按自己的规则退出

    In
    回款

    Suppliers
    供应商

    Suppl.
    供应商

    Fixed
    固定费用

    Ord.
    订单

    cash is below what the credit line allows
    现金低于信用额度的下限

    for 14 days less than half of the ads could be paid
    连续 14 天付不起一半的广告费

    # compare

    They differ in no world.
    在所有世界里都没有差别。

    {1} is safer and earns more.
    {1} 更安全，也赚得更多。

    {1} is safer, {2} earns more.
    {1} 更安全，{2} 赚得更多。

    {1} is safer; what is earned is too close to call between {2}.
    {1} 更安全；{2} 谁赚得更多，差距太小，难分高下。

    {1} is safer; more is earned by {2}, too close to call.
    {1} 更安全；{2} 赚得更多，但彼此难分高下。

    {1} earns more; which is safer is too close to call between {2}.
    {1} 赚得更多；{2} 谁更安全，差距太小，难分高下。

    {1} earns more; safer are {2}, too close to call.
    {1} 赚得更多；{2} 更安全，但彼此难分高下。

    Too close to call between {1}, in safety and in earnings.
    {1} 在安全和盈利上都难分高下。

    Too close to call: in safety between {1}, in earnings between {2}.
    难分高下：安全上是 {1}，盈利上是 {2}。

     But none is safe: they run out of money in every world.
    但都不安全：在所有世界里都会资金断流。

     But none earns money in the middle world: to earn more is to lose less.
    但中间那个世界里没有一个赚钱：赚得更多只是亏得更少。

     But none is safe: they run out of money in at least {1} of the worlds.
    但都不安全：至少在 {1} 的世界里会资金断流。

     But none is safe: even {1} runs out of money in every world.
    但都不安全：连 {1} 也在所有世界里资金断流。

     But none is safe: even {1} runs out of money in {2} of the worlds.
    但都不安全：连 {1} 也在 {2} 的世界里资金断流。

    {1}, the same for all
    {1}，各策略相同

    {1} · {2} from {3} · seed {4}{5}
    {1} · {3} 起 {2} · 种子 {4}{5}

    ≈ may be chance: zero lies within the error.
    ≈ 可能只是偶然：误差范围包含零。

    ± ? too few worlds to tell the error.
    ± ? 世界太少，误差未知。

    Gain
    赚得

    Gain: worth at the end less the money put in, which differs.
    赚得：期末净值减去投入的钱（各方案投入不同）。

    Cash gained
    现金增加

    Cash gained: cash at the end less the money put in, which differs.
    现金增加：期末现金减去投入的钱（各方案投入不同）。

    Strategy
    策略

    Less {1} (± 95 %)
    减去 {1}（± 95 %）

    {1}, by world
    {1}，逐个世界比

    best in
    最佳占比

    beats {1}
    胜过 {1}

    beats
    胜出

    equals
    相同

    mean regret
    平均后悔

    regret
    后悔

    worst
    最差

    In {1} of the worlds several are best; they share these worlds.
    在 {1} 的世界里有几个并列最佳，平分这些世界。

    {1} does at least as well as {2} in every world.
    {1} 在每个世界里都不比 {2} 差。

    {1} do at least as well as {2} in every world.
    {1} 在每个世界里都不比 {2} 差。

    {1} has better chances than {2} of reaching any amount (first-order dominance).
    无论目标金额多少，{1} 达到的概率都比 {2} 高（一阶占优）。

    {1} have better chances than {2} of reaching any amount (first-order dominance).
    无论目标金额多少，{1} 达到的概率都比 {2} 高（一阶占优）。

    {1} is better than {2} for anybody who shuns risk (second-order dominance).
    对不愿冒险的人来说，{1} 好过 {2}（二阶占优）。

    {1} are better than {2} for anybody who shuns risk (second-order dominance).
    对不愿冒险的人来说，{1} 好过 {2}（二阶占优）。

    {1} and {2}
    {1} 和 {2}

    {1}: the higher, the more worlds
    {1}：越高，世界越多

    {1}, the same for both
    {1}，两边相同

    what if
    假如

    difference (± 95 %)
    差值（± 95 %）

    only together
    同时改才有

    Of which
    其中

    No world ends with a different worth.
    没有一个世界的期末净值不同。

    No world gains more or less.
    没有一个世界赚得更多或更少。

    gain (worth at the end less the money put in)
    赚得（期末净值减去投入的钱）

    , the same in {1}
    ，{1} 相同

    The {1} is higher in {2} of the worlds, lower in {3}{4}.
    {1}在 {2} 的世界里更高，{3} 更低{4}。

    # charts

    The picture spans from the 1st to the 99th percentile.
    图中范围是第 1 到第 99 百分位。

    {1}.
    {1}。

    1 world
    1 个世界

    median
    中位数

    plan
    计划

    Nothing to draw: there is no {1} in it.
    没有可画的：一个{1}也没有。

    ; the plan says {1}
    ；计划为 {1}

    In {1} {2} the middle world has {3}{4} (p50)
    第 {2} {1}，居中的世界为 {3}{4}（p50）

    1 in 20 has less than {1} (p5), 1 in 20 more than {2} (p95)
    每 20 个世界有 1 个低于 {1}（p5），1 个高于 {2}（p95）

    {1}; {2}{3}.
    {1}；{2}{3}。

    Nothing to draw: no finite value.
    没有可画的：没有有限的值。

    Not drawn: {1} of {2} periods, without finite values.
    未画：{2} 期中有 {1} 期没有有限的值。

    Values beyond 1e300 are drawn at the edge.
    超过 1e300 的值画在边上。

    There is only one {1}: it spreads over the whole width.
    只有一个{1}：它占满整个宽度。

    down: {1}; across: {2}
    纵向：{1}；横向：{2}

    ; the screen is too narrow for the numbers: --csv has them
    ；屏幕太窄，放不下数字：请用 --csv

    From {1} to {2}, dark to bright{3}{4}.
    从 {1} 到 {2}，由暗到亮{3}{4}。

    {1} at {2}
    {1}（在 {2}）

    Only one point: {1}
    只有一个点：{1}

    From {1} to {2}
    从 {1} 到 {2}

    ; lowest {1}
    ；最低 {1}

    ; highest {1}
    ；最高 {1}

    ; {1} of {2} points have no finite value.
    ；{2} 个点中有 {1} 个没有有限的值。

    .
    。

    ; small letters: 1 in 20 has less (p5)
    ；小写字母：每 20 个有 1 个更低（p5）

    capitals: the middle world (p50){1}; *: several
    大写字母：居中的世界（p50）{1}；*：有几个重合

    In month {1} the middle worlds have {2}{3}.
    第 {1} 个月，居中的世界为 {2}{3}。

    {1} values from {2} to {3}{4}
    {1} 个值，从 {2} 到 {3}{4}

    {1}; lowest {2}, highest {3}{4}.
    {1}；最低 {2}，最高 {3}{4}。

    Nothing to draw: all is equal.
    没有可画的：全都相同。

    # Bad luck.

    Ad prices +50 % in Q4
    四季度广告涨价 50 %

    Clicks cost half as much again from October to December.
    10 月到 12 月点击单价上涨一半。

    there are no ads
    没有广告

    no day of the run is in the fourth quarter
    运行期间没有第四季度的日子

    Supplier lost in month 3
    第 3 个月失去供应商

    The first supplier of each product ships nothing from the first day of month 3 on, known from that day.
    每个产品的首选供应商从第 3 个月第一天起不再发货，当天得知。

    the run ends before month 3
    运行在第 3 个月之前就结束

    Payouts held 90 days
    回款冻结 90 天

    After 30 days of business every processor withholds all payouts for 90 days, then releases them.
    经营 30 天后，各支付服务商冻结全部回款 90 天，之后释放。

    the run ends before it
    运行在此之前就结束

    Ad account banned 30 days
    广告账户封禁 30 天

    The ad channel with the largest budget stops for 30 days after its first 30 days.
    预算最大的广告渠道投放 30 天后停 30 天。

    Duty +20 points
    关税 +20 个百分点

    Every supplier's goods pay 20 points more duty, from the first day.
    从第一天起，所有供应商的货物多缴 20 个百分点的关税。

    Returns doubled
    退货翻倍

    Twice as many goods come back as unwanted, and twice as many arrive defective.
    不想要而退回的货和到手残次的货都翻倍。

    Chinese New Year, 25 days
    春节停工 25 天

    The first supplier of each product is shut for 25 days from a week before every Chinese New Year of the run.
    运行期间每逢春节，每个产品的首选供应商从节前一周起停供 25 天。

    Demand halves
    需求减半

    Half as many visitors buy, from the first day; ads cost as much as before.
    从第一天起，购买的访客减半；广告费照旧。

    Currency −10 %
    本币贬值 10 %

    The scenario's currency buys 10 % less of every supplier's, from the first day.
    从第一天起，场景货币兑各供应商货币的购买力下降 10 %。

    all suppliers quote in the currency of the scenario
    所有供应商都用场景货币报价

    it changes nothing here
    在这里什么也不改变

    it does not go with the other values of the scenario
    与场景的其他值不相容

    a parameter cannot take this change
    有参数不能这样改

    # Niches.

    a fad
    一时风潮

    small and steady
    小而稳

    seasonal
    季节性

    growing
    增长中

    steady
    平稳

    moderate
    适中

    strong
    较强

    fierce
    激烈

    a place to begin
    适合入门

    possible, with care
    可行，需谨慎

    leave it
    不建议
    """#
}
