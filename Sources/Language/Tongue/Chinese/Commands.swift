extension ChineseTexts {
  /// What commands do, ask and refuse.
  static let commands = #"""
    # What commands do, and their options.

    writes a scenario to start from, with sources, and opens it
    写一个带来源的起步场景并打开

    reads a scenario file
    读取场景文件

    shows the scenario, a part, one value and its origin, or a run
    显示场景、某一部分、某个值及其来源，或一次运行

    changes a parameter; undo takes it back
    修改参数；undo 可撤销

    takes a parameter, a part or everything back to what was loaded
    把参数、某一部分或全部恢复成载入时的样子

    takes back the last change, or the last few
    撤销最近一次或几次修改

    makes again what undo took back
    重做 undo 撤销的修改

    shows what differs from the file as loaded
    显示与载入的文件有何不同

    writes the scenario with its changes and strategies to a file
    把场景连同修改和策略写入文件

    simulates many possible futures, day by day
    逐日模拟许多种可能的未来

    shows what changes would do, without making them
    看看某些修改会怎样，但不真的改

    adopts the last whatif, or makes a strategy of it
    采用上一个 whatif，或把它存成策略

    makes, lists, shows, drops or renames strategies
    新建、列出、显示、删除或改名策略

    puts strategies or runs side by side, in the same worlds
    在同样的世界里对比策略或运行

    what a parameter does, value by value
    逐个取值看一个参数的影响

    the smallest or largest value that meets a target
    求满足目标的最小或最大值

    how much money it takes to begin with
    起步需要多少钱

    where an order earns what its ads cost
    一单赚回广告费的保本点在哪里

    what bad luck would do, one by one and all together
    看坏运气的影响，逐项和全部一起

    the values that make the most of a figure
    让某个指标最好的取值

    lists the runs of this session by number and name
    按编号和名称列出本次会话的运行

    replays one world day by day: what its cash went to, and why
    逐日回放一个世界：现金去了哪里，为什么

    draws a figure of the last run or comparison, by month
    按月画出上次运行或对比的指标

    checks a claim about runs; a script ends with 3 if it fails
    检验关于运行的断言；不成立则脚本以 3 结束

    writes the last run to a file, a row for each world
    把上次运行写入文件，每个世界一行

    lists ready values with their sources, by what they are for
    按用途列出现成的值及其来源

    ranks the suppliers by their weighted scores
    按加权得分给供应商排名

    runs the article's niches and ranks them by the chance of a profit
    运行文章里的利基市场，按盈利概率排名

    runs the commands of a file, whose paths start at its folder
    运行文件里的命令，其中的路径从该文件夹算起

    gives a value a name; $NAME stands for it in commands
    给值起名；命令里用 $NAME 代表它

    performs commands once for each of several values
    对几个值各执行一遍命令

    lists what was entered; writes it as a script
    列出输入过的命令；可写成脚本

    writes commands and answers to a file from now on, as Markdown
    从现在起把命令和回答以 Markdown 写入文件

    how answers look: glyphs, hints, colour, pager, language
    回答的样子：字形、提示、颜色、分页、语言

    version, what is known of the terminal, and whether glyphs fit it
    版本、对终端的了解，以及字形是否合适

    lists every parameter there is; with --json as JSON Schema
    列出所有参数；加 --json 则为 JSON Schema

    leaves
    退出

    answer as JSON
    以 JSON 回答

    write to a file, in the form of its ending: .json .csv .md .txt
    写入文件，格式看扩展名：.json .csv .md .txt

    overwrite that file
    覆盖该文件

    answer as CSV
    以 CSV 回答

    answer as Markdown
    以 Markdown 回答

    how many worlds
    多少个世界

    which worlds: the same seed gives the same
    哪些世界：种子相同，世界相同

    how many processors; any number gives the same result
    用几个处理器；结果都一样

    how uncertain numbers are drawn: random, lhs or sobol
    不确定的数怎样抽取：random、lhs 或 sobol

    how many months
    多少个月

    under which strategy
    用哪个策略

    with this change in this run only; may be repeated
    只在这次运行中作此修改；可重复

    let the ads carry the fixed costs, too
    让广告也承担固定费用

    every day, not only those before cash was lowest
    每一天，不只是现金最低之前的几天

    overwrite the file
    覆盖该文件

    go on at the end of the file
    接着写在文件末尾

    overwrite a file of that name
    覆盖同名文件

    how many values the search tries; 100 unless given
    搜索尝试多少个值；默认 100

    in how many worlds it tries them; 2,000 unless given
    在多少个世界里尝试；默认 2,000

    how many worlds; with until, at most how many
    多少个世界；用 until 时为上限

    only the plan, without chance
    只算计划，不含偶然

    overwrite another file, or one that changed on disk
    覆盖其他文件，或磁盘上已改动的文件

    go on after errors; the exit code still tells of them
    出错后继续；退出码仍会反映

    what the changes are made to; without it, the scenario itself
    在哪个策略上修改；不给则为场景本身

    what charts and tables are drawn with; about tells what fits
    用什么字符画图表；about 会告诉哪种合适

    what may follow, dimly behind the cursor; auto: where there is colour
    光标后以暗色提示接下来可写什么；auto：有颜色时

    auto: on a terminal, unless NO_COLOR is set
    auto：在终端上，除非设置了 NO_COLOR

    stops where an answer is taller than the screen
    回答超过一屏时停下

    the language of answers; auto: as --lang or the locale says
    回答的语言；auto：按 --lang 或系统区域设置

    # help

    Look
    查看

    Change
    修改

    Simulate
    模拟

    Decide
    决策

    Repeat
    重复

    Also
    另有

    help run explains a command, help ads.cpc a parameter, help ranges uncertain numbers.
    help run 解释命令，help ads.cpc 解释参数，help 退款 查术语，help ranges 讲不确定的数。

    help rules explains rules and events.
    help rules 讲规则和事件。

    Options
    选项

    It knows
    可用的词

    Examples
    例子

    See also
    另见

    assert also knows {1}, final_cash (or cash), final_worth and ruin_day, whose days count from 1 (in JSON and CSV from 0).
    assert 还认识 {1}、final_cash（或 cash）、final_worth 和 ruin_day；ruin_day 从第 1 天数起（JSON 和 CSV 里从 0 数起）。

    counted in
    单位

    money
    金额

    count
    计数

    total
    合计

    allowed
    允许

    the sum of the months
    各月之和

    the first month's
    第一个月的

    the last month's
    最后一个月的

    the lowest month's
    最低那个月的

    no help on {1}
    没有关于 {1} 的帮助

    help lists the commands
    help 列出全部命令

    # Session

    with {1}: {2}
    取 {1} 时：{2}

    stopped; {1}
    已停止；{1}

    stopped; nothing was kept
    已停止；什么都没有保留

    stopped
    已停止

    which of these? {1}
    是哪一个？{1}

    in scripts verbs are written out: {1}
    脚本里动词要写全：{1}

    unknown command: {1}
    未知命令：{1}

    {1} stands here twice
    {1} 出现了两次

    nothing follows {1}
    {1} 后面没有内容

    one word too many
    多了一个词

    there is no run {1}
    没有运行 {1}

    nothing has been run yet: write run
    还没有运行过：请写 run

    runs lists them
    runs 会列出来

    no such option of {1}: --{2}
    {1} 没有选项 --{2}

    see help {1}
    见 help {1}

    --{1} takes no value
    --{1} 不带值

    --{1} needs a value
    --{1} 需要一个值

    write --{1} {2}
    请写 --{1} {2}

    as which name?
    用什么名称？

    write as NAME
    请写 as NAME

    {1}: a whole number is expected
    {1}：应为整数

    seed: a whole number is expected
    种子：应为整数

    allowed: 0 to {1}
    允许：0 到 {1}

    Earlier commands were forgotten.
    更早的命令已不再保留。

    failed: {1}
    失败：{1}

    correlations: {1}
    correlations：{1}

    {1}, {2}: {3} became {4}
    {1}、{2}：{3} 变为 {4}

    the correlations could not all hold; {1}
    这些相关系数无法同时成立；{1}

    {1} to {2} {3}, with a period
    {1} 到 {2} {3}，并写明周期

    {1} to {2} days
    {1} 到 {2} 天

    {1}, 10 to 30 days, lognormal(24, 0.5), uniform(3, 10)
    {1}，也可写 10 to 30 days、lognormal(24, 0.5)、uniform(3, 10)

    {1} to {2}, or none
    {1} 到 {2}，或 none

    show lists the parameters
    show 会列出参数

    {1} could be more than one parameter
    {1} 可能指不止一个参数

    which? {1}
    是哪一个？{1}

    {1} is more than one parameter
    {1} 不止一个参数

    two strategies
    给了两个策略

    take out --strategy, or of {1}
    去掉 --strategy，或去掉 of {1}

    line {1}: {2}
    第 {1} 行：{2}

    ready values with their sources
    现成的值及其来源

    numbers that are not certain
    不确定的数

    rules and events
    规则和事件

    bands by month
    每月的区间带

    the strategies of the last compare
    上次对比的策略

    = VALUE   now {1}
    = VALUE   现在 {1}

    with these values it is no longer one command
    代入这些值后就不再是一条命令了

    {1} needs a scenario
    {1} 需要先有场景

    load one: load {1}
    载入一个：load {1}

    cannot write {1}: {2}
    无法写入 {1}：{2}

    written: {1}
    已写入：{1}

    {1} cannot be written as that
    {1} 不能写成这种格式

    endings: {1}
    可用扩展名：{1}

    worlds
    世界数

    running {1}
    正在运行 {1}

    running {1} times {2}
    正在运行 {1} 次，每次 {2}

    {1} runs of {2} worlds do not fit into memory
    内存放不下 {1} 次 {2} 个世界的运行

    at most {1} here: --paths {2}
    这里至多 {1}：--paths {2}

    Dropcast session
    Dropcast 会话

    the log {1} ends here: {2}
    日志 {1} 到此为止：{2}

    # Files

    this is a directory
    这是一个文件夹

    name a file in it
    请指定其中的文件

    this is not a regular file
    这不是普通文件

    {1} exists
    {1} 已存在

    add --force to overwrite it
    加 --force 可覆盖

    there is no such file or directory
    没有这个文件或文件夹

    permission denied
    没有权限

    a part of the path is not a directory
    路径中有一段不是文件夹

    the name is too long
    名称太长

    no space is left on the disk
    磁盘空间已满

    the disk is read-only
    磁盘只读

    too many symbolic links
    符号链接太多

    name a file as seen from the scenario's folder
    文件名要从场景所在的文件夹算起

    {1} is not UTF-8 text
    {1} 不是 UTF-8 文本

    save it as UTF-8
    请另存为 UTF-8

    {1} has no column {2}
    {1} 没有 {2} 这一列

    {1} has several columns {2}
    {1} 有多个名为 {2} 的列

    give each a name of its own
    请给每列一个不同的名字

    {1}, row {2} has more cells than the header
    {1} 第 {2} 行的单元格比表头多

    write decimals with a point: 1.20
    小数请用小数点：1.20

    {1}, row {2}: {3} is no number
    {1} 第 {2} 行：{3} 不是数

    take out units and words
    去掉单位和文字

    {1}: the column {2} is empty
    {1}：{2} 列是空的

    name a column with numbers
    请指定有数字的列

    the file is not UTF-8 text
    文件不是 UTF-8 文本

    # about

    random streams {1}
    随机流 {1}

    glyphs
    字形

    terminal
    终端

    characters
    字符

    colours
    颜色

    editing
    编辑

    history
    历史

    settings
    设置

    not kept
    不保存

    ASCII, by the locale
    ASCII，按系统区域设置

    24 bits
    24 位

    {1}, {2}{3} cells
    {1}，{2}{3} 格

    {1}, by ~/.editrc
    {1}，按 ~/.editrc

    Only ASCII is drawn; ui glyphs blocks tries the others.
    只用 ASCII 字符；ui glyphs blocks 可试其他字形。

    the bars stand in line, and every
    上下竖线对齐，每个

    glyph is drawn? Else: ui glyphs ascii
    字形都画出来了吗？否则：ui glyphs ascii

    # assert

    of and on say the same
    of 和 on 意思相同

    take out on {1}
    去掉 on {1}

    the last run was only the plan
    上次运行只有计划

    write run
    请写 run

    this is not understood
    这里看不懂

    write on STRATEGY, or end here
    请写 on STRATEGY，或到此为止

    nothing has been run yet
    还没有运行过

    write run first
    请先写 run

    {1} has not been run
    {1} 还没有运行过

    write run --strategy {1}, or compare, first
    请先写 run --strategy {1}，或 compare

    the scenario has changed since that run
    那次运行之后场景已经改动

    {1} is {2}, wanted {3}
    {1} 为 {2}，要求 {3}

    assert failed: {1}
    断言不成立：{1}

    holds: {1}
    成立：{1}

    these two cannot be compared
    这两个不能比较

    name figures of one unit
    请用单位相同的指标

    {1} is {2}, wanted {3} {4}, {5}
    {1} 为 {2}，要求 {3} {4}（{5}）

    too close to call: the difference is {1}
    难分高下：差值为 {1}

    no such metric: {1}
    没有这个指标：{1}

    help metrics lists them
    help metrics 会列出来

    no such statistic
    没有这个统计量

    {1} is one number for all worlds
    {1} 对所有世界只有一个数

    write {1} alone
    只写 {1}

    {1} differs between worlds: which statistic?
    {1} 各世界不同：要哪个统计量？

    write p50 {1}, p5 {2} or mean {3}
    请写 p50 {1}、p5 {2} 或 mean {3}

    a share is expected
    应为比例

    write 5% or 0.05
    请写 5% 或 0.05

    an amount in {1} is expected
    应为 {1} 金额

    there is no product with an ad channel
    没有带广告渠道的产品

    give it one under ads
    请在 ads 下给它一个

    # compare

    {1} s · Next: plot compare · strategy show NAME
    {1} 秒 · 接下来：plot compare · strategy show NAME

    {1} was run again with seed {2}, {3}{4}, to compare in the same worlds
    为了在相同的世界里比较，{1} 已用种子 {2}、{3}{4} 重新运行

    this is of {1}, as the scenario says; the last run was of {2}
    这里按场景算 {1}；上次运行是 {2}

    stopped after {1} of {2} strategies
    已停止：{2} 个策略完成了 {1} 个

    vs which one?
    和哪个比？

    write vs {1}
    请写 vs {1}

    there is nothing to compare {1} with
    没有可与 {1} 对比的

    make a strategy: strategy NAME { PARAMETER = VALUE }, or whatif … and keep as NAME
    先建一个策略：strategy NAME { PARAMETER = VALUE }，或 whatif … 再 keep as NAME

    these are not runs of the same months
    这些运行的月份不同

    runs lists what there is
    runs 会列出有哪些

    these runs count in different money
    这些运行的货币不同

    by which metrics?
    按哪些指标？

    write by p50 cash, ruin
    请写 by p50 cash, ruin

    one metric is expected between commas
    逗号之间应为一个指标

    write p50 cash, ruin
    请写 p50 cash, ruin

    # explain, export

    which world?
    哪个世界？

    write explain world 7; help explains commands, parameters and metrics
    请写 explain world 7；命令、参数和指标用 help 查

    write explain world 7
    请写 explain world 7

    worlds of this run
    这次运行的世界

    no such run or strategy: {1}
    没有这个运行或策略：{1}

    World {1} of run {2}
    运行 {2} 的第 {1} 号世界

    World {1}
    第 {1} 号世界

    what is to be written, and where?
    要写什么，写到哪里？

    write export paths FILE.csv
    请写 export paths FILE.csv

    paths are written as CSV
    paths 以 CSV 写出

    name it {1}.csv
    请命名为 {1}.csv

    {1} worlds of run {2} ({3}) written to {4}
    运行 {2}（{3}）的 {1} 个世界已写入 {4}

    a figure is expected
    应为一个指标

    write ruin, or p50 cash
    请写 ruin，或 p50 cash

    a target is at most or at least something
    目标应为不超过或不低于某值

    write <= or >=
    请写 <= 或 >=

    # for, let, script

    loops within loops: at most {1} deep
    循环套循环：至多 {1} 层

    a loop takes at most {1} steps, with those inside it
    一个循环连同内层至多 {1} 步

    a loop has a name, values and a block
    循环要有名称、取值和命令块

    write for b in 10, 20, 30 { set ads.meta.budget = $b ; run }
    请写 for b in 10, 20, 30 { set ads.meta.budget = $b ; run }

    nothing stands in the block
    命令块是空的

    a loop takes at most {1} values
    一个循环至多 {1} 个值

    write 10..50 step 10
    请写 10..50 step 10

    a range is expected
    应为区间

    a range has two numbers
    区间要有两个数

    a step is a number other than 0
    步长应为不等于 0 的数

    a value is expected
    应为一个值

    write let {1} = VALUE
    请写 let {1} = VALUE

    no value is longer than 64 KiB
    值不能超过 64 KiB

    no names yet: let budget = 40 makes one
    还没有名称：let budget = 40 会建一个

    no such variable: {1}
    没有这个变量：{1}

    write let NAME = VALUE
    请写 let NAME = VALUE

    script needs a file
    script 需要一个文件

    write script FILE.drop
    请写 script FILE.drop

    this script is running already
    这个脚本正在运行

    a script cannot run itself, not even by way of another
    脚本不能运行自己，绕过别的脚本也不行

    scripts within scripts: at most {1} deep
    脚本套脚本：至多 {1} 层

    cannot read the script: {1}
    无法读取脚本：{1}

    this cannot be a name
    这不能作名称

    names are made of letters, digits and _, at most 40
    名称由字母、数字和 _ 组成，至多 40 个字符

    # reset, undo, keep

    nothing to reset
    没有可恢复的

    undo takes it back
    undo 可撤销

    nothing differs from the file
    与文件没有不同

    steps
    步数

    nothing to undo
    没有可撤销的

    nothing to redo
    没有可重做的

    write keep, or keep as NAME
    请写 keep，或 keep as NAME

    there is nothing to keep
    没有可保留的

    write whatif PARAMETER +20% first, or strategy NAME { … }
    请先写 whatif PARAMETER +20%，或 strategy NAME { … }

    the scenario has changed since that whatif
    那次 whatif 之后场景已经改动

    undo, or write the whatif again
    请 undo，或重写 whatif

    nothing to change: it is so already
    不用改：已经是这样

    # load, log, new, history

    load needs a file
    load 需要一个文件

    write load FILE.yaml
    请写 load FILE.yaml

    Try: run · show · set cash.budget +20% · help
    试试：run · show · set cash.budget +20% · help

    strategies: {1}
    策略：{1}

    there is no log; log FILE.md begins one
    没有日志；log FILE.md 开始记录

    the log goes to {1}
    日志写入 {1}

    there is no log
    没有日志

    the log in {1} ends here
    {1} 中的日志到此为止

    the log goes to {1}; log off ends it
    日志写入 {1}；log off 结束

    new needs a name
    new 需要一个名称

    write new my-store, or new my-store from meta
    请写 new my-store，或 new my-store from meta

    Next: run · show · set products.*.price = 39
    接下来：run · show · set products.*.price = 39

    {1} is a part of a store, nothing to start from
    {1} 只是店铺的一部分，不能用来起步

    no such niche or preset: {1}
    没有这个利基市场或预设：{1}

    niches: {1}; presets lists the others
    利基市场：{1}；其他见 presets

    nothing like that was entered
    没有输入过这样的命令

    … {1} before; history TEXT searches
    … 前面还有 {1} 条；history TEXT 可搜索

    # niches

    niche {1} of {2}
    第 {1} 个利基市场，共 {2} 个

    {1} each · seed {2}
    各 {1} · 种子 {2}

    P(profit): net profit above 0 after all months. A buyer: ad money for one order, in the middle world.
    P(盈利)：全部月份合计净利润大于 0 的概率。获客：居中的世界里每单的广告费。

    The scenarios are files of that name; load one to look inside and change it.
    场景就是这些文件；用 load 打开即可查看和修改。

     ({1}): {2}.
    （{1}）：{2}。

    Niche
    利基市场

    P(profit)
    P(盈利)

    P(ruin)
    P(断流)

    Median cash
    现金中位数

    A buyer costs
    获客成本

    Buyer
    获客

    An order leaves
    每单所剩

    Leaves
    所剩

    File
    文件

    demand {1}, competition {2}
    需求{1}，竞争{2}

    a buyer costs {1} times what an order leaves
    获客成本是每单所剩的 {1} 倍

    more than 9 of 10 worlds run out of money
    每 10 个世界有超过 9 个资金断流

    fewer than 1 of 10 worlds run out of money
    每 10 个世界不到 1 个资金断流

    {1} of 10 worlds run out of money
    每 10 个世界有 {1} 个资金断流

    {1} ({2}); {3}: {4}
    {1}（{2}）；{3}：{4}

    # optimize, plot, presets

    optimizing
    正在优化

    tried so far: {1}
    已试：{1}

    Next: {1}
    接下来：{1}

    pareto stands alone
    pareto 单独写

    tries
    尝试次数

    worlds of the search
    搜索用的世界数

    values from these ranges
    这些区间里的值

    write optimize ads.meta.budget 0..60, products.lamp.price 25..45 maximize p50 cash
    请写 optimize ads.meta.budget 0..60, products.lamp.price 25..45 maximize p50 cash

    which parameters?
    哪些参数？

    a parameter and its range are expected
    应为参数及其区间

    {1} parameters are too many
    {1} 个参数太多

    at most 20
    至多 20 个

    write {1} 10..60
    请写 {1} 10..60

    a range must rise
    区间应由小到大

    one figure to maximize or minimize is expected
    应有一个要最大化或最小化的指标

    write maximize p50 cash
    请写 maximize p50 cash

    one figure is expected
    应为一个指标

    {1}, each month
    {1}，每月

    write run --strategy {1}, or compare
    请写 run --strategy {1}，或 compare

    nothing has been compared yet
    还没有对比过

    write compare
    请写 compare

    {1} is a preset, not a group
    {1} 是预设，不是分组

    write show preset {1}
    请写 show preset {1}

    no such group of presets: {1}
    没有这个预设分组：{1}

    Write preset: NAME in such a part; what the part gives itself overrides it.
    在相应部分写 preset: NAME；该部分自己给出的值优先。

    Assumed: values for which nobody publishes a number. show preset NAME lists all, with their sources.
    假设：没有公开数字的值。show preset NAME 列出全部值及来源。

    Preset
    预设

    What it is
    说明

    Assumed
    假设

    {1} of {2}
    {2} 中 {1}

    write
    写法

    Value
    值

    Grade
    等级

    Source
    来源

    # run, runs

    {1} s · {2}
    {1} 秒 · {2}

    threads
    线程数

    no such sampling: {1}
    没有这种抽样：{1}

    {1} fixes the number of worlds
    {1} 要求世界数固定

    take out --sampling, or say how many worlds: run 10k --sampling {1}
    去掉 --sampling，或写明世界数：run 10k --sampling {1}

    the plan has no error
    计划没有误差

    take out --plan or until
    去掉 --plan 或 until

    a plan alone is not kept
    单独的计划不会保留

    take out as, or --plan
    去掉 as 或 --plan

    {1} is a strategy
    {1} 是策略名

    give the run another name
    请给运行换个名称

    {1} worlds do not fit into memory
    内存放不下 {1} 个世界

    at most {1} here; fewer months need less
    这里至多 {1}；月份少一些则更省

    write run until se(ruin) < 0.5%, or run until se(p50 cash) < 100
    请写 run until se(ruin) < 0.5%，或 run until se(p50 cash) < 100

    until what?
    直到什么？

    more worlds only make an error smaller
    世界越多误差只会越小

    a standard error is expected
    应为标准误

    one figure is expected inside se( )
    se( ) 里应为一个指标

    the error of a standard deviation is not estimated
    标准差的误差不作估计

    write mean or p50 in its place
    请改写 mean 或 p50

    {1}, the limit, are too few to tell {2}.
    上限 {1}太少，看不出 {2}。

    {1} holds with {2}: it is {3}.
    {2}时 {1} 成立：现为 {3}。

    The limit of {1} came before {2}: it is {3}.
    先到了上限 {1}，还没达到 {2}：现为 {3}。

    no run is called {1}
    没有叫 {1} 的运行

    Next: show #{1} · compare #1 #2 · run as NAME gives a run a name
    接下来：show #{1} · compare #1 #2 · run as NAME 给运行起名

    Run
    运行

    Name
    名称

    Scenario
    场景

    Worlds
    世界数

    Seed
    种子

    Runs out
    断流

    Since changed
    此后改动

    Changed
    改动

    # save

    saved to {1}
    已保存到 {1}

    comments are not carried over: {1}
    注释没有带过去：{1}

    {1} has changed on disk since it was loaded
    {1} 载入后在磁盘上已被改动

    save under another name, or add --force to overwrite it
    请换个名称保存，或加 --force 覆盖

    cannot save {1}: {2}
    无法保存 {1}：{2}

    saved to {1}; {2} is as it was
    已保存到 {1}；{2} 保持原样

    the comments of {1} could not be kept: {2}
    {1} 的注释无法保留：{2}

    unsaved changes kept in {1}
    未保存的修改已存入 {1}

    # schema, scorecard

    Parameters of a scenario
    场景的参数

    The scenario itself.
    场景本身。

    Unit
    单位

    Allowed
    允许

    Live
    可变

    Meaning
    含义

    {1} (required)
    {1}（必填）

    Rank
    名次

    Supplier
    供应商

    Score
    得分

    Quality
    质量

    Qual.
    质量

    Logistics
    物流

    Log.
    物流

    Service
    服务

    Serv.
    服务

    Price
    价格

    Defects
    残次率

    Fails a month
    月停供率

    Fails
    停供

    Handling days
    处理天数

    Days
    天数

    Made by
    由来

    By
    由来

    score
    评分

    given
    给定

    both
    两者

    No supplier has scores yet. Write them from 0 to 100, as many as you have:
    还没有供应商有评分。请写 0 到 100 的分数，有几项写几项：

    What nobody gave, the score makes: 4.5 % defects, 6 % shutdowns a month and two days of handling (the median) at a score of 70.
    没有给出的值由评分推出：70 分对应残次率 4.5 %、每月停供率 6 %、处理时间两天（中位数）。

    Ten points more divide all three by 1.28, ten less multiply them (assumption).
    每高 10 分三者各除以 1.28，每低 10 分各乘以 1.28（假设）。

    # show

    no rules: see help rules
    没有规则：见 help rules

    Rule
    规则

    no events: see help rules
    没有事件：见 help rules

    preset {1}
    预设 {1}

    given here
    此处给定

    1 rule
    1 条规则

    {1} rules
    {1} 条规则

    1 event
    1 个事件

    {1} events
    {1} 个事件

    {1} in {2}
    {2} 中有 {1}

    show lists the parts
    show 会列出各部分

    which preset?
    哪个预设？

    write show preset meta; presets lists them
    请写 show preset meta；presets 会列出全部

    {1}: show rules, show events
    {1}：见 show rules、show events

    Defaults are left out; show ads, show returns … list a part whole.
    默认值未列出；show ads、show returns … 列出整个部分。

    Spread
    分布

    From
    来源

    from {1}
    来自{1}

    meaning
    含义

    as loaded
    载入时

    correlated
    相关

    {1} with {2}
    与 {2}：{1}

    the file
    文件

    set here
    在此设置

    the default
    默认值

    the scorecard: the default of a supplier with such a score
    评分卡：这样评分的供应商的默认值

    file
    文件

    set
    已设置

    default
    默认

    scorecard
    评分卡

    the plan uses
    计划采用

    # solve, sweep

    which parameter?
    哪个参数？

    one parameter is expected
    应为一个参数

    for which target?
    要达到什么目标？

    write solve {1} for ruin <= 5%
    请写 solve {1} for ruin <= 5%

    there is no cash.budget
    没有 cash.budget

    {1} is no number
    {1} 不是数

    sweep it over its values
    请用 sweep 逐个取值

    solving {1}
    正在求解 {1}

    tried so far: {1} values, the answer is not final
    已试 {1} 个值，答案还不是最终的

    Next: set {1} = {2} · run
    接下来：set {1} = {2} · run

    two values at least are expected
    至少应有两个值

    write over 1000..5000
    请写 over 1000..5000

    where to look is not clear
    不清楚在哪里找

    say it: {1} over A..B
    请写明：{1} over A..B

    finished: {1} of {2} rows
    已完成：{2} 行中的 {1} 行

    no such shock: {1}
    没有这种冲击：{1}

    stress
    压力测试

    {1} runs are too many
    {1} 次运行太多

    take larger steps
    请把步长加大

    sweeping {1}
    正在扫描 {1}

    finished: {1} of {2} values
    已完成：{2} 个值中的 {1} 个

    write over 10..80 step 10, or over 10,20,40
    请写 over 10..80 step 10，或 over 10,20,40

    over which values?
    取哪些值？

    at most two parameters fit into a table
    一张表至多放两个参数

    these are the same parameter
    这是同一个参数

    a list has no step
    列出取值时没有步长

    a step is above 0
    步长要大于 0

    these are more than {1} values
    取值超过 {1} 个

    take a larger step
    请把步长加大

    take a whole step
    请用整数步长

    # strategy, ui, whatif

    which name is it to have?
    改成什么名称？

    write strategy rename A B
    请写 strategy rename A B

    the changes are missing
    缺少修改内容

    write strategy {1} { PARAMETER = VALUE ; PARAMETER +20% ; when cash < 500 then pause ads }
    请写 strategy {1} { PARAMETER = VALUE ; PARAMETER +20% ; when cash < 500 then pause ads }

    write strategy NAME { … }, or strategy NAME from OTHER { … }
    请写 strategy NAME { … }，或 strategy NAME from OTHER { … }

    the changes stand between { and }
    修改内容写在 { 和 } 之间

    which strategy?
    哪个策略？

    there is none yet
    还没有策略

    Next: compare · strategy bold { ads.*.budget x2 }
    接下来：compare · strategy bold { ads.*.budget x2 }

    Next: compare {1} {2}
    接下来：compare {1} {2}

    {1} builds on {2}
    {1} 以 {2} 为基础

    {1} build on {2}
    {1} 以 {2} 为基础

    drop {1} first
    请先 drop {1}

    there is a strategy of that name already
    已有同名策略

    no strategies yet: write strategy NAME { PARAMETER = VALUE }, or whatif … and keep as NAME
    还没有策略：请写 strategy NAME { PARAMETER = VALUE }，或 whatif … 再 keep as NAME

    Builds on
    基于

    Changes
    修改

    rule
    规则

    {1} changes nothing
    {1} 什么也不改

     builds on {1}
     以 {1} 为基础

    nothing
    无

    no such setting: {1}
    没有这个设置：{1}

    {1} cannot be {2}
    {1} 不能是 {2}

    Written by ui. Commands of your own belong into init.drop beside this file.
    由 ui 写入。自己的命令请写在旁边的 init.drop 里。

    this holds for now, but {1} cannot be written: {2}
    本次有效，但无法写入 {1}：{2}

    stopped before the changes were run one by one
    已停止：还没有逐项运行各个修改

    {1} s · keep adopts it, keep as NAME makes a strategy of it
    {1} 秒 · keep 采用它，keep as NAME 存成策略

    what if what?
    假如什么？

    # Syntax with words in it.

    set PARAMETER = VALUE   (also += -= *= +20% x2; * stands for any name)
    set PARAMETER = VALUE   （也可用 += -= *= +20% x2；* 代表任意名称）

    let [NAME = VALUE]   (?= only where it has no value yet)
    let [NAME = VALUE]   （?= 只在还没有值时）

    for NAME in VALUE, VALUE … { COMMANDS }   (or 10..50 step 10)
    for NAME in VALUE, VALUE … { COMMANDS }   （或 10..50 step 10）

    strategy NAME [from OTHER] { CHANGE; … }, or list, show, drop, rename
    strategy NAME [from OTHER] { CHANGE; … }，或 list、show、drop、rename

    the number of worlds stands here twice
    世界数写了两次

    write run {1}, or run --paths {2}
    请写 run {1}，或 run --paths {2}

    {1}: {2} is out of range
    {1}：{2} 超出范围

    write compare {1} {2}; there are: {3}
    请写 compare {1} {2}；有：{3}

    it is too large to be read: name a smaller file
    文件太大，无法读取：请换小一些的文件

    the name is empty
    文件名是空的

    name a file
    请写一个文件名

    write save FILE.yaml
    请写 save FILE.yaml

    this holds no number
    它不是数字

    sweep it over its values, or name a number
    可用 sweep 逐个试它的取值，或换一个数字参数

    cannot write the answer: {1}
    无法写出结果：{1}

    no such option: {1}
    没有这个选项：{1}

    dropcast --help lists them
    dropcast --help 会列出所有选项

    write to a file, in the form of its ending: .json .md .txt
    写入文件，格式由后缀决定：.json .md .txt

    write to a file, in the form of its ending: .drop .json .md .txt
    写入文件，格式由后缀决定：.drop .json .md .txt

    seed: {1} is out of range
    种子：{1} 超出范围
    """#
}
