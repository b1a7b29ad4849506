extension ChineseTexts {
  /// What presets are, and notes on them.
  static let presets = #"""
    Meta: Facebook and Instagram
    Meta：Facebook 和 Instagram

    Accounts are banned (1, 2, 5 % a month, assumption) and new ones held to about 50 USD a day at first.
    账户会被封（每月 1、2、5 %，假设），新账户起初每天限约 50 USD。

    TikTok ads to one's own store
    投向自家店铺的 TikTok 广告

    An ad group needs 20 USD a day at least. A video that takes off is an event.
    一个广告组每天至少要 20 USD。视频爆火另作为事件。

    Google Search, words that are no brand
    Google 搜索，非品牌词

    Google Shopping and Performance Max
    Google 购物广告与 Performance Max

    Few people search for one thing: give saturation where the market is small. Pets 0.40 to 0.80 USD a click.
    搜索单一产品的人不多：市场小时请写 saturation。宠物用品每次点击 0.40 到 0.80 USD。

    assumption: new pictures when the old are half as good
    假设：旧图效果减半时换新图

    Pinterest ads
    Pinterest 广告

    Deals with influencers, as money a day for views
    红人合作，按每天为展示花的钱计

    A deal is paid at once, before its sales: 100, 400, 5,000 USD a post. Here it is spread over days.
    合作费在出单之前一次付清：每帖 100、400、5,000 USD。这里均摊到各天。

    Of the viewers 2 to 4 % take part and 1 to 3 % of those click: 0.06 % of views. Visitors order 1.5 times in a hundred (assumption).
    观众中 2 到 4 % 会互动，其中 1 到 3 % 会点击：占展示的 0.06 %。每一百个访客下 1.5 单（假设）。

    Published conversions are averages over creatives of every age. intent is that of a fresh one: with the fading below, its average over a creative's life is the published figure.
    公布的转化率是各种新旧素材的平均。intent 是新素材的值：按下面的疲劳速度，一套素材周期内的平均就是公布的数字。

    Orders per visitor against a store's 1.4 %: Meta 1.4, TikTok 0.8, Google Search 1.9, Shopping 2.4, Pinterest 1.0 %.
    每个访客的订单数，对照店铺的 1.4 %：Meta 1.4、TikTok 0.8、Google 搜索 1.9、购物广告 2.4、Pinterest 1.0 %。

    While the channel learns (50 orders within seven days) an order costs 1.2 to 1.5 times as much (assumption).
    渠道在学习期（七天内 50 单）时，每单成本是平时的 1.2 到 1.5 倍（假设）。

    assumption: 1 ÷ 1.3
    假设：1 ÷ 1.3

    Shopify Basic with Shopify Payments, US cards
    Shopify Basic，用 Shopify Payments，美国卡

    Shopify Grow with Shopify Payments, US cards
    Shopify Grow，用 Shopify Payments，美国卡

    Shopify Advanced with Shopify Payments, US cards
    Shopify Advanced，用 Shopify Payments，美国卡

    Another payment provider costs 2.0 % (Basic), 1.0 % (Grow) or 0.6 % (Advanced) more: give commission. Cards from abroad cost 1.0 to 1.5 % more. The plan itself is a preset for costs, such as shopify-basic-plan.
    改用其他支付服务商要多付 2.0 %（Basic）、1.0 %（Grow）或 0.6 %（Advanced）：请写 commission。境外卡多收 1.0 到 1.5 %。套餐本身是费用的预设，例如 shopify-basic-plan。

    WooCommerce on one's own hosting, paid through Stripe
    自有主机上的 WooCommerce，用 Stripe 收款

    No plan to pay, but hosting and a domain: presets woocommerce-hosting and domain for costs.
    没有套餐费，但要主机和域名：费用的预设 woocommerce-hosting 和 domain。

    BigCommerce, paid through Stripe
    BigCommerce，用 Stripe 收款

    The plan grows with sales: past the plan's cap for the last twelve months (tax and shipping counted, refunds not taken off) the next one is due. The old caps were 50k, 180k and 400k USD (assumption); in June 2026 they were cut. Events do that: events: [{preset: bigcommerce-upgrade}, {preset: bigcommerce-upgrade-twice}].
    套餐随销售额升级：最近十二个月超过套餐上限（含税和运费，不扣退款）就要升到下一档。旧上限是 5 万、18 万和 40 万 USD（假设）；2026 年 6 月下调了。用事件表示：events: [{preset: bigcommerce-upgrade}, {preset: bigcommerce-upgrade-twice}]。

    From June 2026 outside payment providers cost up to 2.0 % of a sale: give commission.
    2026 年 6 月起，外部支付服务商每笔最多收 2.0 %：请写 commission。

    assumption: shares seen in forum cases
    假设：论坛案例中见到的比例

    assumption: days seen in forum cases
    假设：论坛案例中见到的天数

    Amazon, sent by the seller (FBM)
    亚马逊，卖家自发货（FBM）

    15 % is the fee of most categories; 8 % for electronics, 12 % for tools, 17 % for clothing, at least 0.30 USD.
    多数类目佣金 15 %；电子 8 %，工具 12 %，服装 17 %，每单至少 0.30 USD。

    Money comes seven days after delivery, on the next date of a 14-day cycle; the bank takes 3 to 5 business days more. So the days in transit are days without money.
    送达七天后，在 14 天周期的下一个结算日放款；银行还要 3 到 5 个工作日。所以运输的日子就是没有回款的日子。

    The article says: put cards into parcels to lead customers to your own store. Amazon forbids it, and the account can be suspended. Orders with defects must stay below 1 %, late ones below 4 %.
    文章说：在包裹里放小卡片，把客户引导到独立站。亚马逊禁止这样做，账户可能被停。残次订单须低于 1 %，超时订单须低于 4 %。

    The plan is a preset for costs: amazon-plan. Ads on Amazon are dearer in demand and convert far better.
    套餐是费用的预设：amazon-plan。亚马逊站内广告更贵，但转化高得多。

    The fee is a share of the whole payment, tax and shipping too; 6 points more for sellers below standard.
    佣金按整笔付款计，含税和运费；低于标准的卖家多收 6 个百分点。

    New sellers wait 21 to 30 days (assumption). How many visitors order is not in our sources: give conversion.
    新卖家要等 21 到 30 天（假设）。来源中没有访客下单率：请写 conversion。

    assumption: eBay's 2026 table was not read
    假设：没有读到 eBay 2026 年的费率表

    Wish, as a lesson: a marketplace that stops paying
    Wish，作为教训：一个停止放款的平台

    The article calls Wish a main marketplace. It was sold to Qoo10 for 173 million USD in 2024, is open by invitation only, and paid sellers late from July 2024 (secondary sources).
    文章把 Wish 列为主要平台。它在 2024 年以 1.73 亿 USD 卖给 Qoo10，现仅限邀请入驻，2024 年 7 月起拖欠卖家货款（二手来源）。

    Here payouts stop for a year with 5.8 % a month: 30 % within six months, the high end of what is assumed for new stores. Its fee and conversion are not in our sources: give commission and conversion.
    这里每月有 5.8 % 的概率停止放款一年：六个月内 30 %，是对新店假设的高端。佣金和转化率来源中没有：请写 commission 和 conversion。

    assumption: 30 % within six months
    假设：六个月内 30 %

    assumption: nothing is paid
    假设：一分不付

    assumption: as good as never
    假设：几乎等于永不

    Shopee (虾皮)
    Shopee（虾皮）

    The fees differ by country, and the table for 2025 and 2026 was not found. When it pays and how many visitors order is not in our sources: give payout_days and conversion.
    各国费率不同，没有找到 2025 和 2026 年的费率表。放款时间和下单率来源中没有：请写 payout_days 和 conversion。

    TikTok Shop, US
    TikTok Shop，美国

    New shops wait longer, and a share may be reserved by risk. The ads are a preset of their own: tiktok.
    新店等得更久，还可能按风险留存一部分。广告另有预设：tiktok。

    Shopify Payments, US cards, Basic plan
    Shopify Payments，美国卡，Basic 套餐

    Orders of Friday to Sunday leave together. Reserves of 15 to 30 % for 120 days were seen after disputes.
    周五到周日的订单一起放款。见过争议之后留存 15 到 30 %、为期 120 天的准备金。

    PayPal for a new seller: money held for three weeks
    PayPal，新卖家：资金被留三周

    PayPal releases about a day after a confirmed delivery with tracking, else after 21 days. Reserves such as 10 % for 90 days are possible: give reserve_rate and reserve_days. Cards outside its checkout cost 3.49 %.
    有物流追踪并确认送达后，PayPal 约一天放款，否则 21 天。可能要求准备金，例如 10 % 留 90 天：请写 reserve_rate 和 reserve_days。不经其结账页的卡收 3.49 %。

    Stripe, US cards
    Stripe，美国卡

    The first payout takes 7 to 14 days (assumption). Cards from abroad cost 1.5 % more, and 1 % to convert.
    首次回款要 7 到 14 天（假设）。境外卡多收 1.5 %，换汇再收 1 %。

    Stripe, cards of the euro area
    Stripe，欧元区卡

    Search engines: one good article
    搜索引擎：一篇好文章

    Half-way after nine months (6, 9, 14). Only 1.74 % of new pages reach the first ten places within a year, so take the low end for a first article.
    九个月后走到一半（6、9、14）。只有 1.74 % 的新页面在一年内进入前十，所以第一篇文章请取低端。

    assumption: 2.2 % of them order
    假设：其中 2.2 % 下单

    E-mail to people who left a cart or bought
    给弃购者和老客户的邮件

    As many visits as your shop's visitors leave addresses: give visits. Seven carts in ten are left (70.2 %).
    有多少访客留下邮箱，就有多少访问：请写 visits。十个购物车有七个被放弃（70.2 %）。

    A listing anybody can find: it runs out and disappears
    谁都能找到的货源：会断货，会下架

    assumption: mean of a lognormal of 10 days, 0.7
    假设：中位数 10 天、0.7 的对数正态分布的均值

    A listing of a supplier that was chosen with care
    精心挑选的供应商的货源

    assumption: the low end
    假设：低端值

    Goods bought in bulk, by sea, kept in a 3PL warehouse
    批量采购、海运、存放在 3PL 仓库的货

    Order 100 to 300 units (50 to 1,000, assumption); the unit price is 10 to 35 % lower than for single ones. Storage is given as a pallet's 20 to 40 USD a month over some hundred units. By air it takes 7 to 12 days.
    每次订 100 到 300 件（50 到 1,000，假设）；单价比单件采购低 10 到 35 %。仓储费按每托盘每月 20 到 40 USD 摊到几百件。空运要 7 到 12 天。

    assumption: a pallet's 20 to 40 over some 150 units
    假设：每托盘 20 到 40，摊到约 150 件

    A product that comes from China in a month
    从中国发货、一个月送达的产品

    Late letters and returns are set so that with the supplier's faults about 8 % are refunded (4, 8, 15 %).
    超时投诉和退货的取值，使得加上供应商的差错后约有 8 % 退款（4、8、15 %）。

    A product that is delivered within a week
    一周内送达的产品

    Returns are set so that with the supplier's faults about 7 % are refunded (4, 8, 15 %).
    退货的取值，使得加上供应商的差错后约有 7 % 退款（4、8、15 %）。

    assumption: mean of published elasticities, from memory
    假设：凭记忆，已发表弹性的均值

    AliExpress, Standard Shipping to the US
    速卖通，标准物流到美国

    Shipping costs 0 to 5 USD an order. Buyers are protected for 60 to 90 days; unpaid orders lapse after 20 days.
    每单运费 0 到 5 USD。买家保护期 60 到 90 天；未付款的订单 20 天后失效。

    AliExpress, Premium Shipping to the US
    速卖通，优先物流到美国

    Shipping costs 6 to 12 USD an order (assumption).
    每单运费 6 到 12 USD（假设）。

    An agent in China with YunExpress to the US
    中国代发，云途物流到美国

    Shipping costs 3 to 7 USD an order.
    每单运费 3 到 7 USD。

    CJ Dropshipping with CJPacket to the US
    CJ Dropshipping，CJPacket 到美国

    Shipping costs 4 to 8 USD an order (assumption).
    每单运费 4 到 8 USD（假设）。

    Parcels from China have paid duty in the US since 2 May 2025, those of all countries since 29 August 2025; the article still counts on duty-free parcels. What followed the 10 % of Section 122 after 24 July 2026 was not found.
    来自中国的包裹自 2025 年 5 月 2 日起在美国缴关税，所有国家的包裹自 2025 年 8 月 29 日起；文章仍按免税包裹计算。2026 年 7 月 24 日之后第 122 条的 10 % 由什么接替，没有找到。

    assumption: it fails together with its neighbours
    假设：与邻近的供应商一起停供

    assumption: 3 % not as described, 1.5 % the wrong item
    假设：3 % 与描述不符，1.5 % 发错货

    assumption: of proven cases 30, 60, 85 %
    假设：举证成立的案例中 30、60、85 %

    assumption: 30 to 90 days
    假设：30 到 90 天

    A supplier with stock in the customer's country
    在客户所在国有库存的供应商

    Shipping costs 4 to 8 USD an order. A backup costs 3 to 15 % more for the goods (assumption).
    每单运费 4 到 8 USD。备选供应商的货贵 3 到 15 %（假设）。

    Spocket: suppliers in the US and the EU
    Spocket：美国和欧盟的供应商

    Goods cost 20 to 60 % more than from China (assumption). The plan is a preset for costs: spocket-plan.
    货物比中国贵 20 到 60 %（假设）。套餐是费用的预设：spocket-plan。

    Syncee: suppliers in the US and the EU
    Syncee：美国和欧盟的供应商

    Goods cost 20 to 60 % more than from China (assumption). The plan is a preset for costs: syncee-plan.
    货物比中国贵 20 到 60 %（假设）。套餐是费用的预设：syncee-plan。

    SaleHoo: a supplier from a checked directory
    SaleHoo：经审核名录中的供应商

    What is paid for is a better choice of suppliers, nothing else: the plan is a preset for costs, salehoo-plan.
    花钱买的是更好的供应商选择，别无其他：套餐是费用的预设 salehoo-plan。

    Wholesale Central: a supplier from a directory
    Wholesale Central：名录中的供应商

    A directory of wholesalers: suppliers differ, so score them (see scorecard).
    批发商名录：供应商参差不齐，请给它们评分（见 scorecard）。

    A warehouse that sends your own goods (3PL)
    替你发自备货的仓库（3PL）

    For the hybrid model: give the offer own_stock: {preset: hybrid-stock, order_quantity: …}. The warehouse's minimum is a preset for costs: 3pl-minimum.
    用于混合模式：给报价写 own_stock: {preset: hybrid-stock, order_quantity: …}。仓库的最低收费是费用的预设：3pl-minimum。

    assumption: 1.5 % not as described, 1.5 % the wrong item
    假设：1.5 % 与描述不符，1.5 % 发错货

    Refunds and chargebacks of a store that sells from China
    从中国发货的店铺的退款与拒付

    Sending goods back to China costs 12, 20, 45 USD, so nobody should.
    退回中国要 12、20、45 USD，所以不该让人寄回。

    Refunds and chargebacks of a store with an address in the country
    在当地有退货地址的店铺的退款与拒付

    Handling a return costs 3 to 10 USD more in a 3PL warehouse.
    在 3PL 仓库处理一件退货还要 3 到 10 USD。

    assumption: an address in the country
    假设：当地的一个地址

    assumption: half of the goods can be sold again
    假设：一半的货能再卖

    assumption: all chargebacks come to 0.6 to 0.7 %
    假设：全部拒付合计 0.6 到 0.7 %

    Orders passed on by hand
    手工转单

    Some ten orders a day are easy, fifty are a full-time job (forum).
    每天十来单很轻松，五十单就是全职工作（论坛）。

    Orders passed on by DSers and the like
    用 DSers 之类的软件转单

    It still needs clicks to place and to pay. Software answers 20 to 60 % of tickets.
    下单和付款仍要点几下。软件能答复 20 到 60 % 的工单。

    US retail online through the year
    美国线上零售的全年季节

    The fourth quarter takes 30 % of a year's sales. Cyber week itself is not in it.
    第四季度占全年销售的 30 %。网购周本身不在其中。

    Shopify Basic, paid by the month
    Shopify Basic，按月付

    The article says from 29 USD: that is the price when a year is paid at once (shopify-basic-yearly).
    文章说 29 USD 起：那是一次付一年的价格（shopify-basic-yearly）。

    Shopify Basic, paid by the year: 12 times 29
    Shopify Basic，按年付：12 乘 29

    Shopify Grow, paid by the month
    Shopify Grow，按月付

    Shopify Advanced, paid by the month
    Shopify Advanced，按月付

    Hosting for WooCommerce
    WooCommerce 的主机

    BigCommerce Core (before: Standard)
    BigCommerce Core（原 Standard）

    The article says 29.95 USD: it is 29 by the year and 39 by the month, and the plans have new names.
    文章说 29.95 USD：按年付是 29，按月付是 39，套餐也改了名。

    It grows with sales: events: [{preset: bigcommerce-upgrade}] raises the cost named plan.
    随销售额升级：events: [{preset: bigcommerce-upgrade}] 会抬高名为 plan 的费用。

    BigCommerce Growth (before: Plus)
    BigCommerce Growth（原 Plus）

    Amazon's selling plan
    亚马逊专业销售计划

    Without it a sold item costs 0.99 USD.
    没有它，每卖一件收 0.99 USD。

    A domain
    域名

    A theme for the shop
    店铺主题

    assumption: 0 to 180, up to 400
    假设：0 到 180，最高 400

    Apps of a shop
    店铺的应用

    60 to 120 is usual.
    通常 60 到 120。

    Sample orders before anything is sold: five at 25
    开卖之前的样品订单：五个，每个 25

    assumption: three at 15 to ten at 60
    假设：三个 15 到十个 60

    assumption: they are not a tool
    假设：它们不是工具

    DSers passes orders on to AliExpress
    DSers 把订单转给速卖通

    There is a free plan, and one at 49.90. An order then takes 0.6 minutes: operations: {preset: with-software}.
    有免费套餐，也有 49.90 的。之后每单只要 0.6 分钟：operations: {preset: with-software}。

    Oberlo, closed in 2022: gives what dsers gives
    Oberlo，2022 年关闭：等同 dsers

    The article says Oberlo was merged. It closed in 2022 and its users were sent to DSers (from memory).
    文章说 Oberlo 已整合。它在 2022 年关闭，用户被转到 DSers（凭记忆）。

    closed in 2022, its users were sent to DSers: preset dsers is used
    2022 年关闭，用户转到 DSers：改用预设 dsers

    Zapier joins programs
    Zapier 连接各种程序

    The price when a year is paid at once; about 26.6 by the month. 100 tasks are free. Tasks beyond the plan cost 1.25 times as much, and at three times the plan it stops: orders then wait.
    一次付一年的价格；按月约 26.6。100 个任务免费。超出套餐的任务按 1.25 倍计费，达到套餐的三倍就停：订单随之等待。

    Spocket Pro
    Spocket Pro 套餐

    Starter costs 39.99, Pro by the year 24 a month.
    Starter 为 39.99，Pro 按年付每月 24。

    The directory alone costs 67 USD a year.
    单独的名录每年 67 USD。

    Klaviyo sends e-mail
    Klaviyo 发送邮件

    Free up to 250 addresses and 500 mails; up to 150 USD.
    250 个地址、500 封以内免费；最高 150 USD。

    Ahrefs looks at search words
    Ahrefs 分析搜索词

    29 to 249 USD by plan.
    按套餐 29 到 249 USD。

    Jungle Scout looks at Amazon's sales
    Jungle Scout 分析亚马逊销量

    Helium 10 looks at Amazon's sales
    Helium 10 分析亚马逊销量

    QuickBooks Online Simple Start
    QuickBooks Online Simple Start 套餐

    19 USD as an offer at first.
    起初优惠价 19 USD。

    General and product liability
    综合责任险与产品责任险

    General liability from 28, product liability about 25 more, with cyber cover to 67. Amazon asks for 1 million USD of cover above 10,000 USD of sales a month.
    综合责任险 28 起，产品责任险约再加 25，含网络险到 67。月销售额超过 10,000 USD 时，亚马逊要求 100 万 USD 的保额。

    The least a 3PL warehouse charges
    3PL 仓库的最低收费

    Setting up with a 3PL warehouse
    在 3PL 仓库开户

    300 to 1,000 USD.
    300 到 1,000 USD。

    Duty goes from the middle to the high end
    关税从中位升到高位

    27.5 % becomes 45 %; what is free of duty stays so. US duty on goods from China changed in May and August 2025 and in February and July 2026.
    27.5 % 变成 45 %；免税的仍免税。美国对中国商品的关税在 2025 年 5 月、8 月以及 2026 年 2 月、7 月变动过。

    assumption: four changes in two years, some up
    假设：两年内四次变动，有的上调

    Duty goes from the middle to the low end
    关税从中位降到低位

    27.5 % becomes 10 %.
    27.5 % 变成 10 %。

    assumption: four changes in two years, some down
    假设：两年内四次变动，有的下调

    Customs ask for papers: each parcel costs a broker
    海关要求文件：每个包裹多一笔清关费

    0 to 3 USD a parcel. For one of several suppliers write then: suppliers.NAME.duty_per_order += 1.50 USD.
    每个包裹 0 到 3 USD。只针对几家供应商之一时，写 then: suppliers.NAME.duty_per_order += 1.50 USD。

    assumption: customs tighten now and then
    假设：海关不时收紧

    assumption: 0 to 3 USD a parcel
    假设：每个包裹 0 到 3 USD

    The EU's flat duty on small parcels, July 2026 to July 2028
    欧盟小包固定关税，2026 年 7 月到 2028 年 7 月

    3 EUR for each kind of goods in a parcel below 150 EUR.
    150 EUR 以下的包裹，每种货物 3 EUR。

    Suppliers close for Chinese New Year, 6 February 2027
    供应商春节停工，2027 年 2 月 6 日

    Suppliers close for Chinese New Year, 26 January 2028
    供应商春节停工，2028 年 1 月 26 日

    Suppliers close for Golden Week, 1 to 7 October 2027
    供应商国庆黄金周停工，2027 年 10 月 1 日到 7 日

    Goods run out around Chinese New Year 2027
    2027 年春节前后货源紧缺

    Goods run out around Chinese New Year 2028
    2028 年春节前后货源紧缺

    Presets of suppliers in China have it in their closures: this is for others. All suppliers close; for one of them write then: close suppliers.NAME. In another year give from.
    中国供应商的预设在 closures 中已包含：这是给其他供应商用的。所有供应商都停工；只停一家时写 then: close suppliers.NAME。其他年份请写 from。

    assumption: all of them are there
    假设：全部都在

    Offers run out three times as often, from 12 days before the holiday on. It goes with the closure itself.
    从假期前 12 天起，报价断货的频率是平时的三倍。与停工本身配合使用。

    Somebody copies a product that sells, and takes a tenth of its buyers
    有人仿制卖得好的产品，夺走十分之一的买家

    Winners are copied 10, 25 or 50 % a month, and lose 5 to 15 %. market.copycats does the same little by little, and brand slows it down: use one of the two.
    爆品每月有 10、25 或 50 % 的概率被仿，损失 5 到 15 %。market.copycats 是逐步的同一件事，brand 会减缓它：两者用其一。

    assumption: 10 to 50 % a month
    假设：每月 10 到 50 %

    assumption: what sells daily is seen
    假设：每天出单的会被看见

    assumption: 5 to 15 %
    假设：5 到 15 %

    A video is seen by many: visitors for some days
    视频爆火：几天内涌入访客

    All natural traffic has them; of several sources write then: traffic.NAME.visits += 800. A source for it alone has visits: 0.
    所有自然流量都受益；有几个来源时写 then: traffic.NAME.visits += 800。专门为它设的来源写 visits: 0。

    Bursts differ much: most are small, a few are huge.
    爆发的大小相差很大：多数很小，少数极大。

    Somebody is hurt by what was sold, and the seller pays
    有人因所售产品受伤，卖家赔偿

    The chance is for 1,000 orders a year: 0.02, 0.05 or 0.1 %. It moves only the worst worlds.
    概率按每年 1,000 单计：0.02、0.05 或 0.1 %。它只影响最坏的世界。

    An insurance bears what exceeds its deductible: insurance: {cover: 1,000,000 USD, deductible: 1,000 USD}; the preset insurance for costs is its price.
    保险承担超过免赔额的部分：insurance: {cover: 1,000,000 USD, deductible: 1,000 USD}；费用的预设 insurance 是它的保费。

    assumption: 0.02 to 0.1 % of 1,000 orders
    假设：每 1,000 单 0.02 到 0.1 %

    assumption: the usual span of a case
    假设：一般案件的跨度

    An ad account is suspended for days or weeks
    广告账户被停几天或几周

    Accounts are banned 1, 2 or 5 % a month, and 30 % of bans are for good: ad-account-ban-for-good. Accounts younger than 60 days are banned twice as often: new-account-ban. Use all three together.
    账户每月有 1、2 或 5 % 的概率被封，其中 30 % 是永久的：ad-account-ban-for-good。不满 60 天的账户被封的概率翻倍：new-account-ban。三个请一起用。

    All channels stop; for one of them write then: pause ads.NAME.
    所有渠道都停；只停一个时写 then: pause ads.NAME。

    assumption: 2 % a month, of which 70 % end
    假设：每月 2 %，其中 70 % 会解封

    assumption: all channels of one account
    假设：同一账户的所有渠道

    An ad account is closed
    广告账户被永久关闭

    What is left is natural traffic. For one of several channels write then: pause ads.NAME.
    剩下的只有自然流量。只停几个渠道之一时写 then: pause ads.NAME。

    assumption: 2 % a month, of which 30 % are for good
    假设：每月 2 %，其中 30 % 是永久的

    A young ad account is suspended, beside ad-account-ban
    新广告账户被停，与 ad-account-ban 并用

    It doubles the chance in the first 60 days.
    它使前 60 天的概率翻倍。

    assumption: young accounts twice as often
    假设：新账户概率翻倍

    assumption: young is below 60 days
    假设：不满 60 天算新账户

    The processor reviews the store and withholds its payouts
    支付服务商审查店铺并冻结回款

    For stores without a hold_rate, whose holds it would double, or for a review on a day that is known: from: 2026-12-01, chance: ~. How much is withheld and for how long the store says: hold_share, hold_days. Seen: 15 to 25 % for 90 to 120 days (60 of 100 cases), 30 % for 90 days (25), all for 90 to 180 days (15).
    用于没有 hold_rate 的店铺（否则会重复计算），或审查日期已知的情况：from: 2026-12-01, chance: ~。冻结多少、多久由店铺的 hold_share、hold_days 决定。见过的有：15 到 25 % 冻结 90 到 120 天（100 例中 60 例），30 % 冻结 90 天（25 例），全部冻结 90 到 180 天（15 例）。

    assumption: 10 % within six months, 3 to 30
    假设：六个月内 10 %，3 到 30

    assumption: all stores of one processor
    假设：同一支付服务商的所有店铺

    A marketplace suspends a seller whose orders go wrong, and keeps the balance
    平台停掉订单出错的卖家，并扣住余额

    Amazon wants less than 1 % of orders with defects in 60 days, 4 % late, 2.5 % cancelled; here disputes count. One dispute among a few orders condemns nobody: so many orders are an assumption.
    亚马逊要求 60 天内残次订单低于 1 %、超时 4 %、取消 2.5 %；这里按争议计。几单中有一单争议还不至于出事：所需的订单数是假设。

    All stores close; beside a store of your own write then: close stores.NAME, hold stores.NAME. Give the store hold_days: 90 days is what balances are kept at most (assumption).
    所有店铺都关闭；另有独立站时写 then: close stores.NAME, hold stores.NAME。请给店铺写 hold_days：余额最多扣 90 天（假设）。

    assumption: while the limit is exceeded
    假设：超过限度期间

    assumption: appeals take weeks
    假设：申诉要几周

    assumption: the balance is kept
    假设：余额被扣住

    Cards in a marketplace's parcels lead buyers away, and the seller is suspended
    平台包裹里的小卡片把买家引走，卖家被停

    The article advises such cards. Amazon forbids them: they can end the account.
    文章建议这种小卡片。亚马逊禁止：可能因此失去账户。

    It asks for natural traffic named cards, the visitors that the cards bring to a store of your own: as long as it is closed or has not opened there are no cards, and nothing happens.
    它要求有名为 cards 的自然流量，即小卡片带到独立站的访客：只要它关闭或尚未开始，就没有小卡片，什么也不会发生。

    All stores close; beside a store of your own write then: close stores.NAME, hold stores.NAME.
    所有店铺都关闭；另有独立站时写 then: close stores.NAME, hold stores.NAME。

    assumption: while cards are sent
    假设：放小卡片期间

    Somebody claims the product as his: it is taken off for good, and payouts are held
    有人主张产品的权利：永久下架，回款被冻结

    The chance is for one product a year: 0.5, 1 or 3 %. Of several products write then: close products.NAME, hold stores.
    概率按每个产品每年计：0.5、1 或 3 %。有几个产品时写 then: close products.NAME, hold stores。

    assumption: 0.5 to 3 % a product and year
    假设：每个产品每年 0.5 到 3 %

    assumption: taken off, payouts held
    假设：下架，回款被冻结

    BigCommerce moves the shop to its next plan
    BigCommerce 把店铺升到下一档套餐

    Changes the cost named plan: costs: {plan: {preset: bigcommerce-core}}. Sales count before refunds. The caps are the old ones; they were cut in June 2026.
    改变名为 plan 的费用：costs: {plan: {preset: bigcommerce-core}}。销售额不扣退款。上限是旧的；2026 年 6 月下调了。

    assumption: the old cap of the first plan
    假设：第一档套餐的旧上限

    BigCommerce moves the shop to the plan after the next
    BigCommerce 把店铺升到再下一档套餐

    Stands behind bigcommerce-upgrade, which it outbids.
    写在 bigcommerce-upgrade 之后，并盖过它。

    assumption: the old cap of the second plan
    假设：第二档套餐的旧上限

    computed: see the note on fresh creatives
    计算得出：见关于新素材的说明

    assumption, bounded by an Ahrefs study
    假设，以 Ahrefs 的一项研究为界

    claimed 5 to 10 days, 8 to 14 assumed
    宣称 5 到 10 天，假设 8 到 14 天

    assumption: no source found
    假设：没有找到来源

    assumption: chosen inside published ranges
    假设：在公布的范围内选取

    # The niches

    craft tools
    小众手工艺人工具

    camping gear
    户外露营便携装备

    smart small appliances
    家居智能小家电

    pet feeder
    宠物智能喂食器
    """#
}
