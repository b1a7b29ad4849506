extension ChineseTexts {
  /// What metrics mean.
  static let metrics = #"""
    Orders accepted.
    已接订单数。

    Ad clicks.
    广告点击数。

    Orders accepted times their value, before refunds.
    已接订单的金额合计，未扣退款。

    What suppliers charge for orders they take.
    供应商为所接订单收取的钱。

    Revenue less goods and shipping.
    销售收入减货物成本和运费。

    Ad spend.
    广告花费。

    Plans, apps and other tools.
    套餐、应用和其他工具。

    Commission and payment fees.
    佣金和手续费。

    Refunds, chargebacks and their fees, net of what suppliers and won disputes pay back.
    退款、拒付及拒付费，扣除供应商赔付和申诉追回的部分。

    Other fixed costs, creatives, support, brand, storage, test orders, return postage, interest and income tax.
    其他固定费用、素材、客服、品牌、仓储、测试订单、退货邮费、利息和所得税。

    Gross profit less all other costs.
    毛利润减其他所有费用。

    Cash when the month begins.
    月初现金。

    Paid out by processors, net of refunds and chargebacks.
    支付服务商的回款，已扣退款和拒付。

    Reserves and withheld payouts released.
    释放的准备金和被冻结的放款。

    Paid to suppliers, less what they pay back.
    付给供应商的钱，减去其赔付。

    Paid for ads.
    付出的广告费。

    Paid for fixed costs.
    付出的固定费用。

    Refunds, chargebacks and their fees that no payout was left to cover.
    没有回款可抵、需另外支付的退款、拒付及拒付费。

    Income tax and VAT paid.
    缴纳的所得税和增值税。

    Paid for creatives, support, brand, storage, test orders, return postage and interest.
    为素材、客服、品牌、仓储、测试订单、退货邮费和利息付出的钱。

    Cash when the month ends.
    月末现金。

    The lowest cash at the end of any day.
    各天日终现金的最低值。

    Orders no supplier could ship, refunded in full.
    没有供应商能发货、全额退款的订单。

    Orders missed while off sale or sold out, and those of a channel for a product beyond 20,000 a day.
    因下架或售罄而错过的订单，以及某渠道某商品每天超过 20,000 单的部分。

    Refunds paid, cancelled orders among them.
    已付退款数，含取消的订单。

    Chargebacks received.
    收到的拒付数。

    Days that suppliers were shut, summed over suppliers.
    供应商停供的天数，各供应商合计。

    Hours of the owner for orders and support tickets.
    店主花在订单和客服工单上的小时数。

    Product tests begun.
    开始的测品数。

    Tested products that were kept.
    测后保留的产品数。

    Ad spend of product tests; a part of ads.
    测品的广告花费；属于广告费用的一部分。

    Payouts owed, withheld ones among them, less refunds still to be netted.
    应收回款（含被冻结的），减去尚待抵扣的退款。

    Payouts that a hold withholds.
    被冻结的回款。

    Own stock at cost, goods on the way among it.
    自备货按成本计，含在途。

    Owed to suppliers for orders they took.
    已接订单应付供应商的钱。

    VAT and income tax not paid yet.
    尚未缴纳的增值税和所得税。

    Reserves held back.
    留存的准备金。

    Orders that ended well, on the day delivery was due.
    顺利完成的订单，记在应送达之日。

    Orders lost on the way.
    途中丢失的订单。

    Orders wrong, broken or not as described.
    发错、损坏或与描述不符的订单。

    Orders too late for their customers.
    对客户来说超时的订单。

    Orders sent back as unwanted.
    因不想要而退货的订单。

    Orders paid with stolen cards.
    盗刷付款的订单。

    Orders whose delivery is not due yet.
    未到应送达之日的订单。
    """#
}
