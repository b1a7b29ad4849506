/// Amounts by the day they fall due.
struct Schedule {
  private var amounts: [Double]
  /// All that was added and not taken yet, also what falls due after the last day.
  private(set) var outstanding = 0.0

  init(days: Int) { amounts = [Double](repeating: 0, count: days) }

  mutating func add(_ amount: Double, on day: Int) {
    outstanding += amount
    if amounts.indices.contains(day) { amounts[day] += amount }
  }

  mutating func take(_ day: Int) -> Double {
    let amount = amounts[day]
    amounts[day] = 0
    outstanding -= amount
    return amount
  }

  /// What is taken on a day, without taking it.
  func amount(_ day: Int) -> Double { amounts[day] }

  mutating func merge(_ other: Schedule) {
    outstanding += other.outstanding
    for day in amounts.indices { amounts[day] += other.amounts[day] }
  }
}
