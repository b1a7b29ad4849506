import CRows
import Scenarios

/// What rules and events see: the figures known in the morning, a register each (model 11).
extension Kernel {
  /// Looks everything up before anything changes today.
  func look(_ day: Int) {
    for (figure, register) in zip(program.rules.registers, rules.registers) { look(figure, day, into: register) }
  }

  private func look(_ figure: FigureProgram, _ day: Int, into register: MoneyRow) {
    switch figure {
    case .cash: register.update(from: day == 0 ? row(program.budget) : books.lastCash, count: lanes)
    case .day: register.update(repeating: Double(day), count: lanes)
    case .month: register.update(repeating: Double(program.calendarMonth[day] + 1), count: lanes)
    case .trailing(let figure): look(figure, day, into: register)
    case .stock(let offers):
      register.update(repeating: 0, count: lanes)
      for stock in offers.compactMap({ products[$0.product].offers[$0.offer].stock }) {
        for i in 0..<lanes { register[i] += stock.units[i] }
      }
    case .supplierOpen(let supplier): invert(suppliers[supplier].knownShut, into: register)
    case .productOpen(let places):
      register.update(repeating: 0, count: lanes)
      for place in places { for i in 0..<lanes { register[i] = max(register[i], products[place].onSale[i].double) } }
    case .storeOpen(let store): lookWhetherOpen(.store(store), since: program.stores[store].opens, day, register)
    case .trafficOpen(let traffic):
      let terms = program.traffic[traffic]
      lookWhetherOpen(.traffic(traffic), since: terms.opens, day, register)
      addShut(.store(terms.store), to: register)
    case .channelOpen(let places):
      register.update(repeating: 0, count: lanes)
      for place in places where program.channels[place].opens <= max(0, day - 1) {
        for i in 0..<lanes { register[i] = max(register[i], (1 - channels[place].paused[i]).double) }
      }
    }
  }

  private func look(_ figure: TrailingFigure, _ day: Int, into register: MoneyRow) {
    guard day > 0 else { return register.update(repeating: .nan, count: lanes) }
    func sum(_ place: Int) -> (now: MoneyRow, then: MoneyRow) {
      watch.sums[figure.sums[place]].totals(of: figure.window, before: day)
    }
    let first = sum(0)
    switch figure.shape {
    case .sum: crows_difference(first.now, first.then, register, lanes)
    case .ratio:
      let second = sum(1)
      crows_ratio(first.now, first.then, second.now, second.then, register, lanes)
    case .margin:
      let parts = watch.parts
      for place in 0..<4 { crows_difference(sum(place).now, sum(place).then, parts + place * width, lanes) }
      crows_margin(parts, parts + width, parts + 2 * width, parts + 3 * width, register, lanes)
    }
  }

  private func invert(_ row: Row<Number>, into register: MoneyRow) {
    for i in 0..<lanes { register[i] = (1 - row[i]).double }
  }

  /// 1 where it had opened yesterday, and nobody has closed it.
  private func lookWhetherOpen(_ subject: Subject, since opens: Int, _ day: Int, _ register: MoneyRow) {
    register.update(repeating: opens <= max(0, day - 1) ? 1 : 0, count: lanes)
    addShut(subject, to: register)
  }

  private func addShut(_ subject: Subject, to register: MoneyRow) {
    for parameter in program.rules.switches[subject] {
      let shut = row(parameter)
      for i in 0..<lanes where shut[i] > 0 { register[i] = 0 }
    }
  }
}
