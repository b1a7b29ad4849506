package import Scenarios

/// What a run reports, month by month. One row a metric; summaries, tables, JSON keys, completion and the manual read
/// this table.
package enum Metric: Int, CaseIterable, Sendable {
  // Profit and loss (model 10). Costs are positive.
  case orders, clicks, revenue, goodsAndShipping, grossProfit, ads, platformAndTools, paymentFees
  case refundsAndChargebacks, other, exchange, financingCosts, netProfit
  // Cash flow. Payments out are positive.
  case openingCash, payouts, released, supplierPayments, adPayments, fixedPayments, refundPayments, taxPayments
  case otherPayments, borrowed, repaid, ownerDraws
  case closingCash, lowestCash
  // Counts.
  case cancelledOrders, lostSales, refunds, chargebacks, supplierDownDays, ownerHours
  case candidatesTried, winners, testSpend
  // The books behind the statements: what is still owed, and where the orders went. They let every month be checked.
  case owedByProcessors, withheld, reserves, stock, owedToSuppliers, owedToState, owedToOthers, owedToLenders
  case adBalance
  case unrealisedExchange
  case well, lost, bad, late, unwanted, fraud, openOrders
}

extension Metric {
  package enum Statement: Sendable { case profitAndLoss, cashFlow, counts, books }
  package enum Unit: Sendable { case money, count }
  /// How months make a total.
  package enum Total: Sendable { case sum, first, last, minimum }
  package enum Better: Sendable { case higher, lower, neither }

  package struct Row: Sendable {
    package let name: String
    /// In English: `Goods and shipping`; also for the head of a narrow column.
    package let title: String
    package let shortTitle: String
    package let unit: Unit
    package let statement: Statement
    package let total: Total
    package let better: Better
    package let doc: String
  }

  /// The metric of that name; nil when there is none.
  package init?(name: String) {
    guard let metric = Metric.allCases.first(where: { $0.row.name == name }) else { return nil }
    self = metric
  }

  package var name: String { row.name }

  /// The metrics of the output contract: all but the books behind them.
  package static let reported = allCases.filter { $0.row.statement != .books }

  /// What a scenario must have so that there is anything to tell; all others leave it out.
  private var need: (@Sendable (Scenario) -> Bool)? {
    switch self {
    case .financingCosts, .borrowed, .repaid, .owedToLenders: { $0.borrows }
    case .ownerDraws: { $0.paysOwner }
    case .adBalance: { !$0.adAccounts.isEmpty }
    default: nil
    }
  }

  /// Do only some scenarios have it?
  package var isOfSome: Bool { need != nil }

  /// The metrics that a run of a scenario tells: those of parts that it does not have are left out.
  package static func reported(of scenario: Scenario) -> [Metric] {
    reported.filter { $0.isTold(of: scenario) }
  }

  package func isTold(of scenario: Scenario) -> Bool { need?(scenario) ?? true }

  package var row: Row {
    switch self {
    case .orders:
      Row("orders", .count, .profitAndLoss, .sum, .higher, "Orders accepted.")
    case .clicks:
      Row("clicks", .count, .profitAndLoss, .sum, .neither, "Ad clicks.")
    case .revenue:
      Row("revenue", .money, .profitAndLoss, .sum, .higher, "The value of all accepted orders, before refunds.")
    case .goodsAndShipping:
      Row(
        "goods_and_shipping", .money, .profitAndLoss, .sum, .lower,
        "Goods, shipping and duty of the orders that suppliers take.")
    case .grossProfit:
      Row("gross_profit", .money, .profitAndLoss, .sum, .higher, "Revenue minus goods, shipping and duty.")
    case .ads:
      Row("ads", .money, .profitAndLoss, .sum, .lower, "Ad spend.")
    case .platformAndTools:
      Row("platform_and_tools", .money, .profitAndLoss, .sum, .lower, "Plans, apps and other tools.")
    case .paymentFees:
      Row("payment_fees", .money, .profitAndLoss, .sum, .lower, "Commission and payment fees.")
    case .refundsAndChargebacks:
      Row(
        "refunds_and_chargebacks", .money, .profitAndLoss, .sum, .lower,
        "Refunds, chargebacks and chargeback fees, minus what suppliers and won disputes pay back.")
    case .other:
      Row(
        "other", .money, .profitAndLoss, .sum, .lower,
        "Other fixed costs, creatives, support, brand, storage, test orders, return postage, what rules and events pay (such as damages), ad balances lost in a ban, interest on the credit line, and income tax."
      )
    case .exchange:
      Row(
        "exchange", .money, .profitAndLoss, .sum, .higher,
        "Gain or loss from exchange rates on sales in another currency, from the sale until the payout, minus the cost of converting the money; includes the gain or loss so far on money still owed to you."
      )
    case .financingCosts:
      Row(
        "financing_costs", short: "Financing", .money, .profitAndLoss, .sum, .lower,
        "Interest and fees of loans, advances and cards.")
    case .netProfit:
      Row(
        "net_profit", short: "Profit", .money, .profitAndLoss, .sum, .higher, "Gross profit minus all other costs.")
    case .openingCash:
      Row("opening_cash", .money, .cashFlow, .first, .higher, "Cash when the month begins.")
    case .payouts:
      Row("payouts", .money, .cashFlow, .sum, .higher, "Paid out by processors, after fees, refunds and chargebacks.")
    case .released:
      Row(
        "released", title: "Held money released", short: "Released", .money, .cashFlow, .sum, .higher,
        "Reserves and withheld payouts that were released.")
    case .supplierPayments:
      Row("supplier_payments", .money, .cashFlow, .sum, .lower, "Paid to suppliers, minus what they pay back.")
    case .adPayments:
      Row("ad_payments", .money, .cashFlow, .sum, .lower, "Paid for ads.")
    case .fixedPayments:
      Row("fixed_payments", .money, .cashFlow, .sum, .lower, "Paid for fixed costs.")
    case .refundPayments:
      Row(
        "refund_payments", .money, .cashFlow, .sum, .lower,
        "Refunds, chargebacks and chargeback fees that payouts did not cover, paid from your cash.")
    case .taxPayments:
      Row("tax_payments", .money, .cashFlow, .sum, .lower, "Income tax and VAT paid.")
    case .otherPayments:
      Row(
        "other_payments", .money, .cashFlow, .sum, .lower,
        "Paid for creatives, support, brand, storage, test orders, return postage and interest.")
    case .borrowed:
      Row("borrowed", .money, .cashFlow, .sum, .neither, "Money that came from lenders, minus the fees they took off.")
    case .repaid:
      Row("repaid", .money, .cashFlow, .sum, .neither, "Paid back to lenders, interest and fees included.")
    case .ownerDraws:
      Row(
        "owner_draws", title: "Owner's draws", short: "Draws", .money, .cashFlow, .sum, .neither,
        "What your rules pay you out of the business; it is not a cost, and counts towards the final worth.")
    case .closingCash:
      Row("closing_cash", .money, .cashFlow, .last, .higher, "Cash when the month ends.")
    case .lowestCash:
      Row(
        "lowest_cash", short: "Lowest", .money, .cashFlow, .minimum, .higher, "The lowest cash at the end of any day.")
    case .cancelledOrders:
      Row("cancelled_orders", .count, .counts, .sum, .lower, "Orders no supplier could ship, refunded in full.")
    case .lostSales:
      Row(
        "lost_sales", .count, .counts, .sum, .lower,
        "Orders missed while a product was off sale or sold out, and orders beyond 20,000 a day per channel and product."
      )
    case .refunds:
      Row("refunds", .count, .counts, .sum, .lower, "Number of refunds, including those of cancelled orders.")
    case .chargebacks:
      Row("chargebacks", .count, .counts, .sum, .lower, "Number of chargebacks.")
    case .supplierDownDays:
      Row(
        "supplier_down_days", title: "Days suppliers were shut", short: "Days shut", .count, .counts, .sum, .lower,
        "Days on which a supplier was shut, added up over all suppliers.")
    case .ownerHours:
      Row(
        "owner_hours", title: "Owner's hours", short: "Hours", .count, .counts, .sum, .lower,
        "The owner's hours: setting up, finding products, running ads, writing posts, handling orders and answering support tickets."
      )
    case .candidatesTried:
      Row("candidates_tried", .count, .counts, .sum, .neither, "Product tests started.")
    case .winners:
      Row("winners", .count, .counts, .sum, .higher, "Tested products that were kept.")
    case .testSpend:
      Row("test_spend", .money, .counts, .sum, .lower, "Ad spend of product tests, which is part of ads.")
    case .owedByProcessors:
      Row(
        "owed_by_processors", .money, .books, .last, .neither,
        "Payouts owed to you, including withheld ones, minus refunds still to be deducted.")
    case .withheld:
      Row("withheld", .money, .books, .last, .lower, "Payouts that a processor withholds.")
    case .stock:
      Row("stock", .money, .books, .last, .neither, "Own stock at cost, including goods on the way.")
    case .owedToSuppliers:
      Row("owed_to_suppliers", .money, .books, .last, .neither, "What you owe suppliers for orders they have accepted.")
    case .owedToState:
      Row("owed_to_state", .money, .books, .last, .neither, "VAT and income tax not paid yet.")
    case .owedToOthers:
      Row(
        "owed_to_others", .money, .books, .last, .neither,
        "Debts from before the first day that are still to be paid, except those to suppliers and taxes.")
    case .owedToLenders:
      Row("owed_to_lenders", .money, .books, .last, .lower, "What you owe on loans, advances and cards.")
    case .adBalance:
      Row(
        "ad_balance", title: "Ad accounts", .money, .books, .last, .neither,
        "Money in ad accounts that is not spent yet, minus ads not paid for yet.")
    case .unrealisedExchange:
      Row(
        "unrealised_exchange", .money, .books, .last, .neither,
        "Gain or loss so far from exchange rates on money that is still owed to you.")
    case .reserves:
      Row("reserves", .money, .books, .last, .neither, "Money that processors hold back as a reserve.")
    case .well:
      Row("well", .count, .books, .sum, .higher, "Orders that ended well, counted on the day delivery was due.")
    case .lost: Row("lost", .count, .books, .sum, .lower, "Orders lost on the way.")
    case .bad: Row("bad", .count, .books, .sum, .lower, "Orders that arrived wrong, broken or not as described.")
    case .late: Row("late", .count, .books, .sum, .lower, "Orders that arrived too late for their customers.")
    case .unwanted:
      Row(
        "unwanted", .count, .books, .sum, .lower,
        "Orders refunded as unwanted, whether or not the goods were sent back.")
    case .fraud: Row("fraud", .count, .books, .sum, .lower, "Orders paid with stolen cards.")
    case .openOrders: Row("open_orders", .count, .books, .last, .neither, "Orders whose delivery is not due yet.")
    }
  }
}

extension Metric.Row {
  fileprivate init(
    _ name: String, title: String? = nil, short: String? = nil, _ unit: Metric.Unit, _ statement: Metric.Statement,
    _ total: Metric.Total, _ better: Metric.Better, _ doc: String
  ) {
    let words = name.replacing("_", with: " ")
    let title = title ?? words.prefix(1).uppercased() + words.dropFirst()
    self.init(
      name: name, title: title, shortTitle: short ?? title, unit: unit, statement: statement, total: total,
      better: better, doc: doc)
  }
}
