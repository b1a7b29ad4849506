import Analysis
import Language
import Reports
import Scenarios

/// A table of a run: `show months`, `show pnl averages of lean`.
struct RunPage {
  enum Kind {
    case months
    case statement(ofAverages: Bool)
  }

  let kind: Kind
  let run: RunRecord
  let title: String

  /// Nil where something else is to be shown.
  init?(_ invocation: Invocation, _ session: Session) throws(CommandFailure) {
    guard let first = invocation.operands.first else { return nil }
    var invocation = invocation
    if first.isKeyword("months") {
      kind = .months
    } else if first.isKeyword("pnl") {
      kind = .statement(ofAverages: invocation.operands.dropFirst().first?.isKeyword("averages") ?? false)
    } else {
      return nil
    }
    let owner = try invocation.takeOwner()
    if case .statement(true) = kind { try invocation.expect(atMost: 2) } else { try invocation.expect(atMost: 1) }
    run = try session.record(of: owner, invocation)
    title = session.finished.find(run)?.label ?? ""
  }
}

extension Session {
  /// A finished run: the last one, that of a strategy, or one by its number or name.
  func record(of owner: Word?, _ invocation: Invocation) throws(CommandFailure) -> RunRecord {
    guard let owner else {
      guard let lastRun, lastRun.summary != nil else {
        throw invocation.failure(
          say("nothing has been run yet"), at: invocation.command.span, help: say("write: run"))
      }
      return lastRun
    }
    if let record = runs[owner.text], record.summary != nil { return record }
    if let run = try finishedRun(owner, invocation) { return try record(of: run, invocation) }
    _ = try scenario(under: owner.text, invocation, at: owner.span)
    throw invocation.failure(
      say("\(owner.text) has not been run"), at: owner.span, help: say("write: run \(owner.text), or compare"))
  }

  func show(_ page: RunPage) throws(CommandFailure) -> Answer {
    let (run, title, glyphs) = (page.run, page.title, glyphs)
    var answer: Answer
    switch page.kind {
    case .months:
      answer = Answer(run.monthsDocument(title: title) ?? Document())
      answer.json = { run.monthTable()?.json() ?? .null }
      answer.csv = { run.monthTable()?.csv() ?? "" }
      answer.next = Next([NextStep("show", "pnl", to: say("profit and loss of the typical world, month by month"))])
    case .statement(let ofAverages):
      answer = Answer(run.statementDocument(ofAverages: ofAverages, title: title, glyphs: glyphs))
      answer.json = { run.statementTable(ofAverages: ofAverages)?.json() ?? .null }
      answer.csv = { run.statementTable(ofAverages: ofAverages)?.csv() ?? "" }
      answer.next = Next(
        ofAverages
          ? [NextStep("show", "pnl", to: say("profit and loss of the typical world, month by month"))]
          : [NextStep("show", "pnl", "averages", to: say("profit and loss in the averages, without luck"))])
    }
    return answer
  }
}
