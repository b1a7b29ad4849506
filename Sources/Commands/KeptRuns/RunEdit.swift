import Language
import Reports
import SQLite
import Scenarios

/// `runs name #12 before`, `runs drop #3 #4`: what is written on kept runs.
struct RunEdit {
  enum Kind: String, CaseIterable { case name, note, tag, untag, drop }

  let kind: Kind
  /// The runs it is about, one but for `drop`.
  let runs: [Word]
  /// The name, note or tag.
  let text: Word?

  /// Nil where something else is asked.
  init?(_ invocation: Invocation) throws(CommandFailure) {
    let words = invocation.operands
    guard let kind = words.first.flatMap({ word in Kind.allCases.first { word.isKeyword($0.rawValue) } }),
      words.count > 1
    else { return nil }
    self.kind = kind
    guard kind != .drop else {
      (runs, text) = (Array(words.dropFirst()), nil)
      return
    }
    guard words.count == 3 else {
      throw invocation.failure(
        words.count == 2 ? say("the name, note or tag is missing") : say("unexpected word"),
        at: words[words.count == 2 ? 1 : 3].span,
        help: say("write: runs \(kind.rawValue) \(words[1].text) WORD; put several words in quotes"))
    }
    (runs, text) = ([words[1]], words[2])
    if kind == .note {
      guard words[2].text.unicodeScalars.count <= Self.mostLetters else {
        throw invocation.failure(
          say("a note can have at most \(Self.mostLetters) characters"), at: words[2].span, help: say("shorten it"))
      }
    } else if let fault = EntityName.fault(words[2].text, at: words[2].span) {
      throw invocation.failure(fault)
    }
  }

  private static let mostLetters = 500
}

extension Session {
  mutating func perform(_ edit: RunEdit, _ invocation: Invocation) throws(CommandFailure) -> Answer {
    var numbers: [Int] = []
    for word in edit.runs { numbers.append(try keptNumber(word, invocation)) }
    let number = numbers[0]
    guard let word = edit.text else { return try drop(numbers, invocation) }
    let text = word.text
    switch edit.kind {
    case .name:
      try checkRunName(word, invocation)
      _ = try asking(invocation) { store throws(DatabaseFault) in try store.name(number, text) }
      if let run = finished.all.last(where: { $0.kept?.number == number && $0.kept?.file == runPlace?.file }) {
        finished.name(run, text)
      }
      return Answer(say("#\(number) is now called \(text)"))
    case .note:
      _ = try asking(invocation) { store throws(DatabaseFault) in
        try store.note(number, text.isEmpty ? nil : text)
      }
      return Answer(text.isEmpty ? say("#\(number) no longer has a note") : say("note added to #\(number)"))
    case .tag:
      try asking(invocation) { store throws(DatabaseFault) in try store.tag(number, text) }
      return Answer(say("#\(number) has the tag \(text); to list all runs with it, write: runs \(text)"))
    case .untag:
      guard try asking(invocation, { store throws(DatabaseFault) in try store.untag(number, text) }) == true else {
        throw invocation.failure(
          say("#\(number) has no tag \(text)"), at: word.span, help: say("to see its tags, write: show #\(number)"))
      }
      return Answer(say("#\(number) no longer has the tag \(text)"))
    case .drop: return try drop(numbers, invocation)
    }
  }

  private mutating func drop(_ numbers: [Int], _ invocation: Invocation) throws(CommandFailure) -> Answer {
    try asking(invocation) { store throws(DatabaseFault) in try store.drop(numbers) }
    if let file = runPlace?.file { finished.drop(numbers, from: file) }
    let labels = numbers.map { "#\($0)" }.joined(separator: ", ")
    return Answer(say("dropped: \(labels)"))
  }

  /// The number under which a run is kept.
  private func keptNumber(_ word: Word, _ invocation: Invocation) throws(CommandFailure) -> Int {
    let place = runPlace?.file
    if let run = finished.find(word, at: place) {
      if let kept = run.kept, kept.file == place { return kept.number }
      throw invocation.failure(
        say("\(run.label) was not kept"), at: word.span, help: say("to keep the next runs, write: ui keep on"))
    }
    if let kept = try keptRun(word, invocation) { return kept.number }
    throw invocation.failure(
      word.text.hasPrefix("#") ? say("there is no run \(word.text)") : say("no run is called \(word.text)"),
      at: word.span, help: say("to list all runs, write: runs --all"))
  }
}
