/// Support and the owner's hours (model 7, last part).
extension Kernel {
  /// Does the owner work without any order?
  var worksDaily: Bool { program.operations.worksDaily || program.traffic.contains { $0.hours != nil } }

  /// What the owner does without any order: builds the store, looks after ads, writes what searchers find.
  func workOnTheStore(_ day: Int, _ month: Int) {
    let hours = ledger.row(.ownerHours, month)
    if day == 0 {
      let setup = row(program.operations.setupHours)
      for i in 0..<lanes where books.alive[i] > 0 { hours[i] += setup[i] }
    }
    let minutes = row(program.operations.adsMinutes)
    for rows in channels {
      for i in 0..<lanes where rows.spent[i] > 0 { hours[i] += minutes[i] / 60 }
    }
    for source in program.traffic where day >= source.opens {
      guard let monthly = source.hours.map({ row($0) }) else { continue }
      for i in 0..<lanes where books.alive[i] > 0 { hours[i] += monthly[i] * 12 / 365 }
    }
  }

  /// What accepted orders cause on their day.
  func work(_ count: Row<Number>, _ month: Int) {
    guard program.operations.isUsed else { return }
    let minutes = row(program.operations.orderMinutes)
    let tickets = row(program.operations.ticketsPerOrder)
    let hours = ledger.row(.ownerHours, month)
    for i in 0..<lanes where count[i] > 0 {
      let orders = count[i].double
      hours[i] += orders * minutes[i] / 60
      answer(orders * tickets[i], month, i)
    }
    guard let cost = program.operations.messages.map({ row($0.cost) }) else { return }
    for i in 0..<lanes where count[i] > 0 { payOther(count[i].double * cost[i], month, i) }
  }

  /// What problem orders cause on the day delivery was due.
  func answerProblems(_ day: Int, _ month: Int) {
    guard program.operations.isUsed, let problems = books.problems?.row(day) else { return }
    let tickets = row(program.operations.ticketsPerProblem)
    for i in 0..<lanes where problems[i] > 0 { answer(problems[i] * tickets[i], month, i) }
  }

  /// Messages have answered some of them before they are written.
  private func answer(_ asked: Double, _ month: Int, _ lane: Int) {
    let tickets = program.operations.messages.map { asked * (1 - row($0.fewerTickets)[lane]) } ?? asked
    payOther(tickets * row(program.operations.ticketCost)[lane], month, lane)
    ledger.add(tickets * row(program.operations.ticketMinutes)[lane] / 60, .ownerHours, month: month, lane: lane)
  }
}
