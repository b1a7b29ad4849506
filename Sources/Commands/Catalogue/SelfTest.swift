import Language
import Reports
import Simulation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension CommandSpec {
  static let selfTest = CommandSpec(
    "selftest", synonyms: ["自检"], "checks the program on this machine against known answers",
    syntax: "selftest [--json] [--to FILE]", examples: ["selftest", "selftest --json", "selftest --to report.md"],
    options: OptionSpec.output, scenario: .never, answer: SelfTestReport.shape, standsAlone: false,
    related: ["about", "ui"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 0)
    let asked = session
    let report = SelfTestReport(asked)
    var answer = Answer(report.document)
    // Data are in English: asked once more, in that language.
    answer.json = { SelfTestReport(asked).json }
    if report.wrong > 0 {
      answer.stopped = invocation.failure(
        say("selftest failed; wrong answers: \(report.wrong) of \(report.checks.count)"),
        at: invocation.command.words[0].span,
        help: say("do not trust results on this machine; copy the lines above, as they are, into a bug report"),
        reason: .assertion)
    }
    return answer
  }
}

/// What was found, and on what machine: to read, and to paste into a report.
private struct SelfTestReport {
  let checks: [SelfCheck]
  private let machine: [(label: String, value: String)]

  init(_ session: Session) {
    checks = SelfCheck.all(session)
    let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    machine = [
      ("dropcast", "\(session.surroundings.version), \(Program.build), streams \(Program.streamVersion)"),
      (say("system"), Self.system), (say("processors"), String(processors)),
      (say("memory"), session.surroundings.memory().words), (say("language"), session.tongue.rawValue),
    ]
  }

  var wrong: Int { checks.count { $0.isWrong } }

  private static var system: String {
    var names = utsname()
    guard uname(&names) == 0 else { return "-" }
    return [text(names.sysname), text(names.release), text(names.machine)].joined(separator: " ")
  }

  /// C's array of characters is a tuple to Swift.
  private static func text<Tuple>(_ characters: Tuple) -> String {
    withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  var document: Document {
    let facts = checks.map { check in
      switch check.result {
      case .right(let words): Fact(check.name, [.good(say("right"))], note: words)
      case .wrong(let words): Fact(check.name, [.bad(say("WRONG"))], note: words)
      case .skipped(let words): Fact(check.name, [.dim(say("not checked"))], note: words)
      }
    }
    let all = wrong == 0 ? say("Nothing is wrong here.") : say("Wrong answers: \(wrong) of \(checks.count).")
    return Document([
      .facts(machine.map { Fact($0.label, [TextRun($0.value)]) }), .blank, .facts(facts), .blank,
      .paragraph([TextRun(all, wrong == 0 ? .good : .bad)]),
    ])
  }

  static let shape: JSONShape = [
    "machine": .map(.string), "wrong": .integer,
    "checks": .array(["check": .string, "result": .words(["right", "wrong", "skipped"]), "found": .string]),
  ]

  var json: JSON {
    let results = checks.map { check -> JSON in
      switch check.result {
      case .right(let words): ["check": .string(check.name), "result": "right", "found": .string(words)]
      case .wrong(let words): ["check": .string(check.name), "result": "wrong", "found": .string(words)]
      case .skipped(let words): ["check": .string(check.name), "result": "skipped", "found": .string(words)]
      }
    }
    return [
      "machine": .object(machine.map { JSON.Member($0.label, .string($0.value)) }), "wrong": .integer(wrong),
      "checks": .array(results),
    ]
  }
}
