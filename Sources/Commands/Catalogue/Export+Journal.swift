import Analysis
import Language
import Reports
import Scenarios
import Simulation

extension ExportRequest {
  /// The books of the plan, of a world, or of what was imported.
  func journal(_ session: Session) throws(CommandFailure) -> Answer {
    guard let form = JournalForm(fileName: file.text) else {
      throw invocation.failure(
        say("books cannot be written to \(file.text), because no accounting program reads files with that ending"),
        at: file.span,
        help: say("end the name with one of these: \(JournalForm.allEndings.joined(separator: ", "))"))
    }
    let books = try books(session)
    guard let days = books.journal.days else {
      throw invocation.failure(
        say("there are no numbers yet to put into the books"), at: invocation.command.span,
        help: say("import your data first: import FILE…"))
    }
    try write(form.bytes(of: books.journal), session)
    let page = JournalPage(books: books, days: days, file: file.text, form: form, glyphs: session.glyphs)
    var answer = Answer(page.document)
    answer.json = { page.json }
    return answer
  }

  /// A journal, and what it is of.
  struct Books {
    let journal: GeneralJournal
    let source: String
    /// Of the simulation; nil for what really happened.
    var simulatedCash: Double?
    /// What could not be booked, told.
    var remarks: [String] = []
  }

  private func books(_ session: Session) throws(CommandFailure) -> Books {
    var strategy: Word?
    var source: [Word] = []
    for clause in sources {
      let clause = try clauses.filled(clause)
      let isSource = ["plan", "world", "actuals"].contains { clause.words[0].isKeyword($0) }
      guard isSource ? source.isEmpty : strategy == nil && clause.words.count == 1 else {
        throw invocation.failure(
          say("unexpected word"), at: clause.words[0].span,
          help: say("write: of plan, of world 7 or of actuals; to name a strategy, add: of STRATEGY"))
      }
      if isSource { source = clause.words } else { strategy = clause.words[0] }
    }
    switch source.first.map(\.text) {
    case let word? where word.lowercased() == "world":
      return try worldBooks(session, source, strategy)
    case let word? where word.lowercased() == "actuals":
      return try session.actualBooks(invocation)
    default:
      let name = strategy?.text ?? Strategy.base
      let scenario = Contender(name, try session.scenario(under: name, invocation, at: strategy?.span)).scenario
      let title = say("\(scenario.name): averages (strategy \(name))")
      return books(of: scenario, Program(scenario, seed: 1).replayPlan(), title)
    }
  }

  private func worldBooks(
    _ session: Session, _ words: [Word], _ strategy: Word?
  ) throws(CommandFailure) -> Books {
    var words = words
    if let strategy { words += [Word("of", at: strategy.span), strategy] }
    let request = try WorldRequest(invocation, session, words: words)
    var options = RunOptions()
    options.paths = request.worlds.paths
    options.sampling = request.worlds.sampling
    let replay = Program(request.scenario, seed: request.worlds.seed).replay(path: request.world, options)
    return books(of: request.scenario, replay, "\(request.scenario.name): \(request.title)")
  }

  private func books(of scenario: Scenario, _ replay: WorldReplay, _ source: String) -> Books {
    Books(
      journal: GeneralJournal(scenario, replay, title: "Dropcast: \(source)"), source: source,
      simulatedCash: replay.days.last?.cash)
  }
}

/// What was written, and how it can be checked.
struct JournalPage {
  let books: ExportRequest.Books
  let days: ClosedRange<CalendarDate>
  let file: String
  let form: JournalForm
  let glyphs: Surface.Glyphs

  private var closing: Int { books.journal.balance(of: .cash) }
  private var rounding: Int { books.journal.balance(of: .rounding) }

  var document: Document {
    let format = NumberFormat(glyphs: glyphs)
    let (count, currency) = (format.count(books.journal.transactions.count), books.journal.currency)
    let (first, last) = (days.lowerBound.description, days.upperBound.description)
    let cash = format.money(Double(closing) / 100, cents: true)
    let left = format.money(Double(rounding) / 100, cents: true)
    var lines = [
      say("Written to \(file): \(count) transactions in \(currency), \(first) to \(last). Source: \(books.source)"),
      books.simulatedCash == nil
        ? say("Cash at the end: \(cash). Rounding: \(left).")
        : say("Cash at the end: \(cash), the same as in the simulation. Rounding: \(left)."),
    ]
    lines += books.remarks
    if let check = form.check(file) { lines.append(say("Check it with: \(check)")) }
    return Document(
      lines.enumerated().map { place, line in
        .paragraph([place == 0 ? TextRun(line.escapedForDisplay) : .dim(line.escapedForDisplay)])
      })
  }

  static let shape: JSONShape = [
    "dropcast": .integer, "file": .string, "form": .words(JournalForm.allCases.map(\.rawValue)), "of": .string,
    "transactions": .integer, "from": .string, "to": .string, "currency": .string, "closing_cash": .string,
    "simulated_cash": .number, "rounding": .string, "accounts": .map(.string), "remarks": .array(.string),
  ]

  var json: JSON {
    [
      "dropcast": 1, "file": .string(file), "form": .string(form.rawValue), "of": .string(books.source),
      "transactions": .integer(books.journal.transactions.count), "from": .string(days.lowerBound.description),
      "to": .string(days.upperBound.description), "currency": .string(books.journal.currency),
      "closing_cash": .string(Self.text(closing)),
      "simulated_cash": books.simulatedCash.map { .number($0) } ?? .null, "rounding": .string(Self.text(rounding)),
      "accounts": .object(
        books.journal.accounts.map { account in
          JSON.Member(account.name, .string(Self.text(books.journal.balance(of: account))))
        }),
      "remarks": .array(books.remarks.map { .string($0) }),
    ]
  }

  private static func text(_ cents: Int) -> String { JournalText.amount(cents) }
}
