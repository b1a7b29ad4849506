package import Analysis
import Language
import Reports
import SQLite
import Scenarios

/// What `why` found of a run: how many bad worlds each cause turns when it is taken away, the strongest first.
package struct KeptCauses: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    /// As data names it.
    package let cause: String
    package let change: PairedChange

    package init(cause: String, change: PairedChange) { (self.cause, self.change) = (cause, change) }
  }

  package let event: WhyTarget.Kind
  package let rows: [Row]

  package init(event: WhyTarget.Kind, rows: [Row]) { (self.event, self.rows) = (event, rows) }

  /// Those that save a world at least.
  init(_ target: WhyTarget, _ found: ButFor) {
    let strongest = found.rows.enumerated().filter { $0.element.changes[target.place].saved > 0 }.sorted { one, other in
      let saved = [one, other].map { $0.element.changes[target.place].saved }
      return (-saved[0], one.offset) < (-saved[1], other.offset)
    }
    self.init(
      event: target.kind,
      rows: strongest.map { Row(cause: $0.element.cause.id, change: $0.element.changes[target.place]) })
  }
}

extension Session {
  /// Keeps what was found of a run where the run itself was kept.
  func keep(_ causes: KeptCauses, of record: RunRecord) {
    guard let place = runPlace, let kept = finished.find(record)?.kept, kept.file == place.file else { return }
    keeper.keep(causes, of: kept.number, at: place, now: surroundings.clock())
  }

  /// The same below the page of a run of this session.
  func addCauses(of run: FinishedRun, to answer: inout Answer, _ invocation: Invocation) throws(CommandFailure) {
    guard let number = run.kept?.number, run.kept?.file == runPlace?.file,
      let kept = try asking(invocation, { store throws(DatabaseFault) in try store.run(number) }) ?? nil
    else { return }
    let found = try causesOfKept(kept, invocation)
    if !found.isEmpty { answer.document.blocks += found.flatMap { $0.blocks(glyphs) } }
  }

  /// What was found of a kept run, told as it is told by `why`.
  func causesOfKept(_ kept: KeptRun, _ invocation: Invocation) throws(CommandFailure) -> [KeptRunDocument.Causes] {
    let found = try asking(invocation) { store throws(DatabaseFault) in try store.causes(of: kept) } ?? []
    guard !found.isEmpty else { return [] }
    // In words of its own scenario; where that cannot be read, by the names that data has.
    let scenario = try frozenScenario(of: kept, invocation)
    let known = scenario.map { Cause.all(of: $0) } ?? []
    return found.map { causes in
      KeptRunDocument.Causes(
        causes.event, scenario: scenario,
        rows: causes.rows.map { row in
          KeptRunDocument.Causes.Row(cause: known.first { $0.id == row.cause }, id: row.cause, change: row.change)
        })
    }
  }
}
