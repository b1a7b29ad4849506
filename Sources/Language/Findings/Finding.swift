/// Something to tell the user about a piece of text: what is wrong, where, and what to do next.
package struct Finding: Hashable, Sendable {
  package enum Severity: String, Sendable, Comparable {
    case note, warning, error

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }

    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  }

  /// The line a finding is about, and the bytes of it that the carets mark. The line shares the source's storage.
  package struct Excerpt: Hashable, Sendable {
    package let line: Substring
    package let marked: SourceSpan
  }

  package let severity: Severity
  /// The name of the source: a file name, `<prompt>`, `<command>`.
  package let source: String
  package let place: Place?
  package let excerpt: Excerpt?
  /// What is wrong, without capital and full stop.
  package let message: String
  /// What to do next.
  package let help: String?

  /// A finding about a source as a whole, e.g. a file that cannot be read.
  package init(_ severity: Severity, _ message: String, help: String? = nil, source: String) {
    self.init(severity, message, help: help, source: source, place: nil, excerpt: nil)
  }

  /// A finding about a span of a source. A span over several lines is marked on its first. Where values have taken the
  /// place of variables, the text as written is shown, and the message tells the values.
  package init(
    _ severity: Severity, _ message: String, help: String? = nil, at span: SourceSpan, in source: Source
  ) {
    let (source, span, variables) = source.written(span)
    let values = variables.map { say("$\($0.name) is \($0.value.prefix(40))\($0.value.count > 40 ? "…" : "")") }
    let message = values.isEmpty ? message : say("\(message) (\(values.joined(separator: ", ")))")
    let line = source.lineSpan(at: span.start)
    let start = min(max(0, span.start - line.start), line.end - line.start)
    let end = min(max(start, span.end - line.start), line.end - line.start)
    let excerpt = Excerpt(line: source.text.slice(line.start, line.end), marked: SourceSpan(start, end))
    let place = source.place(at: span.start)
    self.init(severity, message, help: help, source: source.name, place: place, excerpt: excerpt)
  }

  private init(
    _ severity: Severity, _ message: String, help: String?, source: String, place: Place?, excerpt: Excerpt?
  ) {
    self.severity = severity
    self.message = message.boundedForMessage
    self.help = help?.boundedForMessage
    self.source = source
    self.place = place
    self.excerpt = excerpt
  }

  /// What a parser found, as an error in its source.
  package init(_ fault: Fault, in source: Source) {
    self.init(.error, fault.message, help: fault.help, at: fault.span, in: source)
  }
}

/// Everything found wrong in one go.
package struct FindingsError: Error, Hashable, Sendable {
  package let findings: [Finding]

  package init(_ findings: [Finding]) {
    self.findings = findings
  }

  package init(_ fault: Fault, in source: Source) {
    self.init([Finding(fault, in: source)])
  }
}

extension [Finding] {
  /// By source, then place; findings about a whole source come first, graver ones before milder ones.
  package func sortedByPlace() -> [Finding] {
    let start = Place(line: 0, column: 0)
    return sorted { a, b in
      if a.source != b.source { return a.source < b.source }
      let (placeA, placeB) = (a.place ?? start, b.place ?? start)
      if placeA != placeB { return placeA < placeB }
      if a.severity != b.severity { return a.severity > b.severity }
      return a.message < b.message
    }
  }

  package var hasErrors: Bool { contains { $0.severity == .error } }
}
