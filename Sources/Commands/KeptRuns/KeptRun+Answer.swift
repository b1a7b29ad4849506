import Analysis
import Language
import Reports
import SQLite
import Scenarios
import Statistics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Session {
  /// What was kept of a run: its figures at once, without running it again.
  func page(of kept: KeptRun, _ invocation: Invocation) throws(CommandFailure) -> Answer {
    let digest = try asking(invocation) { store throws(DatabaseFault) in try store.digest(of: kept) } ?? nil
    guard let digest else {
      throw invocation.failure(
        say("the figures of \(kept.label) are gone"), at: invocation.command.span,
        help: say("to calculate them again, write: rerun \(kept.label)"))
    }
    let changes = try asking(invocation) { store throws(DatabaseFault) in try store.changes(of: kept) } ?? ""
    var page = KeptRunDocument(
      digest, strategy: kept.strategy, currency: kept.currency, start: kept.startDay, seed: kept.seed,
      sampling: ParameterSampling(rawValue: kept.sampling)?.words, title: kept.title, remarks: kept.remarks)
    page.causes = try causesOfKept(kept, invocation)
    var document = page.document(glyphs)
    // Without the heading `strategies:`.
    let lines = changes.split(separator: "\n").dropFirst()
    if !lines.isEmpty {
      document.blocks += [.blank, .paragraph([.dim(say("What \(kept.strategy) changes:"))])]
      document.blocks += lines.map { .paragraph([TextRun(String($0))]) }
    }
    var answer = Answer(document)
    answer.next = Next([
      NextStep("rerun", kept.label, to: say("repeats the run and checks the result")),
      NextStep("show", "months", "of", kept.label, to: say("month by month (runs it again)")),
    ])
    return answer
  }
}

extension KeptRun {
  fileprivate var startDay: CalendarDate? { try? CalendarDate(parsing: Fragment(start)) }

  /// When and by what it was made, and what was written of it.
  fileprivate var remarks: [String] {
    let program = version.isEmpty ? [] : ["dropcast \(version)"]
    let first = ([say("kept on \(madeInWords)"), fileName] + program).joined(separator: " · ")
    return [first] + (tags.isEmpty ? [] : [say("tags: \(tags.joined(separator: " "))")])
      + (note.map { [say("note: \($0)")] } ?? [])
  }

  var fileName: String { file.split(separator: "/").last.map(String.init) ?? file }

  /// `2026-11-28 14:03`, by the clock of the place where it is read.
  var madeInWords: String {
    var seconds = time_t(made)
    var parts = tm()
    guard made > 0, localtime_r(&seconds, &parts) != nil else { return "" }
    let two = { (number: Int32) in (number < 10 ? "0" : "") + String(number) }
    return "\(1900 + Int(parts.tm_year))-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday)) "
      + "\(two(parts.tm_hour)):\(two(parts.tm_min))"
  }
}
