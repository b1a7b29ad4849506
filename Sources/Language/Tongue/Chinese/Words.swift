extension ChineseTexts {
  /// Words of the language, the terminal and the process; before them the glossary of all parts.
  static let words = #"""
    # Glossary: the same English word is the same Chinese one everywhere
    # scenario 场景 · strategy 策略 · world 世界 · run 运行 · parameter 参数 · value 值/数值 · preset 预设 · niche 利基市场 · seed 种子
    # plan (one fixed course) 计划 · range 区间 · distribution 分布 · mean 均值 · median 中位数 · standard deviation 标准差 · percentile 百分位
    # correlation 相关 · draw 抽取 · chance 概率 · note 提示 · finding 问题 · line 行 · column 列 · file 文件 · folder 文件夹
    # store 店铺 · product 产品 · supplier 供应商 · backup supplier 备选供应商 · offer 报价 · ad channel 广告渠道 · natural traffic 自然流量 · visit 访问 · visitor 访客
    # market 市场 · demand 需求 · season 季节系数 · competitor/imitator 跟卖者 · brand 品牌 · reputation 口碑 · rule 规则 · event 事件 · action 动作 · condition 条件
    # order 订单 · order value 客单价 · price 售价 · conversion 转化率 · click 点击 · click price 点击单价 · ad spend 广告花费 · budget 预算 · creative 素材 · repeat order 复购
    # refund 退款 · chargeback 拒付 · dispute 争议 · return (goods) 退货 · late 超时 · lost 丢件 · defect 残次 · promised days 承诺时效 · out of stock 断货 · delisted 下架
    # payout 回款 · reserve 准备金 · hold 冻结（回款） · processor 支付服务商 · commission 佣金 · payment fee 手续费 · VAT 增值税 · income tax 所得税 · duty 关税
    # cash 现金 · cash flow 现金流 · lowest cash 最低现金 · credit line 信用额度 · ruin / out of money 资金断流 · fixed costs 固定费用 · final worth 期末净值
    # revenue 销售收入 · goods and shipping 货物成本+运费 · gross profit 毛利润 · ads 广告费用 · platform and tools 平台及工具费 · other 其他费用 · net profit 净利润
    # net margin 净利率 · ad share 广告花费占比 · break-even 保本 · own stock 自备货 · test order 测试订单 · shutdown (of a supplier) 停供 · quality slide 质量滑坡
    # product tests 测品 · candidate 候选品 · winner 胜出品 · scorecard 评分卡 · ticket 客服工单 · owner/operator 店主 · owner's hours 店主工时 · insurance 责任险
    # insolvent 无力偿付 · starved (no ads money left) 断粮 · quit 主动退出 · first verbs stay English; "X is expected" 应为 X · "write X" 请写 X / 例如写 X · "allowed: a to b" 允许：a 到 b
    # ROAS, CPA, CVaR, p5 … stay. Full-width ，。：；？！（）「」 in Chinese sentences; a blank between Chinese and Latin/digits.

    error
    错误

    warning
    警告

    note
    提示

    # Terminal

    … {1} more: keep typing
    … 还有 {1} 个：继续输入

    the history file {1} cannot be read: {2}
    历史文件 {1} 无法读取：{2}

    the history file {1} is not a file of yours
    历史文件 {1} 不是你的文件

    the history file {1} cannot be written: {2}
    历史文件 {1} 无法写入：{2}

    no more
    没有更多

    {1} more lines: Space page, Enter line, G all, q stop
    还有 {1} 行：空格翻页，回车一行，G 全部，q 停止

    Ctrl-C stops
    Ctrl-C 停止

    {1} left
    还需 {1}

    # The process

    one word too many: {1}
    多了一个词：{1}

    -c takes commands
    -c 后面写命令

    write dropcast {1} FILE.yaml …
    请写 dropcast {1} FILE.yaml …

    script takes a file
    script 需要文件

    write dropcast script FILE.drop
    请写 dropcast script FILE.drop

    behind the file stand values: NAME=VALUE
    文件后面写值：NAME=VALUE

    this is not UTF-8 text
    这不是 UTF-8 文本

    the line is longer than 1 MiB
    这一行超过 1 MiB

    cannot be read: {1}
    无法读取：{1}

    neither a command nor a file: {1}
    既不是命令也不是文件：{1}

    cannot print {1}
    无法打印 {1}

    dropcast --help shows how to start it
    dropcast --help 说明怎样启动

    Ctrl-D or quit leaves
    Ctrl-D 或 quit 退出

    Runs a dropshipping store through thousands of possible futures.
    让一家无货源店铺走过成千上万种可能的未来。

    dropcast                                      the shell; without a terminal, commands from standard input\ndropcast lamp.yaml                            the shell, on a scenario\ndropcast script check.drop [NAME=VALUE ...]   a script\ndropcast -c 'load lamp.yaml; run'             commands\ndropcast run lamp.yaml [--json ...]           one command: its words, the scenario behind the verb
    dropcast                                      交互界面；没有终端时从标准输入读命令\ndropcast lamp.yaml                            打开场景的交互界面\ndropcast script check.drop [NAME=VALUE ...]   脚本\ndropcast -c 'load lamp.yaml; run'             若干命令\ndropcast run lamp.yaml [--json ...]           一条命令，场景写在动词后面

    In the shell, help lists the commands.
    在交互界面里，help 列出全部命令。

    Run commands and leave; may be repeated.
    运行命令后退出；可重复。

    Colour: auto, always or never.
    颜色：auto、always 或 never。

    Language: en or zh; without it, the locale's.
    语言：en 或 zh；不给则按系统区域设置。

    Columns to fit answers into.
    回答的宽度（列）。

    Answer as JSON wherever there is data.
    凡有数据都以 JSON 回答。

    Only ASCII characters in tables and charts.
    图表只用 ASCII 字符。

    In scripts, go on after errors; the exit code still tells of them.
    脚本出错后继续；退出码仍会反映。

    A script to begin the shell with, instead of init.drop.
    启动时运行的脚本，代替 init.drop。

    Begin the shell without init.drop and without what ui has kept.
    启动时不用 init.drop，也不用 ui 保存的设置。

    Keep no history of typed lines.
    不保存输入历史。

    Leave out notices.
    不显示提示。

    Print the version.
    打印版本。

    OVERVIEW:
    概述：

    USAGE:
    用法：

    OPTIONS:
    选项：

    Usage:
    用法：

    Error:
    错误：

    Show help information.
    显示帮助。

    Unknown option
    未知选项

    Missing value for
    缺少值：

    The value
    值

    is invalid for
    不适用于

    (default:
    （默认：

    See 'dropcast --help'
    见 'dropcast --help'

    for more information.
    。

    # Dates

    expected a date
    应为日期

    dates are written year-month-day: 2027-06-01
    日期写成年-月-日：2027-06-01

    years go from {1} to {2}
    年份从 {1} 到 {2}

    there is no month {1}
    没有 {1} 月

    there is no {1}: that month has {2} days
    没有 {1}：那个月有 {2} 天

    # Rules

    only rules have an every
    只有规则有 every

    min and max are given once
    min 和 max 各写一次

    put a comma between actions
    动作之间用逗号

    what to {1}
    {1} 的对象

    how much to pay
    付款金额

    write pay 200 USD
    请写 pay 200 USD

    what to do
    要做的动作

    expected one of = += -= *=, found {1}
    应为 = += -= *= 之一，却是 {1}

    the least it may become
    最小值

    the most it may become
    最大值

    write PARAMETER = VALUE, pause ads, close suppliers.NAME, pay 200 USD, or quit
    请写 PARAMETER = VALUE、pause ads、close suppliers.NAME、pay 200 USD 或 quit

    write min 10 max 200
    请写 min 10 max 200

    {1} ads, or {2} ads.NAME
    {1} ads 或 {2} ads.NAME

    hold stores, or hold stores.NAME
    hold stores 或 hold stores.NAME

    what to look at, such as cash or roas(7)
    要看的指标，例如 cash 或 roas(7)

    expected a name before and behind the point
    点号前后都应有名称

    a number of days
    天数

    no ) closes this bracket
    这个括号没有用 ) 闭合

    write roas(7)
    请写 roas(7)

    write 7, 3 days or 2 weeks
    请写 7、3 days 或 2 weeks

    days are expected, not {1}
    应为天数，而不是{1}

    minutes
    分钟

    hours
    小时

    weeks
    周

    years
    年

    write 7 days
    请写 7 days

    days are expected
    应为天数

    a whole number of days is expected, 1 to 3650
    应为整数天数，1 到 3650

    write when cash < 500 then pause ads
    请写 when cash < 500 then pause ads

    for N days stands before then
    for N days 写在 then 之前

    and, for or then
    and、for 或 then

    write when CONDITION then ACTION
    请写 when CONDITION then ACTION

    write another rule for what is to happen else
    其他情况请另写一条规则

    join conditions with and
    条件之间用 and 连接

    # Lines

    ${1} is {2}{3}
    ${1} 为 {2}{3}

    {1} ({2})
    {1}（{2}）

    this quote is not closed
    引号没有闭合

    no {1} closes this bracket
    这个括号没有用 {1} 闭合

    nothing follows the \ at the end
    末尾的 \ 后面没有内容

    {1} closes nothing
    {1} 没有对应的开头

    {1} where {2} is expected
    这里是 {1}，应为 {2}

    no such variable: ${1}
    没有这个变量：${1}

    let {1} = VALUE gives it one, and so does script FILE {2}=VALUE
    let {1} = VALUE 可给它赋值，script FILE {2}=VALUE 也可以

    the values make this longer than 1 MiB
    代入值后超过 1 MiB

    # Values

    a parameter
    参数

    one = is enough
    一个 = 就够了

    write PARAMETER = VALUE
    请写 PARAMETER = VALUE

    a number
    数

    a factor is a plain number or a percentage
    倍数应为不带单位的数或百分数

    a percentage
    百分数

    write = for a new value, -= to take away
    给新值用 =，减去用 -=

    write = for a new value, += to add
    给新值用 =，加上用 +=

    a relative change is a percentage
    相对变化应为百分数

    nothing falls by more than 100%
    降幅不能超过 100%

    one of < <= > >= = !=
    < <= > >= = != 之一

    a metric
    指标

    one of < <= > >= = != or of STRATEGY
    < <= > >= = != 之一，或 of STRATEGY

    a strategy
    策略

    expected a metric
    应为指标

    this number's exponent is out of range
    这个数的指数超出范围

    this number is too large
    这个数太大

    this number is too close to zero
    这个数太接近零

    numbers look like 40, 10,000, 0.5, 20k, 1e6
    数写成 40、10,000、0.5、20k、1e6

    a percentage has no currency, but {1} is given
    百分数不带货币，却写了 {1}

    two currencies: {1} and {2}
    两种货币：{1} 和 {2}

    expected a number above zero
    应为大于零的数

    a unit, such as day or month
    单位，例如 day 或 month

    write 10 to 30
    请写 10 to 30

    the upper bound
    上限

    write 10 to 30 likely 18
    请写 10 to 30 likely 18

    the likely value
    最可能值

    the likely value lies outside the range
    最可能值在区间之外

    write {1} to {2}
    请写 {1} to {2}

    the upper bound is below the lower
    上限低于下限

    write p10 20 p90 60
    请写 p10 20 p90 60

    a second percentile
    第二个百分位

    the values of percentiles must not fall
    百分位上的值不能下降

    a percentile lies above p0 and below p100
    百分位应大于 p0、小于 p100

    percentiles must rise
    百分位应递增

    the value of {1}
    {1} 的值

    write 80%: 0 | 20%: 1000 to 4000
    请写 80%: 0 | 20%: 1000 to 4000

    expected a weight before this value
    这个值前面应有权重

    write 25% chance 3000
    请写 25% chance 3000

    multiply the percentages and write one list: 80%: 0 | 15%: 500 | 5%: 1000 to 4000
    请把百分数相乘，写成一个列表：80%: 0 | 15%: 500 | 5%: 1000 to 4000

    percentages cannot stand inside one another
    百分数不能互相嵌套

    a {1} is a percentage
    {1}应为百分数

    a {1} lies between 0% and 100%
    {1}应在 0% 到 100% 之间

    weight
    权重

    chance
    概率

    the weights add up to {1}, {2} too much
    权重合计 {1}，多了 {2}

    the weights add up to {1}, {2} is missing
    权重合计 {1}，还差 {2}

    write from sales.csv column cpc
    请写 from sales.csv column cpc

    a file
    文件

    column NAME
    column NAME

    the name of a column
    列名

    arguments are numbers between commas: lognormal(24, 0.5)
    参数是逗号隔开的数：lognormal(24, 0.5)

    , or )
    逗号或 )

    expected {1}
    应为{1}

    expected {1}, found {2}
    应为{1}，却是 {2}

    write thousands as 10,000 and decimals with a point: 1.5
    千位写成 10,000，小数用点：1.5

    M is a million; a month is written out
    M 是百万；月份请写全 month

    hexadecimal numbers are not read
    不读十六进制数

    currencies are written in capitals: {1}
    货币要大写：{1}

    no unit here, but the others differ
    这里没有单位，其他的却有

    write the unit behind every number
    请在每个数后面写单位

    write one range: 10 to 30
    请写成一个区间：10 to 30

    units stand inside the brackets: normal(40 USD, 5 USD)
    单位写在括号里：normal(40 USD, 5 USD)

    quote a name with blanks: column "cost per click"
    带空格的名称要加引号：column "cost per click"

    write a range as 10 to 30
    区间写成 10 to 30

    one condition is expected here: end before it
    这里只能写一个条件：请写到它前面为止
    """#
}
