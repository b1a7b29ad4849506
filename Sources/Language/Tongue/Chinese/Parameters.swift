extension ChineseTexts {
  /// What parameters mean, their units, and what rules look at.
  static let parameters = #"""
    # Parameters and parts, then the figures of rules, in the order of the model

    What the scenario is called in tables and at the prompt.
    场景在表格和提示符中显示的名字。

    Three letters; every amount is in it.
    三个字母；所有金额都用这种货币。

    The first simulated day.
    模拟的第一天。

    What is sold, in a few words; for the reader only.
    卖的是什么，几个词即可；只给人看。

    Share of supplier failures that strike every supplier of the same region at once.
    供应商停供中，同一地区的供应商同时停供所占的比例。

    How many calendar months are simulated.
    模拟多少个自然月。

    The operator's own money.
    店主自己的资金。

    Income tax.
    所得税。

    Currencies that suppliers quote in, by their three letters.
    供应商报价所用的货币，以三个字母为名。

    Fixed costs by name: plans, apps, the owner's draw.
    按名称列出的固定费用：套餐、应用、店主的生活费。

    Demand and what all ad channels share.
    需求，以及所有广告渠道共有的条件。

    What is sold, and from which suppliers.
    卖什么，由哪些供应商供货。

    Where it is sold, and how the money is paid out.
    在哪里卖，货款怎样回到手里。

    Paid channels.
    付费渠道。

    Visitors that are not paid by the click: a marketplace's own, SEO, social.
    不按点击付费的访客：平台自带流量、SEO、社交媒体。

    Who ships.
    由谁发货。

    Refunds and chargebacks.
    退款与拒付。

    Trying products until one sells.
    一个接一个地测品，直到有一个卖得动。

    Support tickets and the owner's hours.
    客服工单与店主工时。

    Reputation and brand.
    口碑与品牌。

    What a liability insurance bears of damages.
    责任险承担的赔偿。

    What the operator does when something was seen the day before: when CONDITION [and CONDITION] [for N days] then ACTION[, ACTION] [every N days].
    前一天出现某种情况时店主怎么做：when 条件 [and 条件] [for N days] then 动作[, 动作] [every N days]。

    What the world does, the same in every strategy.
    外界会发生的事，在每个策略中都一样。

    How much each of a supplier's scores counts.
    供应商各项评分所占的权重。

    Cash on the first day.
    第一天的现金。

    How far below zero cash may go before the business is out of money.
    现金可以低于零多少，再低就算资金断流。

    Interest on money taken from the credit line; 1 ÷ 365 of it a day.
    动用信用额度的利息；每天计 1 ÷ 365。

    Income tax on the positive net profit of each quarter (three reported months), paid on the next month's first day.
    对每季度（三个报告月）正的净利润征收的所得税，于下个月第一天缴纳。

    Money of the scenario for one of this currency, on the first day.
    第一天，一单位该货币折合场景货币多少。

    Yearly standard deviation of the logarithm of the rate: a geometric Brownian motion in daily steps whose mean stays.
    汇率对数的年标准差：按天演变的几何布朗运动，均值不变。

    Demand by calendar month; scaled to mean 1, with a note when it was not.
    各自然月的需求系数；会缩放到均值 1，有改动时会提示。

    Growth of demand a year.
    需求的年增长率。

    Standard deviation of the logarithm of demand around season and trend.
    需求在季节与趋势之外波动的对数标准差。

    Days in which a swing of demand fades by half.
    需求的波动消退一半所需的天数。

    Days in which a fad loses half its demand.
    爆款热度减半所需的天数。

    Share of conversion that imitators take a year.
    跟卖者每年夺走的转化率份额。

    How far the click prices of all channels move together.
    各渠道的点击单价同涨同跌的程度。

    Conversion lost for each promised day of delivery beyond seven, at most 35 % in all.
    承诺时效超过七天后，每多一天损失的转化率，总共不超过 35 %。

    Its share of order value.
    它占订单金额的份额。

    The processor's share of a sale.
    支付服务商从每笔销售中收取的比例。

    The processor's fixed fee.
    支付服务商每单收取的固定费用。

    Days from the order, or from its delivery, to the payout.
    从下单或送达到回款的天数。

    Counts the payout days from Monday to Friday.
    回款天数只算周一到周五。

    What the payout days are counted from.
    回款天数从哪一刻算起。

    Pays only every so many days, counted from the first day of the run; none: any day.
    每隔这么多天才回款一次，从运行的第一天数起；none：每天都可以。

    Rolling reserve: the part of a sale, less commission and fees, that is kept back.
    滚动准备金：销售额扣除佣金和手续费后被留存的比例。

    Days from the order until the reserve is released.
    从下单到准备金释放的天数。

    Share of the orders of the last 90 days that were disputed.
    最近 90 天的订单中发生争议的比例。

    Times the monthly hazard above it.
    超过该比例后，每月冻结概率变为几倍。

    Orders per visit.
    每次访问产生的订单数。

    The first day of business.
    开业的第一天。

    VAT inside its prices: the state's money, paid on the next month's first day.
    售价中含的增值税：属于国家，于下个月第一天缴纳。

    The marketplace's share of a sale.
    平台从每笔销售中收取的佣金比例。

    Chance that the processor withholds payouts.
    支付服务商冻结回款的概率。

    The part of payouts that a hold withholds.
    冻结时被扣住的回款比例。

    Days that a hold lasts; then all it withheld is released.
    冻结持续的天数；之后全部释放。

    Stops the store's ads while none of its products is on sale.
    店铺所有产品都不在售时，暂停它的广告。

    How disputes raise the chance of a hold: the step with the highest share that is exceeded counts.
    争议怎样抬高被冻结的概率：取已超过的各档中比例最高的一档。

    Ways to be paid, with their shares; they stand in for the store's own payment fees, payout and reserve terms.
    收款方式及其份额；它们取代店铺自己的手续费、回款和准备金条款。

    Money a day, per N days (spread evenly), a month, a year, or once on the first day.
    每天、每 N 天（均摊）、每月、每年的金额，或在第一天一次付清的金额。

    The row of the profit and loss statement it belongs to.
    它属于损益表的哪一行。

    Where its visitors land; the first store unless given.
    访客进入哪个店铺；不写就是第一个店铺。

    Its first day; not before that of its store.
    它的第一天；不早于所属店铺的第一天。

    Money spent a day, as far as cash and credit line bear it.
    每天花的钱，以现金和信用额度能承受为限。

    Price of a click at small spend: in the long run spend ÷ clicks is this.
    小额投放时的点击单价：长期来看，花费 ÷ 点击数就是它。

    Price of a thousand views; with ctr it stands for cpc.
    千次展示的价格；与 ctr 一起代替 cpc。

    Share of views that click; goes with cpm.
    展示变成点击的比例；与 cpm 一起使用。

    Standard deviation of the logarithm of the daily click price.
    每日点击单价的对数标准差。

    Days in which a swing of the click price fades by half.
    点击单价的波动消退一半所需的天数。

    Click price by calendar month; scaled to mean 1, with a note when it was not.
    各自然月的点击单价系数；会缩放到均值 1，有改动时会提示。

    Growth of the click price a year.
    点击单价的年涨幅。

    Adstock: the part of an ad's effect that is carried to the next day.
    广告滞后效应（adstock）：广告效果延续到第二天的部分。

    The daily spend at which the average click costs twice its small-spend price; none: no saturation.
    日花费达到这个数时，平均点击单价是小额投放时的两倍；none：不饱和。

    How sharply saturation sets in.
    饱和来得有多陡。

    Conversion of its visitors against the store's.
    它的访客的转化率与店铺转化率之比。

    Days in which a creative loses half its effect; none: no fatigue.
    素材效果减半所需的天数；none：不疲劳。

    The effect that a tired creative keeps.
    素材疲劳后还剩的效果。

    Days from one creative to the next; none: never.
    更换素材的间隔天数；none：从不更换。

    Cost of a new creative; the first is free.
    一套新素材的费用；第一套免费。

    Days of learning after a start or restart.
    开始或重启后的学习期天数。

    Conversion while the channel learns.
    学习期内的转化率系数。

    Standard deviation of the logarithm of the channel's conversion from day to day.
    该渠道转化率逐日波动的对数标准差。

    Days in which such a swing fades by half.
    这种波动消退一半所需的天数。

    visits per day
    访问/天

    Visits a day once it has grown.
    成长起来之后的每日访问数。

    Days in which it climbs from 5 % to 95 % of that, along a logistic curve; 0: at once.
    沿逻辑斯蒂曲线从 5 % 升到 95 % 所需的天数；0：立即达到。

    Cost, paid on each month's first day.
    费用，于每月第一天支付。

    Standard deviation of the logarithm of its conversion from day to day.
    它的转化率逐日波动的对数标准差。

    Where it is sold; the first store unless given.
    在哪个店铺卖；不写就是第一个店铺。

    What a customer pays.
    客户支付的价格。

    The price at which the conversion holds; the price in the scenario file unless given.
    转化率所对应的售价；不写就是场景文件中的售价。

    Conversion changes by (price ÷ reference price) to the power of minus this.
    转化率按（售价 ÷ 参考售价）的负这么多次方变化。

    Its part of the store's visitors; an equal part unless given. A store's shares sum to 1.
    它占店铺访客的份额；不写则均分。同一店铺的份额合计为 1。

    Units in an order.
    每个订单的件数。

    Conversion against the store's.
    与店铺转化率之比。

    Door-to-door days that customers are promised.
    向客户承诺的从下单到上门的天数。

    Share of orders past the promised days whose customers want their money back.
    超过承诺时效的订单中，客户要求退款的比例。

    Share of shipped orders that come back as unwanted.
    已发货订单中因不想要而退货的比例。

    Share of orders that end well whose customer orders once more.
    顺利完成的订单中，客户再次下单的比例。

    Mean days from delivery to that order; geometric.
    从送达到复购的平均天数；几何分布。

    Suppliers of this product, by name, in order of preference.
    这个产品的供应商，按名称列出，按优先顺序排列。

    Faster shipping that customers may buy.
    客户可以加钱购买的快速配送。

    Share of customers who buy it; 0: it is not offered.
    购买它的客户比例；0：不提供。

    What the customer pays for it; part of the order value.
    客户为它付的钱；计入订单金额。

    What the supplier takes for it, beside the shipping cost.
    供应商为它加收的钱，在运费之外。

    Days on the way, instead of the supplier's.
    运输天数，取代供应商的。

    How many products can be tried in all; 0: the products of the scenario are known to sell.
    总共可以测多少个品；0：已知场景中的产品卖得动。

    The product whose price, offers and terms all candidates share; the first one unless given. Its store sells nothing else.
    所有候选品共用其售价、报价和条款的产品；不写就是第一个。它的店铺不卖别的东西。

    Orders per visit of a candidate; a distribution is drawn for each. It stands in for the store's conversion.
    候选品每次访问产生的订单数；写分布时为每个候选品各抽一次。它取代店铺的转化率。

    Ad money for the test of a candidate, spread evenly over the days, and over the store's channels by their budgets or, where none has one, evenly.
    测一个候选品的广告费，在各天之间均摊，并按预算分给店铺的各渠道；都没有预算时各渠道平分。

    Days of a test.
    一次测品的天数。

    What a candidate must show when its test ends, such as roas(4) >= 1.4, to get the channels' own budgets.
    测试结束时候选品要达到什么，例如 roas(4) >= 1.4，才能得到各渠道的完整预算。

    What makes a kept product be dropped, such as roas(14) < 1.1.
    什么情况下放弃已保留的产品，例如 roas(14) < 1.1。

    Slots: candidates that are tested or sold at the same time, each with channels of its own.
    位置数：同时在测或在卖的候选品个数，每个都有自己的广告渠道。

    Goods, a unit.
    每件货物成本。

    Shipping, an order.
    每单运费。

    Chance of running out of stock.
    断货的概率。

    Mean days out of stock; geometric.
    断货的平均天数；几何分布。

    Chance of being taken off for ever.
    被永久下架的概率。

    Goods bought in bulk and kept with this supplier (a warehouse or 3PL); unit_cost is then the bulk price.
    批量采购、存放在这家供应商（仓库或 3PL）的货；此时 unit_cost 是批量采购价。

    Units bought at once; 0: this offer is not own stock.
    每次采购的件数；0：这个报价不是自备货。

    Buys again in the morning when units in stock and on order are at most this.
    库存加在途件数不超过这个数时，早上补货。

    Units in stock on the first day, paid for that day.
    第一天的库存件数，当天付款。

    Days from buying to arrival; drawn for each purchase.
    从采购到入库的天数；每次采购各抽一次。

    Storage of a unit a month; a day costs 12 ÷ 365 of it.
    每件每月的仓储费；每天计 12 ÷ 365。

    Picking and packing, an order.
    每单的拣货打包费。

    What stock that is left at the end is worth, of its cost.
    期末剩余库存按成本的多少比例计值。

    Suppliers of one region fail together where there is a common cause.
    有共同原因时，同一地区的供应商会一起停供。

    What its goods, shipping and express are quoted in; the scenario's currency unless given.
    货物、运费和快速配送的报价货币；不写就是场景货币。

    Chance of shutting down.
    停供的概率。

    Mean days shut; geometric.
    停供的平均天数；几何分布。

    Days until a shutdown is noticed; 0 with monitoring.
    停供后过多少天才发现；有监控时为 0。

    orders per day
    单/天

    Orders it takes a day at most, of all products; none: no limit.
    它每天最多接多少单，所有产品合计；none：不限。

    Days from the order to the parcel's start.
    从下单到包裹发出的天数。

    Days on the way.
    运输天数。

    Share of shipped orders that never arrive.
    已发货订单中始终未送达的比例。

    Share of shipped orders that arrive wrong, broken or not as described.
    已发货订单中发错、损坏或与描述不符的比例。

    Share of goods cost that it pays back for lost and bad orders.
    供应商为丢件和残次订单赔付的货物成本比例。

    Growth of its unit costs a year.
    它的单件成本的年涨幅。

    Chance that its unit costs jump.
    它的单件成本跳涨的概率。

    By how much they jump, for good: 8 % is dearer, -5 % cheaper; a distribution is drawn for each jump.
    永久跳变的幅度：8 % 是变贵，-5 % 是变便宜；写分布时每次跳变各抽一次。

    Chance that its quality slides, unseen.
    质量悄悄滑坡的概率。

    Mean days a slide lasts; geometric.
    滑坡的平均天数；几何分布。

    Times the defect rate during a slide.
    滑坡期间残次率变为几倍。

    Every so many days a test order, at the cost of its first offer, finds and ends a slide; none: never.
    每隔这么多天下一个测试订单（费用同它的第一个报价），发现并结束质量滑坡；none：从不。

    Duty as a share of goods cost.
    关税占货物成本的比例。

    Duty and clearance, an order.
    每单的关税和清关费。

    Days from taking an order to paying for it.
    从接单到付款给它的天数。

    How it did when it was judged; see the command scorecard.
    评估时的得分；见命令 scorecard。

    Scheduled closures, known from their first day.
    计划内的停工，从第一天起就已知。

    The first closed day.
    停工的第一天。

    How many days it lasts.
    持续多少天。

    Quality and samples: material, workmanship, packaging, as described.
    产品质量与样品：材质、做工、包装、与描述相符度。

    Logistics: how fast orders are handled, which lines, what is promised.
    物流与时效：处理订单的速度、主流物流方式、时效承诺。

    Service: how fast and how well it answers, how it solves problems.
    沟通与服务：响应速度、回复质量、解决问题的态度。

    Price: of goods and shipping, and what it leaves to you.
    价格与利润空间：产品单价和运费，以及给你留下多少。

    Weight of quality; the four sum to 100 %.
    质量的权重；四项合计 100 %。

    Weight of logistics; the four sum to 100 %.
    物流的权重；四项合计 100 %。

    Weight of service; the four sum to 100 %.
    服务的权重；四项合计 100 %。

    Weight of price; the four sum to 100 %.
    价格的权重；四项合计 100 %。

    Postage of a parcel back.
    一件包裹的退货邮费。

    The seller's share of it; the customer pays the rest.
    其中卖家承担的比例；其余由客户承担。

    Share of shipped orders paid with stolen cards.
    已发货订单中盗刷付款的比例。

    Days from when delivery was due to the refund.
    从应送达之日到退款的天数。

    Unwanted orders of a smaller value stay with the customer; others go back.
    低于这个金额的退货订单，货物留给客户；其余退回。

    Share of goods cost that comes back with unwanted goods that are returned.
    退回的货物能收回的货物成本比例。

    Share of lost, bad and late orders that become a chargeback instead of a refund.
    丢件、残次和超时订单中，变成拒付而非退款的比例。

    Days from the order to the chargeback; fraud apart never before delivery was due.
    从下单到拒付的天数；除欺诈外不会早于应送达之日。

    Fee of the processor.
    支付服务商收取的拒付费。

    Share of chargebacks that the store wins.
    店铺申诉成功的拒付比例。

    Days from a chargeback to the day a won one is paid back.
    从拒付到胜诉款项退回的天数。

    Where unwanted goods go that the customer does not keep.
    客户不留下的退货寄往哪里。

    Sending unwanted goods back to the supplier.
    把退货寄回给供应商。

    Sending unwanted goods to an address in the customer's country.
    把退货寄到客户所在国的一个地址。

    Support tickets that an order causes.
    每个订单带来的客服工单数。

    Further tickets of an order that is lost, bad or late.
    丢件、残次或超时的订单另外带来的工单数。

    Paid to whoever answers a ticket.
    付给处理一张工单的人的钱。

    Minutes of the owner for a ticket.
    一张工单占用店主的分钟数。

    Minutes of the owner for an order: 4 to 8 by hand, below 1 with software.
    一个订单占用店主的分钟数：手工 4 到 8，用软件不到 1。

    Days in which a problem order is forgotten by half.
    问题订单的影响被遗忘一半所需的天数。

    Conversion × exp(−weight · (share of problem orders − bad_reference)), within 0.2 to 1.2; 0: no effect.
    转化率 × exp(−权重 · (问题订单比例 − bad_reference))，限于 0.2 到 1.2；0：无影响。

    The share of problem orders at which conversion is as given.
    转化率如所写时的问题订单比例。

    Money for the brand a day: cards, packaging, content.
    每天花在品牌上的钱：卡片、包装、内容。

    Days in which the effect of brand spend fades by half: 90 to 180.
    品牌投入的效果消退一半所需的天数：90 到 180。

    The steady daily spend at which the brand reaches half of its greatest strength.
    持续每天花这么多时，品牌达到最大强度的一半。

    At full strength the repeat rate is (1 + this) times as high.
    品牌达到最大强度时，复购率是原来的（1 + 这个数）倍。

    At full strength price elasticity is lower by this share.
    品牌达到最大强度时，价格弹性降低这个比例。

    At full strength imitators take so much less conversion.
    品牌达到最大强度时，跟卖者夺走的转化率减少这个比例。

    The most it bears of one case of damages; 0: there is none. Its price is one of the costs.
    一次赔偿中它最多承担多少；0：没有保险。它的保费写在费用里。

    What the business bears itself of a case before the insurance does.
    一次赔偿中，保险之前由店铺自己承担的部分（免赔额）。

    What it is called; its luck is named after it.
    它的名字；它的随机数按名字区分。

    Chance that it happens, by the month or year, from day 1 on; or without a period, decided once, on the day of from.
    发生的概率，按月或按年，从第 1 天起；不写周期则只在 from 那天决定一次。

    The day or date it happens on; with when or a chance by the month, the first day on which it may happen.
    发生的日子或日期；与 when 或按月的概率同用时，是最早可能发生的一天。

    What must be seen for it to happen, such as day > 90; as in rules.
    发生的条件，例如 day > 90；写法同规则。

    Days that it lasts, drawn each time; then what it changed is put back. None: for good. It does not begin again while it lasts, nor on the day it ends.
    持续的天数，每次各抽一次；之后把改动的还原。None：永久。持续期间及结束当天不会再次发生。

    What it changes: one or more actions between commas, as in rules.
    它改变什么：一个或多个动作，用逗号隔开，写法同规则。

    Cash when yesterday ended; on the first morning the start money.
    昨天结束时的现金；第一个早上是起始资金。

    Days since the first: 0 on the first morning.
    距第一天的天数：第一个早上为 0。

    The calendar month of today: 1 is January.
    今天所在的自然月：1 是一月。

    Ad spend. A product has its share of the visitors' spend.
    广告花费。产品按访客份额分摊。

    Ad clicks. A product has its share of the visitors.
    广告点击数。产品按访客份额分摊。

    Orders accepted. Of a channel: those of them that it brought; on a day when not all could be taken, channels come in file order, natural traffic behind them, repeat orders last.
    已接订单数。对渠道来说，是它带来的订单；某天接不下全部订单时，渠道按文件中的顺序优先，其后是自然流量，最后是复购订单。

    Value of the orders accepted, before refunds, without VAT.
    已接订单的金额，未扣退款，不含增值税。

    Revenue ÷ ad spend.
    销售收入 ÷ 广告花费。

    Ad spend ÷ orders.
    广告花费 ÷ 订单数。

    What goods, shipping, duty, commission, payment fees and ads leave of revenue: 1 − their sum ÷ revenue. A channel has the goods of its products by its part of each day's orders.
    销售收入扣除货物、运费、关税、佣金、手续费和广告后剩下的比例：1 − 合计 ÷ 销售收入。渠道按每天订单的份额分摊其产品的货物成本。

    Refunds of the window, cancelled orders among them, ÷ orders of the same days.
    该窗口内的退款数（含取消的订单）÷ 同期订单数。

    Chargebacks received in the window ÷ orders of the same days.
    该窗口内收到的拒付数 ÷ 同期订单数。

    Units of own stock on hand when yesterday ended, those on the way apart.
    昨天结束时手头的自备货件数，不含在途。

    Yes or no, as known when yesterday ended. A supplier: not known to be shut. A product: on sale. A store: it has opened and is not closed. A channel, natural traffic: it has opened, its store is not closed, and it is not paused or closed. On the first morning: yes for all that open on the first day.
    是或否，以昨天结束时所知为准。供应商：没听说停供。产品：在售。店铺：已开业且未关闭。渠道、自然流量：已开始，其店铺未关闭，自身未暂停或关闭。第一个早上：凡第一天开始的都为是。

    # Units

    months
    月

    products
    产品

    slots
    位置

    units
    件

    click
    点击

    order
    订单

    unit
    件

    chargeback
    拒付

    creative
    素材

    month
    月

    ticket
    工单

    unit-month
    件·月
    """#
}
