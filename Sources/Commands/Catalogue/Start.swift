import Language
import Reports
import Scenarios

extension CommandSpec {
  static let start = CommandSpec(
    "start", synonyms: ["开始"], "asks a few questions, makes your store and tests it",
    syntax: "start [NAME] [running] [--money MONEY] [--from PLACE] …",
    examples: [
      "start", "start lamps --money 2000 --price 45 --cost '11 + 5' --paths 500",
      "start shenzhen --money '15000 CNY' --from amazon --paths 500",
      "start tools --from craft-tools --money 4000 --paths 500",
      "start lamps running --money 900 --running 6 --payouts '800 in 5 days'",
    ], changes: .disk,
    options: StartQuestion.all.map { OptionSpec($0.option, $0.value, $0.asks) }
      + [OptionSpec("paths", "N", "how many worlds"), OptionSpec("force", nil, "overwrite a file of that name")],
    related: ["new", "run", "compare", "check"]
  ) { session, invocation, reply throws(CommandFailure) in
    try invocation.expect(atMost: 2)
    let isNamedRunning = invocation.operands.last?.isKeyword("running") ?? false
    let name = try session.storeName(invocation.operands.dropLast(isNamedRunning ? 1 : 0), invocation)
    let isRunning = isNamedRunning || runningOptions.contains { invocation.value($0) != nil }
    var answers = StoreAnswers(try Starter.usual(invocation), isRunning: isRunning)
    for question in StartQuestion.all {
      guard let word = invocation.value(question.option) else { continue }
      guard question.isAsked(answers) else {
        throw invocation.failure(
          say("--\(question.option) does not apply to this store"), at: word.span,
          help: say("remove it: after your other answers, this question does not come up"))
      }
      do throws(Fault) {
        try question.answer(invocation.fragment(of: word), &answers)
      } catch {
        throw invocation.failure(error)
      }
    }
    let request = StoreRequest(
      name: name, mayOverwrite: invocation.has("force"),
      paths: try invocation.value("paths").map { word throws(CommandFailure) in
        try invocation.wholeNumber(word, in: 1...RunRequest.mostSharedPaths, say("worlds"))
      })
    let given = Set(StartQuestion.all.map(\.option).filter(invocation.has))
    if session.isTyped, session.nesting.isOutermost, let interview = Interview(request, answers, given: given) {
      session.interview = interview
      reply(.document(Interview.introduction))
      reply(.document(interview.document))
      return .done
    }
    reply(.document(Document([.facts(answers.facts)])))
    return try session.makeStore(request, answers, reply) { message, help in
      invocation.failure(message, at: invocation.command.span, help: help)
    }
  }
}

/// Options that say of themselves that the shop sells already.
private let runningOptions = ["running", "payouts", "bills"]

extension Starter {
  fileprivate static func usual(_ invocation: Invocation) throws(CommandFailure) -> Starter {
    guard let starter = find(usual) else {
      throw invocation.failure(say("a preset is missing"), at: invocation.command.span)
    }
    return starter
  }
}

extension StoreAnswers {
  /// Every question that this store is asked, and what is taken for its answer.
  fileprivate var facts: [Fact] {
    StartQuestion.all.filter { $0.isAsked(self) }.map { question in
      let given = options.first { $0.name == question.option }?.text
      let answer = given ?? question.usual(self)
      let note = given == nil ? say("\(question.asks.said) (usual value)") : question.asks.said
      return Fact("--\(question.option)", [TextRun(answer)], note: note)
    }
  }
}

extension Session {
  /// The name that is asked for, else the first free one.
  fileprivate func storeName(_ words: some Collection<Word>, _ invocation: Invocation) throws(CommandFailure) -> String
  {
    guard let word = words.first else {
      let taken = Set(Files.names(in: resolve(".")))
      return (["my-store"] + (2...999).map { "my-store-\($0)" }).first { !taken.contains($0 + ".yaml") } ?? "my-store"
    }
    guard words.count == 1 else {
      throw invocation.failure(
        say("unexpected word"), at: words[words.index(after: words.startIndex)].span,
        help: say("write: \(invocation.spec.saidSyntax)"))
    }
    let stem = word.text.hasSuffix(".yaml") ? String(word.text.dropLast(5)) : word.text
    if let fault = EntityName.fault(stem, at: word.span) { throw invocation.failure(fault) }
    // Better known before anybody has answered eight questions.
    if !invocation.has("force"), Files.exists(resolve(stem + ".yaml")) {
      throw invocation.failure(
        say("\(stem).yaml exists"), at: word.span, help: say("give another name, or add --force to overwrite it"))
    }
    return stem
  }
}
