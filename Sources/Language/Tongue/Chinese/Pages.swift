extension ChineseTexts {
  /// The long pages of help, and the distributions.
  static let pages = #"""
    one value, for sure
    确定的一个值

    every value between alike
    之间的每个值同样可能

    the bell curve
    钟形曲线

    positive and skewed; sigma 0.3 is a spread of about 30 %
    为正且偏斜；sigma 0.3 约为 30 % 的离散

    lowest, most likely and highest value, in straight lines
    最低、最可能和最高值，以直线相连

    lowest, most likely and highest value, in a smooth curve
    最低、最可能和最高值，平滑曲线

    a share after alpha − 1 hits and beta − 1 misses
    alpha − 1 次命中、beta − 1 次未中之后的份额

    positive and skewed, with mean shape · scale
    为正且偏斜，均值为 shape · scale

    like the values seen so far
    与已有的数据一样

    alpha
    α 参数

    beta
    β 参数

    the value
    该值

    a value
    值

    the shape
    形状参数

    the scale
    尺度参数

    the lowest value
    最低值

    the highest value
    最高值

    the most likely value
    最可能值

    the median
    中位数

    sigma
    对数标准差

    a weight
    权重

    the mean
    均值

    the standard deviation
    标准差

    a percentile
    百分位

    5th to 95th percentile: lognormal if both are positive, else normal
    第 5 到第 95 百分位：都为正时是对数正态，否则是正态

    lowest, highest and most likely value, in a smooth curve (pert)
    最低、最高和最可能值，平滑曲线（pert）

    values at percentiles, two or more
    各百分位上的值，两个或更多

    one of several, by chance
    按概率取其中之一

    a value with this chance, else 0
    以这个概率取该值，否则为 0

    like the values of a column of a file
    与文件中某一列的数据一样

    whatever the other parameter draws
    与另一个参数抽到的值相同

    fires every morning on which it holds, on yesterday's figures
    成立的每个早上都触发，看的是昨天的数字

    all must hold; not turns a yes or no round
    须全部成立；not 把是否反过来

    so many mornings in a row
    连续这么多个早上

    not again for so many days
    这么多天内不再触发

    also = += -= +20%; * stands for any name; min and max hold the result
    也可用 = += -= +20%；* 代表任意名称；min 和 max 限定结果

    a paused channel spends nothing; resumed, it learns anew
    暂停的渠道不花钱；恢复后重新学习

    suppliers, stores, products, traffic and ads
    可用于 suppliers、stores、products、traffic 和 ads

    once, that morning; events may pay a range: pay 500 to 4,000 USD
    当天早上付一次；事件可以付一个区间：pay 500 to 4,000 USD

    ends the business by choice; only rules can
    主动结束生意；只有规则可以

    drawn every day from day 1 on; not in the plan
    从第 1 天起每天抽取；不计入计划

    happens that day, in the plan too; with chance: 40 % decided once
    那天发生，也计入计划；加 chance: 40 % 则只决定一次

    as in rules; with a chance, both are needed
    写法同规则；同时写 chance 时，两者都要满足

    then what it changed is put back; none: for good
    之后还原它的改动；none：永久

    its payouts are withheld, by the store's hold_share and hold_days
    冻结它的回款，按店铺的 hold_share 和 hold_days

    less what insurance.cover bears above insurance.deductible
    扣除 insurance.cover 承担的、超过 insurance.deductible 的部分

    what presets events lists; what is given beside it overrides it
    presets events 列出的预设；旁边另写的值优先

    such as {1}
    例如 {1}

    A number may be a range or a distribution: each world draws its own. Units are written as usual.
    一个数可以是区间或分布：每个世界各抽一次。单位照常书写。

    Write
    写法

    Distributions
    分布

    show PARAMETER draws one; correlations: in the file lets several go together.
    show PARAMETER 会画出分布；文件中的 correlations: 让几个参数一起变动。

    (days)
    (天数)

    Rules are what you decide, events what the world does. Both stand in the file, as lists.
    规则是你的决定，事件是外界的作为。两者都以列表写在文件里。

    events: {name: …, then: ACTIONS} and
    events: {name: …, then: 动作} 以及

    Figures, of the business or as in ads.meta.roas(7)
    指标，属于整个生意，或写成 ads.meta.roas(7)

    show rules and show events list those of the scenario.
    show rules 和 show events 列出场景中的规则和事件。
    """#
}
