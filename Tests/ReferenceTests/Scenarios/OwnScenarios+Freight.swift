/// Parcels that pay by weight, and a warehouse abroad (model 6).
extension OwnScenarios {
  /// A light and a bulky product by two lines, one of them priced in another currency, and stock that comes by sea.
  static let freight = """
    name: freight
    start: 2027-04-05
    months: 4
    cash: {budget: 4000, credit_line: 500}
    fx: {CNY: {rate: 0.14, volatility: 0.25, spread: 1 %}, EUR: {rate: 1.1, volatility: 0.2}}
    freight:
      line: {parcel_fee: 18 CNY, kilogram_price: 60 to 110 CNY per kg, step_weight: 10 g, surcharge: 5 %, zones: {remote: {share: 12 %, surcharge: 60 %}}}
      express: {first_weight: 500 g, first_price: 9, kilogram_price: 8, step_weight: 0.5 kg, volume_divisor: 5000}
      sea: {parcel_fee: 30, kilogram_price: 1.4, step_weight: 1 kg, volume_divisor: 6000}
    tariffs:
      lamps: {duty_rate: 3.9 %, duty_per_line: 3 EUR}
      toys: {duty_rate: 2 %, duty_per_line: 1}
    products:
      lamp:
        price: 46
        units_per_order: 1.4
        return_rate: 10 %
        parcel: {weight: 300 g to 500 g, length: 32 cm, width: 22 cm, height: 14 cm}
        offers:
          home: {unit_cost: 9, freight: express, tariff: lamps, own_stock: {order_quantity: 60, reorder_point: 25, opening_units: 40, lead_days: 20 to 30, head_freight: sea, storage_by_volume: 1.1, fulfilment: 2.5, leftover_share: 40 %}}
          yiwu: {unit_cost: 9, freight: express, tariff: lamps}
      toy: {price: 24, parcel: {weight: 0.25 kg}, offers: {yiwu: {unit_cost: 4, shipping_cost: 0.5, freight: line, tariff: toys}}}
    stores:
      shop: {conversion: 5 %, payment_fee: 3 %, payout_days: 4}
    ads:
      meta: {budget: 45, cpc: 0.5, noise_sd: 0.3}
    suppliers:
      home: {transit_days: 3, defect_rate: 3 %, supplier_recovery: 50 %, duty_rate: 5 %}
      yiwu: {transit_days: 9, lost_rate: 2 %, defect_rate: 4 %, supplier_recovery: 40 %, duty_rate: 10 %, test_order_days: 20, slide_rate: 20 % per month}
    events:
      - {name: peak season, from: 2027-06-01, lasts: 30 days, then: freight.line.kilogram_price *= 1.3}
    returns: {resale_share: 30 %, return_to: local, to_local: {return_shipping: 4}}
    """
}
