import Language
import Reports
import Scenarios

extension ProgramServer {
  /// What `tools/call` answers: the same bytes as the command with `--json`, or why there are none.
  func call(_ request: ProgramMessage.Request) throws(ProgramFault) -> JSON? {
    guard let name = request.parameters["name"]?.string else { throw .invalidParameters(say("which tool?")) }
    guard let tool = CommandTool.all.first(where: { $0.spec.verb == name }) else {
      throw .invalidParameters(
        say("no such tool: \(name.shortened(to: 80))")
          + (Invocation.suggestion(name.shortened(to: 80), CommandTool.all.map(\.spec.verb)).map { "; " + $0 } ?? ""))
    }
    let id = request.id?.text() ?? ""
    let effort = ProgramEffort(limits) { [isWithdrawn = channel.isWithdrawn] in isWithdrawn(id) }
    var outcome = ToolOutcome()
    do throws(ToolRefusal) {
      let call = try tool.call(request.parameters["arguments"] ?? .object([]))
      try perform(call, effort, &outcome)
    } catch {
      outcome.errors.append(error.text)
    }
    switch effort.end {
    case .withdrawn: return nil
    case .tooManyWorlds(let count):
      let (asked, most) = (NumberFormat().count(count), NumberFormat().count(limits.worlds))
      outcome.errors = [
        ToolRefusal(
          say("this takes \(asked) worlds; at most \(most) are allowed per request"), help: say("ask for fewer worlds")
        )
        .text
      ]
    case .tooLong:
      outcome.errors = [
        ToolRefusal(
          say("this takes longer than \(limits.seconds) s"), help: say("ask for fewer worlds or months")
        ).text
      ]
    case nil: break
    }
    return outcome.result(of: tool)
  }

  private func perform(
    _ call: CommandTool.Call, _ effort: ProgramEffort, _ outcome: inout ToolOutcome
  ) throws(ToolRefusal) {
    var session = Session(surroundings: quiet(effort))
    var path: String?
    if let scenario = call.scenario {
      do throws(Files.Problem) {
        path = try folder.file(scenario)
      } catch { throw ToolRefusal("\(scenario.shortened(to: 200)): \(error.message)", help: error.help) }
    }
    Files.confined(to: folder.path) {
      do throws(CommandFailure) {
        if let path { outcome.notices += try session.load(path).notices }
      } catch {
        return outcome.add(error)
      }
      if let run = call.run {
        // What it answers was not asked for; what is wrong with it is told.
        _ = session.perform(Source(name: ToolRefusal.source, text: "run " + run)) { outcome.addFailure($0) }
        guard outcome.errors.isEmpty else { return }
      }
      session.answersAsJSON = true
      _ = session.perform(Source(name: ToolRefusal.source, text: call.line)) { outcome.add($0) }
    }
  }

  /// Nothing of the operator's: no home, no kept runs, no settings. Work ends at the limits.
  private func quiet(_ effort: ProgramEffort) -> Surroundings {
    var quiet = Surroundings()
    quiet.directory = folder.path
    quiet.version = surroundings.version
    quiet.tongue = surroundings.tongue
    quiet.usesUnicode = surroundings.usesUnicode
    // Asked before the request is confined to its folder: the system tells it in files.
    let room = surroundings.memory()
    quiet.memory = { room }
    quiet.mostDays = limits.days
    quiet.isInterrupted = { effort.end != nil }
    quiet.openScript = { _ throws(Files.Problem) in throw Files.outside }
    quiet.beginWork = { _, total, _ in
      effort.add(worlds: total)
      return WorkWatch(shouldStop: { effort.end != nil })
    }
    return quiet
  }
}

/// What a call came to.
private struct ToolOutcome {
  var data: [String] = []
  var notices: [String] = []
  var errors: [String] = []

  mutating func add(_ reply: Reply) {
    switch reply {
    case .data(let text): data.append(text)
    case .notice(let text): notices.append(text)
    // What it says, it says as data.
    case .document, .advice: break
    case .failure: addFailure(reply)
    }
  }

  mutating func addFailure(_ reply: Reply) {
    if case .failure(let failure) = reply { add(failure) }
  }

  mutating func add(_ failure: CommandFailure) { errors += failure.findings.map { $0.rendered() } }

  func result(of tool: CommandTool) -> JSON {
    guard errors.isEmpty, let text = data.first, data.count == 1 else {
      let words = errors.isEmpty ? [ToolRefusal(say("this command has no data to return")).text] : errors
      return ["content": content(words), "isError": true]
    }
    var members: [JSON.Member] = [JSON.Member("content", content([text] + notices))]
    if tool.spec.answer?.isObject == true, let value = try? JSON(reading: text) {
      members.append(JSON.Member("structuredContent", value))
    }
    return .object(members + [JSON.Member("isError", false)])
  }

  private func content(_ texts: [String]) -> JSON {
    .array(texts.map { ["type": "text", "text": .string($0)] })
  }
}
