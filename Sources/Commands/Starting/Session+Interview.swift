import Disk
import Language
import Reports
import Scenarios

extension Session {
  /// Is somebody being asked, so that a line is an answer?
  package var isInterviewing: Bool { interview != nil }

  /// What may be answered.
  var interviewCompletions: [(word: String, meaning: String)] { interview?.completions ?? [] }

  /// Leaves the questions; nothing is written.
  package mutating func leaveInterview() -> String? {
    guard interview != nil else { return nil }
    interview = nil
    return say("you stopped before the last question, so nothing was written")
  }

  /// Takes a line as the answer to what is being asked.
  mutating func answerInterview(_ source: Source, _ reply: (Reply) -> Void) -> Ending {
    guard var interview else { return .done }
    let step: Interview.Step
    do throws(Fault) {
      step = try interview.take(source.fragment)
    } catch {
      return fail(CommandFailure([Finding(error, in: source)]), reply)
    }
    self.interview = interview
    switch step {
    case .ask: reply(.document(interview.document))
    case .explain: reply(.document(interview.explanation))
    case .stopped:
      if let notice = leaveInterview() { reply(.notice(notice)) }
    case .done:
      self.interview = nil
      do throws(CommandFailure) {
        return try makeStore(interview.request, interview.answers, reply) { message, help in
          CommandFailure([Finding(.error, message, help: help, at: source.fragment.span, in: source)])
        }
      } catch {
        return fail(error, reply)
      }
    }
    return .done
  }

  /// Writes the store, opens it, and runs it.
  mutating func makeStore(
    _ request: StoreRequest, _ answers: StoreAnswers, _ reply: (Reply) -> Void,
    failure: (String, String?) -> CommandFailure
  ) throws(CommandFailure) -> Ending {
    let file = request.name + ".yaml"
    let again = answers.command(request.name)
    if let orders = answers.ordersBeyondAds {
      throw failure(
        say("with these ads, \(NumberFormat().text(orders, .number)) a day is too many orders"),
        say(
          "in the simulation, at most 60 of 100 visitors buy, and some orders are repeat orders, which need no ads: change the ad budget or the number of orders; to keep your other answers, change only these in: \(again)"
        ))
    }
    do throws(Files.Problem) {
      let text = answers.starter.text(named: request.name, answers.wishes)
      try Files.write(text, to: resolve(file), over: request.mayOverwrite ? .anything : .nothing)
    } catch {
      throw failure(
        say("cannot write \(file): \(error.message)"), say("to give the same answers again, write: \(again)"))
    }
    var loaded = try load(file)
    loaded.document.blocks.insert(.paragraph([TextRun(say("written: \(file)"))]), at: 0)
    for notice in loaded.notices { reply(.notice(notice)) }
    if isTyped, nesting.isOutermost {
      loaded.document.blocks.append(.paragraph([.dim(say("to do the same without questions, write: \(again)"))]))
    }
    reply(.document(loaded.document))
    var lines = ["run" + (request.paths.map { " \($0)" } ?? "")]
    // A niche is written in dollars, as the article describes it.
    if answers.starter.preset == nil, let dollars = answers.wishes.budgetDollars {
      lines = ["set cash.budget = \(dollars.plain) \(StartMoney.currency)", "save"] + lines
    }
    if nesting.isOutermost, isTyped { journal.append(Journal.Entry(text: again)) }
    for line in lines {
      let source = Source(name: "<start>", text: line)
      let commands: CommandLine
      do throws(Fault) {
        commands = try CommandLine(parsing: source.fragment)
      } catch {
        throw CommandFailure([Finding(error, in: source)])
      }
      let ending = perform(commands.commands, in: source, reply)
      if ending != .done { return ending }
    }
    return .done
  }
}

extension StoreAnswers {
  /// The orders a day of a shop that sells already, where its ads are too few for them; or where repeat orders are more.
  fileprivate var ordersBeyondAds: Double? {
    guard let shop = wishes.running, let text = starter.preset.flatMap({ StarterText($0, wishes) }),
      RunningNumbers(text, shop).share == nil
    else { return nil }
    return shop.orders
  }

  /// The command that makes the same store without asking.
  func command(_ name: String) -> String {
    (["start", Journal.quoted(name)] + options.flatMap { ["--\($0.name)", Journal.quoted($0.text)] }).joined(
      separator: " ")
  }
}
