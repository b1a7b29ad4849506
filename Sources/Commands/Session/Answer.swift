import Language
package import Reports

/// What a command answers: a document to read, and the same as data where it has any.
package struct Answer {
  /// Made when it is asked for, and each time: ask once.
  package var document: Document {
    get { makeDocument() }
    set { makeDocument = { newValue } }
  }
  private var makeDocument: () -> Document
  /// Made only when asked for.
  package var json: (() -> JSON)?
  package var csv: (() -> String)?
  /// What `assert` may be about, by name.
  var numbers: [AnswerNumber] = []
  /// A picture (SVG).
  package var picture: (() -> String)?
  /// A script, to be written to a file of that path.
  package var script: ((String) -> String)?
  /// Another scenario, to be written to a file.
  var scenario: (() -> String)?
  /// A shard of a run, to be written to a file.
  var part: (() -> [UInt8])?
  /// Said beside the answer, on standard error.
  package var notices: [String] = []
  /// What to try next: a quiet line for who sits at a terminal, no part of the answer.
  package var hint: String?
  /// The same, as commands with what each is for.
  package var next: Next?
  /// What it comes to, as it is typed: the one number that was asked for.
  var value: String?
  package var quits = false
  /// The answer holds only what was finished before the operator stopped it: it is told, and the command has failed.
  package var stopped: CommandFailure?

  /// What a file's name may end in that this is written to.
  var endings: [String] {
    (script == nil ? [] : [".drop"]) + (scenario == nil ? [] : [".yaml"]) + (json == nil ? [] : [".json"])
      + (csv == nil ? [] : [".csv"])
      + (picture == nil ? [] : [".svg"]) + [".md", ".txt"]
  }

  /// Is it for programs alone, and so written as data where nothing else is asked for?
  private(set) var isData = false

  package init(_ document: Document = Document()) { makeDocument = { document } }

  /// For programs; who reads it reads it as it is.
  init(data: JSON) {
    makeDocument = {
      Document(data.text(.pretty).split(separator: "\n").map { .paragraph([TextRun(String($0))]) })
    }
    json = { data }
    isData = true
  }

  /// For a document that takes a while, and that nobody reads who wants data.
  init(lazily document: @escaping () -> Document) { makeDocument = document }

  init(_ report: some Report, _ glyphs: Surface.Glyphs) {
    self.init(report.document(glyphs))
    json = { report.json }
    csv = { report.table.csv() }
    numbers = report.numbers
  }

  package init(_ sentence: String) { self.init(Document([.paragraph([TextRun(sentence)])])) }
}

/// What a command sends out, ready for its place.
package enum Reply {
  /// For the operator to read.
  case document(Document)
  /// What to try next. It is no part of the answer, and no log keeps it.
  case advice(Document)
  /// Bytes for programs: JSON, CSV, Markdown.
  case data(String)
  /// For standard error.
  case notice(String)
  case failure(CommandFailure)
}

/// What to try next, below an answer; where it took a while, how long.
package struct Next {
  private let seconds: Double?
  private let steps: [NextStep]
  /// What to look at before any of them.
  private let note: String?

  init(seconds: Double? = nil, _ steps: [NextStep], note: String? = nil) {
    self.seconds = seconds
    self.steps = steps
    self.note = note
  }

  var document: Document {
    let time = seconds.map { say("\(NumberFormat().text($0, .decimals(2))) s · Next:") } ?? say("Next:")
    // A command is not cut: it is there to be copied.
    let width = steps.map(\.command.displayWidth).max() ?? 0
    return Document(
      (note.map { [.blank, .paragraph([.dim($0)])] } ?? []) + [.blank, .paragraph([.dim(time)])]
        + steps.map { .paragraph([TextRun($0.command.padded(to: width)), .dim("   " + $0.purpose)]) })
  }
}

/// A command to try, and what it is for.
struct NextStep {
  let command: String
  let purpose: String

  init(_ words: String..., to purpose: String) {
    command = words.joined(separator: " ")
    self.purpose = purpose
  }
}
