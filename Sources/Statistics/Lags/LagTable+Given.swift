/// What is left of the law of a delay when it is known how long it has lasted: cut, and the rest in proportion.
extension LagTable {
  /// Given that it lasts at least so many days. A delay that never lasts as long ends on that day.
  package func given(atLeast day: Int) -> LagTable {
    let left = survival(day - 1)
    return LagTable(wholeDays: { $0 < day ? 1 : left > 0 ? survival($0) / left : 0 })
  }

  /// Given that it has ended before that day. A delay that always lasts longer ended on the day before it.
  package func given(below day: Int) -> LagTable {
    let ended = 1 - survival(day - 1)
    return LagTable(wholeDays: { days in
      if days >= day - 1 { return 0 }
      return ended > 0 ? max(0, 1 - (1 - survival(days)) / ended) : 1
    })
  }

  /// From P(days > d); the mean is that of the whole days.
  private init(wholeDays survival: (Int) -> Double) {
    let mean = (0..<Self.mostDays).lazy.map(survival).prefix { $0 >= 0x1p-33 }.reduce(0, +)
    self.init(mean: mean, survival: survival)
  }
}
