extension ChineseTexts {
  /// What is wrong in a scenario file or a value, and what to do.
  static let reading = #"""
    {1} is a number: compare it
    {1} 是一个数：要拿来比较

    write {1} > …
    请写 {1} > …

    {1} is a yes or no
    {1} 只有是或否

    write {1}, or not {2}
    请写 {1} 或 not {2}

    {1}: {2}
    {1}：{2}

    {1} and {2} are not in the same unit
    {1} 和 {2} 的单位不同

    {1} looks back over some days: how many?
    {1} 要回看若干天：多少天？

    write {1}(7)
    请写 {1}(7)

    {1} looks back over no days
    {1} 不回看天数

    write {1}
    请写 {1}

    {1} is a parameter, and rules look at figures
    {1} 是参数，而规则看的是指标

    there are: {1}
    可选：{1}

    no such figure: {1}
    没有这个指标：{1}

    {1} of whom?
    谁的 {1}？

    write {1}.{2}
    请写 {1}.{2}

    {1} is not known of {2}
    {2}没有 {1} 这个指标

    it is known of {1}
    有这个指标的是：{1}

    which of {1}?
    {1} 中的哪一个？

    no such part of the scenario: {1}
    场景中没有这个部分：{1}

    there are two events {1}
    有两个事件都叫 {1}

    names tell their luck apart: rename one
    事件的随机数按名字区分：请给其中一个改名

    when does {1} happen?
    {1} 什么时候发生？

    give chance: 2 % per month, from: a date, or when
    请写 chance: 2 % per month，或 from: 日期，或 when

    when is the chance of {1} decided?
    {1} 的概率在什么时候决定？

    write 2 % per month, or give from: a date
    请写 2 % per month，或加上 from: 日期

    only rules can quit: it is the operator's decision
    只有规则能 quit：那是店主的决定

    write a rule
    请写成规则

    only events can hold payouts: it is the processor's doing
    只有事件能冻结回款：那是支付服务商的行为

    write an event
    请写成事件

    one amount is expected
    应为一个金额

    only events pay what nobody knows before
    只有事件才能支付事先无人知道的金额

    nothing to {1}: {2}
    没有可以 {1} 的部分：{2}

    {1} is for {2}
    {1} 可用于 {2}

    no such parameter: {1}
    没有这个参数：{1}

    {1} cannot change inside a run
    {1} 在运行中不能改变

    schema lists the live parameters
    schema 会列出运行中可变的参数

    live in {1}: {2}
    {1} 中运行时可变的有：{2}

    the most is below the least
    上限低于下限

    {1} is not given
    {1} 没有给出

    give it a value in the scenario: rules change what is there
    请在场景中给它一个值：规则只能改变已有的值

    this offer is not own stock
    这个报价不是自备货

    give it an order_quantity in the scenario
    请在场景中给它 order_quantity

    write = yes or = no
    请写 = yes 或 = no

    {1} keeps its period
    {1} 的周期不能变

    write it with the period it has
    请按原来的周期写

    {1}: one value is expected
    {1}：应为一个值

    a range is drawn before a run, not inside it
    区间在运行前抽取，不能写在运行之中

    the whole business
    整个生意

    a store
    店铺

    an ad channel
    广告渠道

    a product
    产品

    a supplier
    供应商

    natural traffic
    自然流量

    an offer
    报价

    a tested product
    候选品

    a candidate is judged on one morning
    候选品在某一个早上判定

    look back further: roas(14)
    请回看更长时间：roas(14)

    this is not YAML: a value without quotes holds a colon
    这不是 YAML：没加引号的值中有冒号

    quote a value that holds a colon: {1}
    含冒号的值要加引号：{1}

    {1} cannot be the same as {2}
    {1} 不能与 {2} 相同

    name another number
    请换一个数

    one of them is paid by the month or day, the other is not
    其中一个按月或按天支付，另一个不是

    {1} cannot be the same as {2}, which has no value
    {1} 不能与 {2} 相同：后者没有值

    {1} takes whole numbers only
    {1} 只能是整数

    {1} cannot be the same as {2}, which may be larger or smaller
    {1} 不能与 {2} 相同：后者可能更大或更小

    {1} more are not told
    还有 {1} 处没有列出

    {1} is missing
    缺少 {1}

    a list is expected
    应为列表

    begin each item with -
    每一项以 - 开头

    a list of rules is expected
    应为规则列表

    begin each rule with -
    每条规则以 - 开头

    a rule is expected
    应为规则

    write - when cash < 500 then pause ads
    请写 - when cash < 500 then pause ads

    preset {1} does not fit here: give {2} yourself
    预设 {1} 在这里不合适：请自己写 {2}

    a factor is expected
    应为系数

    one value is expected
    应为一个值

    a value is missing
    缺少值

    inside { } a comma ends the value: put quotes around it
    在 { } 中逗号会结束一个值：请加引号

    a scenario
    场景

    {1}: names with values are expected
    {1}：应为名称和值

    write NAME: VALUE, one a line
    请写 NAME: VALUE，每行一个

    a name is expected
    应为名称

    {1} is given more than once
    {1} 写了不止一次

    keep one of them
    请只保留一个

    {1} is not modelled yet
    {1} 尚未纳入模型

    take it out; this version would ignore it
    请删掉它；当前版本会忽略它

    a scenario needs a store
    场景需要一个店铺

    a scenario needs a product
    场景需要一个产品

    a scenario needs a supplier
    场景需要一个供应商

    see scenarios/first-store.yaml for one
    可参考 scenarios/first-store.yaml

    no such store: {1}
    没有这个店铺：{1}

    no rate is given for {1}
    没有给出 {1} 的汇率

    give fx: {{1}: {rate: …, volatility: …}}
    请写 fx: {{1}: {rate: …, volatility: …}}

    the shares of {1}'s payments sum to {2}
    {1} 的收款方式份额合计为 {2}

    make them sum to 1
    请让它们合计为 1

    no such product: {1}
    没有这个产品：{1}

    the store that tests products sells other products too
    测品的店铺还在卖别的产品

    give each its own store, or keep one product: candidates share its terms
    请让它们各用一个店铺，或只保留一个产品：候选品共用它的条款

    no ad channel brings visitors to test with
    没有广告渠道为测品带来访客

    give its store a channel with a budget
    请给它的店铺一个有预算的渠道

    keep_if is missing
    缺少 keep_if

    write keep_if: roas(4) >= 1.4
    请写 keep_if: roas(4) >= 1.4

    the weights of the scorecard sum to {1} %
    评分卡的权重合计为 {1} %

    make them sum to 100 %
    请让它们合计为 100 %

    nobody supplies {1}
    没有供应商供应 {1}

    give at least one offer: SUPPLIER: {unit_cost: …}
    请至少给一个报价：SUPPLIER: {unit_cost: …}

    no such supplier: {1}
    没有这个供应商：{1}

    cpc and cpm with ctr are two ways to say one thing
    cpc 与 cpm 加 ctr 是同一件事的两种写法

    ads.{1}.cpc is missing
    缺少 ads.{1}.cpc

    give cpc, or cpm and ctr
    请写 cpc，或 cpm 加 ctr

    cpm and ctr make a click cheaper than 0.001
    按 cpm 和 ctr 算，点击单价低于 0.001

    raise cpm or lower ctr
    请提高 cpm 或降低 ctr

    the shares of {1}'s products sum to {2}
    {1} 的产品份额合计为 {2}

    make them sum to 1, or leave one of them out
    请让它们合计为 1，或其中一个不写

    fraud, lost, defect and return rates of {1} from {2} sum to {3}
    {1} 由 {2} 供货时，欺诈、丢件、残次和退货的比例合计为 {3}

    they are shares of the same orders: at most 1
    它们是同一批订单的份额：最多为 1

    {1} has mean {2}; it is scaled to 1
    {1} 的均值为 {2}；已缩放到 1

    names of parameters are expected
    应为参数名称

    how far do these go together?
    它们一起变动的程度是多少？

    write ads.meta.cpc, ads.tiktok.cpc: 0.6
    请写 ads.meta.cpc, ads.tiktok.cpc: 0.6

    two different parameters are needed
    需要两个不同的参数

    one number is expected
    应为一个数

    write 0.6, or crash together 0.6
    请写 0.6，或 crash together 0.6

    a rank correlation between -1 and 1 is expected
    应为 -1 到 1 之间的秩相关系数

    base is the scenario itself
    base 就是场景本身

    give the strategy another name
    请给策略换个名字

    the name of a strategy is expected
    应为策略名称

    write from: NAME
    请写 from: NAME

    under strategy {1}: {2}
    在策略 {1} 下：{2}

    no such strategy: {1}
    没有这个策略：{1}

    {1} builds on {2} in a circle
    {1} 建立在 {2} 之上，成了循环

    let one of them build on the scenario: take out its from
    让其中一个建立在场景之上：删掉它的 from

    the file is empty
    文件是空的

    this is not YAML
    这不是 YAML

    nested too deeply
    嵌套太深

    a scenario needs four levels
    场景只需要四层

    the file unfolds to more than a scenario can hold
    文件展开后超过场景能容纳的大小

    write the values out, without aliases
    请把值写全，不要用别名

    an alias stands where none can
    这里不能用别名

    write the value out
    请把值写全

    this is not YAML: {1}
    这不是 YAML：{1}

    given more than once: {1}
    写了不止一次：{1}

    the correlation of {1} and {2} is given twice
    {1} 与 {2} 的相关给了两次

    {1} is the same as {2}
    {1} 与 {2} 相同

    name {1} here
    这里请写 {1}

    {1} is the same in every world
    {1} 在每个世界都相同

    give it a range, or take it out here
    请给它一个区间，或从这里删掉它

    {1} % of {2} lies outside {3} to {4} and is cut off
    {2} 有 {1} % 在 {3} 到 {4} 之外，已截去

    allowed: {1} to {2}
    允许：{1} 到 {2}

    the file is larger than 1 MiB
    文件大于 1 MiB

    a scenario is some 200 lines
    一个场景约 200 行

    a scenario cannot hold the character {1}
    场景中不能有字符 {1}

    take it out
    请删掉它

    the line is longer than {1} bytes
    这一行超过 {1} 字节

    break it into several
    请拆成几行

    too many brackets
    括号太多

    write lists and names one a line
    列表和名称请每行写一个

    too many aliases
    别名太多

    write the values out; at most {1} aliases are read
    请把值写全；最多读取 {1} 个别名

    a name is made of letters, digits, _ and -, at most {1}
    名称由字母、数字、_ 和 - 组成，最多 {1} 个

    put what is longer into a comment
    更长的内容请写进注释

    a name has no full-width letters
    名称中不能有全角字母

    nearest: {1}
    最接近的：{1}

    the file changed in place would be wrong: {1}
    直接修改文件会出错：{1}

    what changed has no place of its own in the file
    改动的内容在文件中没有自己的位置

    the text would be no YAML any more
    改后的文本不再是 YAML

    is no single value in the file
    在文件中不是单个值

    is quoted in an unusual way
    的引号写法特殊

    stands over several lines, or in an alias
    跨了多行，或在别名中

    is a part, not a value
    是一个部分，不是值

    is a list of one item a line
    是每行一项的列表

    is left open in an unusual way
    以特殊的方式留空

    stands behind a bracket left open
    前面的括号没有闭合

    is left open between braces
    在花括号中留空

    is no place for a value
    不是放值的地方

    has no end
    没有结尾

    out of range
    超出范围

    allowed: {1} to {2} days
    允许：{1} 到 {2} days

    the range must rise from above 0
    区间必须从大于 0 的数递增

    write 10 to 30 days
    请写 10 to 30 days

    the range is too wide
    区间太宽

    a lag is a number, a range, lognormal(…) or uniform(…)
    时滞应为一个数、一个区间、lognormal(…) 或 uniform(…)

    two arguments are expected
    应为两个参数

    write lognormal(24, 0.5) or uniform(3, 10)
    请写 lognormal(24, 0.5) 或 uniform(3, 10)

    the median must be above 0
    中位数必须大于 0

    sigma is a plain number from 0 to 2
    sigma 应为 0 到 2 的纯数字

    the first bound is above the second
    第一个界限大于第二个

    no such distribution of days: {1}
    没有这种天数分布：{1}

    there are lognormal(median, sigma) and uniform(from, to)
    可选 lognormal(中位数, sigma) 和 uniform(起, 止)

    a date or a day of the run is expected
    应为日期或运行的第几天

    write 2027-03-01, or 30 for day 30
    请写 2027-03-01，或用 30 表示第 30 天

    years go to 2190 here
    年份最多到 2190

    write 3 days or 3
    请写 3 days 或 3

    wrong unit: days are expected
    单位不对：应为天数

    wrong unit: {1}
    单位不对：{1}

    {1}/1000 views
    {1}/千次展示

    {1}/day
    {1}/天

    {1} per period
    {1} 每个周期

    share
    份额

    per month
    每月

    per year
    每年

    days
    天

    number
    数

    12 factors
    12 个系数

    day or date
    第几天或日期

    condition
    条件

    actions
    动作

    share, or share per month or year
    份额，或每月、每年的份额

    text
    文字

    three letters
    三个字母

    date
    日期

    yes or no
    yes 或 no

    {1} or {2}
    {1} 或 {2}

    one of {1}
    {1} 之一

    expected: {1}
    应为：{1}

    write [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.2, 1.2]
    请写 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.2, 1.2]

    twelve factors are expected, these are {1}
    应为十二个系数，这里有 {1} 个

    one factor at least is above 0
    至少要有一个系数大于 0

    twelve factors are expected, January to December
    应为十二个系数，一月到十二月

    whole days are expected
    应为整数天

    write 2 % per month, 5 % per year, or 40 % to decide once
    请写 2 % per month、5 % per year，或 40 % 表示只决定一次

    a chance lies between 0 % and 100 %
    概率在 0 % 到 100 % 之间

    wrong unit: a chance is per month or per year
    单位不对：概率按月（per month）或按年（per year）

    write 39 {1} per month, per day, per 30 days, per year, or 150 {2} once
    请写 39 {1} per month、per day、per 30 days、per year，或 150 {2} once

    unexpected {1}
    多出 {1}

    how often is it paid?
    多久支付一次？

    wrong period
    周期不对

    wrong unit: {1} are expected
    单位不对：应为 {1}

    write 12 or 12 {1}
    请写 12 或 12 {1}

    a whole number of {1} is expected
    应为整数个 {1}

    money is expected, not a percentage
    应为金额，不是百分比

    wrong currency: this scenario is in {1}
    货币不对：这个场景用 {1}

    wrong unit: per {1}
    单位不对：per {1}

    write 40 {1}
    请写 40 {1}

    write 40 {1} per {2}
    请写 40 {1} per {2}

    write 40 {1} per day, or 1200 {2} per 30 days
    请写 40 {1} per day，或 1200 {2} per 30 days

    wrong unit: a share is expected
    单位不对：应为份额

    write 12 % or 0.12
    请写 12 % 或 0.12

    a share is at most 1
    份额最多为 1

    write {1} % if that is meant
    如果是这个意思，请写 {1} %

    wrong unit: this is per {1}
    单位不对：这里按 per {1} 计

    write 2 % per {1}
    请写 2 % per {1}

    a plain number is expected
    应为纯数字

    write 1.2
    请写 1.2

    this is the same in every world
    它在每个世界都相同

    write one value
    请写一个值

    {1} is not one number
    {1} 不是单个数

    write +20% or x2, or give it another range with =
    请写 +20% 或 x2，或用 = 给它另一个区间

    change {1}, or give {2} a value with =
    请修改 {1}，或用 = 给 {2} 一个值

    {1} cannot be multiplied
    {1} 不能相乘

    give {1} another range with =
    请用 = 给 {1} 另一个区间

    that makes {1}: {2}
    得到 {1}：{2}

    {1} has no number to calculate with
    {1} 没有可以计算的数

    give it a value with =
    请用 = 给它一个值

    at most 80 characters are read
    最多读取 80 个字符

    this holds characters that cannot be shown
    这里有无法显示的字符

    take out controls and invisible marks
    请去掉控制符和不可见的标记

    at most 500 characters are read
    最多读取 500 个字符

    a currency has three capital letters
    货币是三个大写字母

    write USD
    请写 USD

    yes or no is expected
    应为 yes 或 no

    not one of the choices
    不在可选项之中

    allowed: {1}
    允许：{1}

    the period stays as it is
    周期不能变

    write the money alone
    请只写金额

    whole numbers are expected
    应为整数

    files cannot be read here
    这里不能读取文件

    no number is expected here
    这里不应有数字

    one period for all
    所有数要用同一个周期

    the range must rise
    区间必须递增

    write the smaller number first
    请先写较小的数

    no such distribution: {1}
    没有这种分布：{1}

    write 30 to 60 {1} per month, or 100 to 150 {2} once
    请写 30 to 60 {1} per month，或 100 to 150 {2} once

    official page, reviewed paper, or computed from primary data
    官方页面、经同行评审的论文，或由原始数据算出

    vendor with much data, or good secondary source
    数据量大的服务商，或可靠的二手来源

    blog, forum, rule of thumb
    博客、论坛、经验法则

    assumption: nobody publishes it
    假设：没有人公布

    {1}: the name of a preset is expected
    {1}：应为预设名称

    presets lists them
    presets 会列出它们

    no such preset: {1}
    没有这个预设：{1}

    for {1} there are: {2}
    {1} 可用的有：{2}

    {1} is no preset for {2}
    {1} 不是 {2} 的预设

    it belongs into {1}
    它应写在 {1}

    {1}: no preset can stand here
    {1}：这里不能写预设

    presets give values to one part, such as stores: {shop: {preset: shopify-basic}}
    预设给一个部分提供值，例如 stores: {shop: {preset: shopify-basic}}

    less than a millionth of the law lies between {1} and {2}
    分布落在 {1} 到 {2} 之间的不到百万分之一

    at least one value is needed
    至少需要一个值

    {1} takes {2} number or more, not {3}
    {1} 需要 {2} 个或更多的数，这里有 {3} 个

    {1} takes {2} number, not {3}
    {1} 需要 {2} 个数，这里有 {3} 个

    {1} takes {2} numbers, not {3}
    {1} 需要 {2} 个数，这里有 {3} 个

    {1} must be a number between -1e30 and 1e30, not {2}
    {1}必须是 -1e30 到 1e30 之间的数，不能是 {2}

    {1} must lie between {2} and {3}, not {4}
    {1}必须在 {2} 到 {3} 之间，不能是 {4}

    {1} must be above 0, not {2}
    {1}必须大于 0，不能是 {2}

    {1} must lie below {2}, but {3} is not below {4}
    {1}必须小于{2}，但 {3} 不小于 {4}

    a mixture needs at least one part
    混合分布至少要有一个部分

    at least two percentiles are needed
    至少需要两个百分位

    values must rise with their percentiles: percentiles {1} and {2} have {3} and {4}
    数值必须随百分位递增：第 {1} 和第 {2} 百分位是 {3} 和 {4}

    the values of percentiles {1} and {2} are too far apart, or too near, for a curve between them
    第 {1} 和第 {2} 百分位的数值相差太大或太小，画不出曲线

    A store to start from: {1}.
    一个入门店铺：{1}。

    Ads: {1}. Supplier: {2}.
    广告：{1}。供应商：{2}。

    Make it yours: first price, unit_cost, conversion and budget, which nobody knows better than you. Behind a value stands\nhow good it is (A official, B vendor with much data, C blog, M assumption) and who says so. A line that begins with # is\nwhat the preset above it gives: take the # away to write a value of your own. `show` lists all, `help conversion`\nexplains one.
    把它变成你自己的：先改 price、unit_cost、conversion 和 budget，它们没有人比你更清楚。\n值的后面写着它有多可靠（A 官方，B 数据量大的服务商，C 博客，M 假设）以及出处。\n以 # 开头的行是上面的预设给出的值：去掉 # 就能写自己的值。\n`show` 列出全部，`help conversion` 解释其中一个。

    M: 1,000 to 2,000 is what how-to articles advise; that seldom lasts
    M: 教程建议 1,000 到 2,000；往往撑不久

    C: 60 to 120 is usual
    C: 通常 60 到 120

    M: orders of such stores are of 25, 35 to 50, 80
    M: 这类店铺的客单价为 25、35 到 50、80

    M: ask the supplier
    M: 请向供应商询价

    M: what a new account may spend at first is about 50
    M: 新账户起初大约能花 50

    M: it runs out of stock
    M: 会断货

    a scenario file holds one document
    一个场景文件只能有一份 YAML

    take out --- and what follows, or give it a file of its own
    请删去 --- 及其后的内容，或另存成一个文件

    a tab stands where only blanks may
    这里是制表符，只能用空格

    indent with spaces: two for each step
    请用空格缩进：每级两个
    """#
}
