import Language
import Scenarios

/// A scenario from YAML that is known to be right.
func scenario(_ yaml: String) throws -> Scenario {
  try ScenarioFile(reading: Source(name: "test.yaml", text: yaml)).scenario
}

/// A shop of which every cost of an order is known by hand.
let plainShop = """
  name: plain shop
  currency: USD
  start: 2027-01-01
  months: 12
  cash: {budget: 3000 USD}
  costs:
    plan: {amount: 60 USD per month}
  products:
    lamp:
      price: 40 USD
      elasticity: 0
      promised_days: 7
      return_rate: 10 %
      offers:
        yiwu: {unit_cost: 10 USD, shipping_cost: 4 USD}
  stores:
    shop: {conversion: 2 %, payment_fee: 3 %, payment_fee_fixed: 0.30 USD, commission: 5 %}
  ads:
    meta: {budget: 20 USD per day, cpc: 0.40 USD}
  suppliers:
    yiwu: {lost_rate: 2 %, defect_rate: 3 %, supplier_recovery: 50 %, duty_rate: 20 %, duty_per_order: 1 USD}
  returns:
    fraud_rate: 1 %
    dispute_share: 20 %
    chargeback_fee: 15 USD
    win_rate: 25 %
    keep_it_threshold: 30 USD
    resale_share: 40 %
    to_supplier: {return_shipping: 5 USD, seller_share: 60 %}
  operations: {tickets_per_order: 0.1, tickets_per_problem: 1, ticket_cost: 2 USD}

  """
