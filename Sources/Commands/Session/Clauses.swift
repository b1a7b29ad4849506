import Language

/// The words of a command, cut at its keywords: `sweep PATH` · `over 1..5` · `step 1` · `for ruin`.
struct Clauses {
  struct Clause {
    let keyword: Word
    let words: [Word]
    /// What was typed behind the keyword.
    let text: Fragment
  }

  /// What stands before the first keyword.
  let head: [Word]
  let all: [Clause]
  private let invocation: Invocation

  init(_ invocation: Invocation, keywords: [String]) {
    self.invocation = invocation
    let words = invocation.operands.flatMap { Self.words(in: $0, invocation) }
    let starts = words.indices.filter { place in keywords.contains { words[place].isKeyword($0) } }
    head = Array(words[..<(starts.first ?? words.count)])
    let ends = starts.dropFirst() + [words.count]
    all = zip(starts, ends).map { start, end in
      let behind = Array(words[(start + 1)..<end])
      let after = words[start].span.end
      let span = SourceSpan(behind.first?.span.start ?? after, behind.last?.span.end ?? after)
      return Clause(keyword: words[start], words: behind, text: Self.text(in: span, invocation))
    }
  }

  /// What stands before the first keyword, as typed.
  var headText: Fragment? {
    guard let first = head.first, let last = head.last else { return nil }
    return Self.text(in: first.span.joined(with: last.span), invocation)
  }

  // MARK: Quotes

  /// The words inside quotes, which a system's shell asks for: `'cash.budget over 1k..4k'`.
  private static func words(in word: Word, _ invocation: Invocation) -> [Word] {
    guard word.wasQuoted, word.text.contains(" "),
      let line = try? CommandLine(parsing: invocation.fragment(of: word)), line.commands.count == 1
    else { return [word] }
    return line.commands[0].words
  }

  /// What stands in a stretch of the line, without quotes and yet with its columns.
  private static func text(in span: SourceSpan, _ invocation: Invocation) -> Fragment {
    var text = ""
    var place = span.start
    for word in invocation.operands where word.wasQuoted && word.span.end > span.start && word.span.start < span.end {
      guard let plain = invocation.source.fragment(word.span).withBlanksForQuotes else { continue }
      let (start, end) = (max(word.span.start, span.start), min(word.span.end, span.end))
      text += invocation.source.fragment(SourceSpan(place, start)).text + plain.slice(SourceSpan(start, end)).text
      place = end
    }
    text += invocation.source.fragment(SourceSpan(place, span.end)).text
    return Fragment(text, start: span.start)
  }

  /// The clause of a keyword that is written at most once; an empty one is refused.
  func only(_ keyword: String) throws(CommandFailure) -> Clause? {
    let found = all.filter { $0.keyword.isKeyword(keyword) }
    guard let first = found.first else { return nil }
    if found.count > 1 {
      throw invocation.failure(
        say("\(keyword) is given twice"), at: found[1].keyword.span, help: say("keep one of them"))
    }
    return try filled(first)
  }

  /// Refuses a keyword with nothing behind it.
  func filled(_ clause: Clause) throws(CommandFailure) -> Clause {
    guard !clause.words.isEmpty else {
      throw invocation.failure(
        say("write something after \(clause.keyword.text)"), at: clause.keyword.span,
        help: say("write: \(invocation.spec.saidSyntax)"))
    }
    return clause
  }

  /// One word behind a keyword, such as a name.
  func word(_ keyword: String) throws(CommandFailure) -> Word? {
    guard let clause = try only(keyword) else { return nil }
    if clause.words.count > 1 {
      throw invocation.failure(
        say("unexpected word"), at: clause.words[1].span, help: say("write: \(invocation.spec.saidSyntax)"))
    }
    return clause.words[0]
  }
}

extension Clauses.Clause {
  /// What stands between commas; a comma between digits separates as well: `10,20,30`.
  var items: [Fragment] { text.separatedByCommas(thousands: false) }
}
