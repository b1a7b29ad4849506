/// What is owed to the state (model 9): VAT of the month that runs, and what was left of those before.
struct StateDebts {
  private var vat = 0.0
  private var due = 0.0

  /// VAT inside prices; less than nothing when it is given back.
  mutating func addVAT(_ amount: Double) { vat += amount }

  /// From now on what came together is due.
  mutating func closeMonth(incomeTax: Double, isVATDue: Bool) {
    due += incomeTax
    guard isVATDue else { return }
    due += vat
    vat = 0
  }

  /// - Returns: what is paid today; the state pays back what is less than nothing.
  mutating func pay() -> Double {
    defer { due = 0 }
    return due
  }

  var owed: Double { vat + due }
}
