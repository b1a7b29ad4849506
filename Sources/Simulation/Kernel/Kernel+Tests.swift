import Scenarios
import Statistics

/// A slot of product tests (model 5).
struct SlotRows<Number: RowNumber> {
  /// The number of the candidate in it; −1: none.
  let candidate: MoneyRow
  /// The day it was started, and the day it was kept; −1: not yet.
  let startedOn: MoneyRow
  let keptOn: MoneyRow
  /// Orders per visit, and what is left of its fad.
  let conversion: Row<Number>
  let fad: MoneyRow

  init(_ arena: Arena) {
    candidate = arena.money()
    startedOn = arena.money()
    keptOn = arena.money()
    conversion = arena.row()
    fad = arena.money()
  }
}

extension Kernel {
  func openTests() {
    for rows in slots {
      rows.candidate.update(repeating: -1, count: lanes)
      rows.keptOn.update(repeating: -1, count: lanes)
      rows.startedOn.update(repeating: 0, count: lanes)
      rows.conversion.update(repeating: 0, count: lanes)
      rows.fad.update(repeating: 1, count: lanes)
    }
    nextCandidate.update(repeating: 0, count: lanes)
  }

  /// In the morning candidates are kept, dropped and followed by others (model 1, step 3).
  func judgeCandidates(_ day: Int, _ month: Int) {
    guard let tests = program.tests, day >= program.stores[tests.store].opens else { return }
    let days = row(tests.testDays)
    for index in slots.indices {
      let rows = slots[index]
      if program.market.fadHalflife != nil { for i in 0..<lanes { rows.fad[i] *= market.fad.step[i] } }
      for i in 0..<lanes where books.alive[i] > 0 {
        if rows.candidate[i] < 0 {
          startCandidate(tests, index, day, month, i)
        } else if rows.keptOn[i] < 0 {
          guard Double(day) - rows.startedOn[i] >= days[i] else { continue }
          if holds(program.keepIf, index, day, i) {
            rows.keptOn[i] = Double(day)
            ledger.add(1, .winners, month: month, lane: i)
            note(.kept, index, day, i)
          } else {
            note(.dropped, index, day, i)
            startCandidate(tests, index, day, month, i)
          }
        } else if holds(program.stopIf, index, day, i) {
          note(.stopped, index, day, i)
          startCandidate(tests, index, day, month, i)
        }
      }
    }
  }

  /// After the rules: they may change budgets.
  func divideBudgets() {
    guard let tests = program.tests else { return }
    for index in slots.indices { divideBudget(tests, index) }
  }

  /// The next candidate, with new ads; none where all have been tried.
  private func startCandidate(_ tests: ProductTestsProgram, _ slot: Int, _ day: Int, _ month: Int, _ lane: Int) {
    let rows = slots[slot]
    if rows.candidate[lane] >= 0 { strandCustomers(tests.slots[slot].product, day, lane) }
    rows.keptOn[lane] = -1
    for index in tests.slots[slot].channels { channels[index].adstock[lane] = 0 }
    guard Int(nextCandidate[lane]) < tests.candidates else {
      rows.candidate[lane] = -1
      return
    }
    let number = Int(nextCandidate[lane])
    nextCandidate[lane] += 1
    rows.candidate[lane] = Double(number)
    rows.startedOn[lane] = Double(day)
    note(.started, slot, day, lane)
    rows.fad[lane] = 1
    let word = tests.stream.word(path: path(of: lane), day: 0, index: number)
    let drawn = mode == .plan ? nil : tests.conversion.law?.quantile(Uniform.double(word))
    rows.conversion[lane] = Number(drawn ?? tests.conversion.mean)
    ledger.add(1, .candidatesTried, month: month, lane: lane)
    ledger.add(row(program.operations.searchHours)[lane], .ownerHours, month: month, lane: lane)
    for index in tests.slots[slot].channels {
      let channel = channels[index]
      let opens = program.channels[index].opens
      channel.started[lane] = Number(max(day, opens))
      // It grows a day older before the ads run.
      channel.age[lane] = day > opens ? -1 : 0
    }
  }

  /// Those who would have come back for the candidate that is dropped.
  private func strandCustomers(_ product: Int, _ day: Int, _ lane: Int) {
    let rows = products[product]
    guard let joining = rows.joining, let stranded = rows.strandedJoining else { return }
    rows.stranded[lane] += rows.returning[lane]
    rows.returning[lane] = 0
    let first = max(0, day - 1)
    let last = rows.lastJoining.map { min(Int($0[lane]), program.days - 1) } ?? program.days - 1
    for due in stride(from: first, through: last, by: 1) {
      stranded.add(joining.row(due)[lane], day: due, lane: lane)
      joining.row(due)[lane] = 0
    }
  }

  /// Is what an order of that day bought gone?
  func isGone(_ product: Int, ordered: Int, _ lane: Int) -> Bool {
    guard let slot = program.tests?.slots.firstIndex(where: { $0.product == product }) else { return false }
    return slots[slot].candidate[lane] < 0 || Double(ordered) < slots[slot].startedOn[lane]
  }

  /// Test money is spread evenly over the days and over the channels by their budgets; a kept product has the budgets.
  private func divideBudget(_ tests: ProductTestsProgram, _ slot: Int) {
    let rows = slots[slot]
    let (spend, days) = (row(tests.testSpend), row(tests.testDays))
    let indices = tests.slots[slot].channels
    for i in 0..<lanes {
      let sum = indices.reduce(0) { $0 + row(program.channels[$1].budget)[i] }
      for index in indices {
        let budget = row(program.channels[index].budget)[i]
        let share = sum > 0 ? budget / sum : 1 / Double(indices.count)
        testBudgets[index * width + i] =
          rows.candidate[i] < 0 ? 0 : rows.keptOn[i] < 0 ? spend[i] / days[i] * share : budget
      }
    }
  }

  /// The slot of product tests that a channel serves.
  func slot(ofChannel channel: Int) -> Int? { program.tests?.slots.firstIndex { $0.channels.contains(channel) } }

  /// What a channel of a slot may spend today; nil for other channels.
  func testBudget(of channel: Int) -> MoneyRow? {
    guard let tests = program.tests, tests.slots.contains(where: { $0.channels.contains(channel) }) else { return nil }
    return testBudgets + channel * width
  }

  func countTestSpend(_ rows: ChannelRows<Number>, _ channel: Int, _ month: Int) {
    guard let tests = program.tests, let slot = tests.slots.firstIndex(where: { $0.channels.contains(channel) }) else {
      return
    }
    let spend = ledger.row(.testSpend, month)
    for i in 0..<lanes where slots[slot].candidate[i] >= 0 && slots[slot].keptOn[i] < 0 { spend[i] += rows.spent[i] }
  }

  /// Puts the conversion of candidates into `scratch.factor`; in an empty slot nothing is there to be bought.
  func convertCandidates(_ product: Int) {
    guard let tests = program.tests, let slot = tests.slots.firstIndex(where: { $0.product == product }) else { return }
    let rows = slots[slot]
    for i in 0..<lanes { scratch.factor[i] *= rows.candidate[i] < 0 ? 0 : rows.conversion[i] * Number(rows.fad[i]) }
  }

  /// Does a candidate show it, in the days since it was started?
  private func holds(_ condition: TestCondition?, _ slot: Int, _ day: Int, _ lane: Int) -> Bool {
    guard let condition else { return false }
    func value(_ side: TestCondition.Side) -> Double {
      switch side {
      case .number(let number): return number
      case .register(let register): return rules.registers[register][lane]
      case .slots(let figures):
        let figure = figures[slot]
        let first = Int(slots[slot].startedOn[lane])
        guard day > first else { return .nan }
        return figure.value {
          watch.sums[figure.sums[$0]].sum(of: figure.window, before: day, since: first, lane)
        }
      }
    }
    return condition.tests.allSatisfy { $0.relation.holdsForNumbers(value($0.left), value($0.right)) }
  }
}
