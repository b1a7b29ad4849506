import Commands
import Glibc
import Language
import Reports
import Terminal

/// Joins a session to the terminal: lines in, answers out.
struct Host {
  var session: Session
  let options: Options
  private let output: TerminalInfo
  private var readerIsGone = false

  init(_ options: Options) {
    self.options = options
    output = TerminalInfo(
      descriptor: STDOUT_FILENO, width: options.width, colour: options.color, environment: ProcessEnvironment.value)
    var surroundings = Surroundings()
    surroundings.home = ProcessEnvironment.value("HOME")
    surroundings.stateDirectory = StateDirectory.path
    surroundings.memory = Self.memory
    surroundings.usesUnicode = !options.ascii && (output.isUTF8 || !output.isTerminal)
    surroundings.beginWork = Self.beginWork
    session = Session(surroundings: surroundings)
    session.answersAsJSON = options.json
  }

  /// Half of the machine's memory: a run that took all of it would be killed, and the session with it.
  private static var memory: Int { max(1 << 28, sysconf(Int32(_SC_PHYS_PAGES)) / 2 * sysconf(Int32(_SC_PAGESIZE))) }

  /// Long work can be stopped, and shows how far it is.
  private static func beginWork(_ label: String, _ total: Int) -> WorkWatch {
    Interrupts.begin()
    let progress = Progress(label: label, total: total)
    return WorkWatch(
      shouldStop: { Interrupts.isRequested || Interrupts.endingSignal != nil },
      progress: { progress.update(done: $0) },
      end: {
        progress.finish()
        Interrupts.end()
      })
  }

  // MARK: Ways to run

  /// `dropcast -c 'load x.yaml; run'`
  mutating func runCommands(_ commands: [String], words: [String]) -> Int32 {
    if let extra = words.first {
      guard words.count == 1, extra == "--json" else {
        return misuse("one word too many: \(extra)", "-c takes commands")
      }
      session.answersAsJSON = true
    }
    for command in commands {
      let ending = perform(Source(name: "<command>", text: command))
      if let code = exitCode(ending) { return code }
    }
    return 0
  }

  /// `dropcast run x.yaml --plan`: the words of the process are those of the command, its file is loaded first.
  mutating func runVerb(_ words: [String]) -> Int32 {
    var words = words
    let need = Catalogue.find(words[0])?.scenario ?? .never
    let namesFile = words.count > 1 && (need == .always ? !words[1].hasPrefix("--") : Self.isScenarioFile(words[1]))
    if need == .always || (need == .sometimes && namesFile) {
      guard namesFile else {
        return misuse("\(words[0]) needs a scenario", "write dropcast \(words[0]) FILE.yaml …")
      }
      let path = words.remove(at: 1)
      do throws(CommandFailure) {
        let answer = try session.load(path)
        for notice in answer.notices { say(notice) }
      } catch {
        reply(.failure(error))
        return error.reason.exitCode
      }
    }
    let line = words.map(Self.quoted).joined(separator: " ")
    return exitCode(perform(Source(name: "<command>", text: line))) ?? 0
  }

  private static func isScenarioFile(_ word: String) -> Bool { word.hasSuffix(".yaml") || word.hasSuffix(".yml") }

  /// A word of the process as a word of the language. Signs of conditions, ranges and lists keep their meaning; so do the
  /// blanks of a condition, which has to be quoted for the system's own shell: `'ruin <= 5%'`.
  private static func quoted(_ word: String) -> String {
    let isCondition = !word.hasPrefix("-") && word.contains { "<>".contains($0) }
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || "0123456789-_=./%+*<>!,()".unicodeScalars.contains(scalar)
        || isCondition && scalar == " "
    }
    let isBalanced = word.count { $0 == "(" } == word.count { $0 == ")" }
    if isPlain, isBalanced, !word.isEmpty { return word }
    return "\"" + word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// `dropcast script x.drop`
  mutating func runScript(_ words: [String]) -> Int32 {
    guard let path = words.first, words.count == 1 else {
      return misuse("script takes one file", "write dropcast script FILE.drop")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      reply(.failure(CommandFailure([Finding(.error, "cannot read the script: \(reason)", source: path)])))
      return 1
    }
    defer { close(descriptor) }
    session.surroundings.directory = Files.directory(of: path)
    return runLines(of: descriptor, named: path)
  }

  /// The shell where somebody types, else standard input as a script.
  mutating func runStandardInput(loading path: String?) -> Int32 {
    let history = options.noHistory ? nil : History.file
    let isTyped = isatty(STDIN_FILENO) == 1 && output.isTerminal
    guard isTyped, let editor = LineEditor(program: "dropcast", history: history) else {
      if let path, let code = load(path) { return code }
      return runLines(of: STDIN_FILENO, named: "<stdin>")
    }
    defer { editor.close() }
    session.surroundings.isInteractive = true
    if let notice = history?.notice { say(notice) }
    if let path {
      _ = load(path)
    } else {
      say("dropcast \(Options.version) · load FILE.yaml opens a scenario · help · Ctrl-D leaves")
    }
    return Prompt(editor).run(&self)
  }

  /// Loads before anything else; the exit code if that fails.
  private mutating func load(_ path: String) -> Int32? {
    do throws(CommandFailure) {
      let answer = try session.load(path)
      for notice in answer.notices { say(notice) }
      if session.surroundings.isInteractive {
        reply(.document(answer.document))
        if let hint = answer.hint { reply(.document(Document([.blank, .paragraph([.dim(hint)])]))) }
      }
      return nil
    } catch {
      reply(.failure(error))
      return error.reason.exitCode
    }
  }

  private mutating func runLines(of descriptor: Int32, named name: String) -> Int32 {
    var reader = ScriptReader(descriptor: descriptor)
    var script = ScriptRunner(name: name)
    while let row = reader.next() {
      if let signal = Interrupts.endingSignal { return 128 + signal }
      let ending: Session.Ending
      switch row.text {
      case .success(let text):
        ending = withReplies { session, reply in script.feed(text, number: row.number, to: &session, reply: reply) }
      case .failure(let problem):
        reply(.failure(CommandFailure([Finding(.error, "line \(row.number): \(problem.words)", source: name)])))
        ending = .failed(exitCode: 1)
      }
      if let code = exitCode(ending) { return code }
    }
    return exitCode(withReplies { session, reply in script.finish(&session, reply: reply) }) ?? 0
  }

  // MARK: Answers

  mutating func perform(_ source: Source) -> Session.Ending {
    withReplies { session, reply in session.perform(source, reply: reply) }
  }

  private mutating func withReplies(_ work: (inout Session, (Reply) -> Void) -> Session.Ending) -> Session.Ending {
    var session = session
    defer { self.session = session }
    return work(&session) { reply($0) }
  }

  /// The exit code at which to leave; nil to go on.
  private func exitCode(_ ending: Session.Ending) -> Int32? {
    if let signal = Interrupts.endingSignal { return 128 + signal }
    switch ending {
    case .done: return nil
    case .failed(let code): return code
    case .quit: return 0
    }
  }

  var surface: Surface {
    // Asked anew for each answer: the window may have changed.
    let size = TerminalSize(descriptor: STDOUT_FILENO, width: options.width, environment: ProcessEnvironment.value)
    return Surface(
      width: size.columns, rows: output.isTerminal ? size.rows : nil, colour: output.colour.surfaceColour,
      glyphs: session.surroundings.usesUnicode ? .unicode : .ascii)
  }

  func reply(_ reply: Reply) {
    switch reply {
    case .document(let document): write(document.rendered(on: surface), to: .standard)
    case .data(let text): write(text, to: .standard)
    case .notice(let text): say(text)
    case .failure(let failure) where failure.reason == .interrupted:
      // Nothing is wrong with what was typed.
      write(failure.findings.map { $0.message + "\n" }.joined(), to: .standardError)
    case .failure(let failure):
      let width = surface.width
      let texts = failure.findings.map { finding in
        finding.source == Prompt.sourceName ? finding.renderedAtPrompt(width: width) : finding.rendered(width: width)
      }
      write(texts.map { $0 + "\n" }.joined(), to: .standardError)
    }
  }

  func say(_ text: String) {
    if !options.quiet { write(text + "\n", to: .standardError) }
  }

  func misuse(_ message: String, _ help: String) -> Int32 {
    write("dropcast: \(message)\n  \(help)\n".escapedLines, to: .standardError)
    return 2
  }

  /// A reader that has gone, such as `head`, ends the program quietly.
  private func write(_ text: String, to output: Output) {
    do throws(Output.Failure) {
      try output.write(text)
    } catch {
      exit(error == .readerIsGone ? 0 : 1)
    }
  }
}

extension String {
  /// Safe for a terminal, line by line.
  fileprivate var escapedLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map(\.escapedForDisplay).joined(separator: "\n")
  }
}

extension Finding {
  /// What was typed stands right above: only where in it, what is wrong, and what to do.
  fileprivate func renderedAtPrompt(width: Int) -> String {
    var lines = [message, help].compactMap { $0.map { "  " + $0.escapedForDisplay } }
    if let (line, carets) = markedExcerpt(width: width) { lines = [line, carets] + lines }
    return lines.joined(separator: "\n")
  }
}

extension ScriptReader.Problem {
  var words: String {
    switch self {
    case .notUTF8: "this is not UTF-8 text"
    case .tooLong: "the line is longer than 1 MiB"
    case .unreadable(let code): "cannot be read: \(String(cString: strerror(code)))"
    }
  }
}

extension ColourDepth {
  fileprivate var surfaceColour: Surface.Colour {
    switch self {
    case .none: .none
    case .ansi16: .ansi16
    case .ansi256: .ansi256
    case .trueColour: .trueColour
    }
  }
}
