import Commands
import Glibc
import Language
import Reports
import Terminal

/// How answers are to look now, and whether they can still be given: what is to be known while the session is at work, when
/// nobody else may look at it.
private final class Screen {
  var look = Look()
  /// Why nothing can be written any more. Work that nobody will see then ends between two commands.
  var loss: Output.Failure?
}

/// Joins a session to the terminal: lines in, answers out.
struct Host {
  var session: Session
  let options: Options
  private let output: TerminalInfo
  private let screen = Screen()

  init(_ options: Options) {
    self.options = options
    output = TerminalInfo(
      descriptor: STDOUT_FILENO, width: options.width, environment: ProcessEnvironment.value)
    var surroundings = Surroundings()
    surroundings.home = ProcessEnvironment.value("HOME")
    surroundings.stateDirectory = StateDirectory.path
    surroundings.memory = { MemoryRoom.now }
    surroundings.usesUnicode = output.isUTF8 || !output.isTerminal
    surroundings.beginWork = Self.beginWork
    surroundings.lookChanged = { [screen] in screen.look = $0 }
    surroundings.isInterrupted = { [screen] in Interrupts.isRequested || screen.loss != nil }
    surroundings.pause = { [screen] in Self.pause() && screen.loss == nil }
    surroundings.key = { [output] in output.isTerminal ? KeyPress.next() : nil }
    surroundings.openScript = { path throws(Files.Problem) in try ScriptFile.rows(of: path) }
    surroundings.configDirectory = ConfigDirectory.path
    surroundings.version = Options.version
    surroundings.program = Self.ownPath
    // Whoever has answers go to a file or a program keeps what is wanted of them.
    surroundings.keepsRuns = output.isTerminal
    surroundings.runsPlace = RunsPlace(ProcessEnvironment.value("DROPCAST_RUNS"))
    surroundings.clock = { Int(time(nil)) }
    surroundings.tongue = Tongue.current
    surroundings.cells = CursorProbe.cells
    session = Session(surroundings: surroundings)
    session.answersAsJSON = options.json
    applyOptions()
  }

  /// What was asked for on the command line goes before what `ui` has kept.
  private mutating func applyOptions() {
    if options.ascii { session.look.glyphs = .ascii }
    switch options.color {
    case .automatic: break
    case .always: session.look.colour = .on
    case .never: session.look.colour = .off
    }
  }

  /// Where this program lies.
  private static var ownPath: String {
    guard let path = realpath("/proc/self/exe", nil) else { return "dropcast" }
    defer { free(path) }
    return String(cString: path)
  }

  /// A moment in which Ctrl-C asks for an end instead of making one.
  private static func pause() -> Bool {
    Interrupts.begin()
    defer { Interrupts.end() }
    for _ in 0..<10 {
      usleep(20_000)
      if Interrupts.isRequested || Interrupts.endingSignal != nil { return false }
    }
    return true
  }

  /// Long work can be stopped, and shows how far it is.
  private static func beginWork(_ label: String, _ total: Int, _ glyphs: Surface.Glyphs) -> WorkWatch {
    Interrupts.begin()
    let progress = Progress(label: label, total: total, isASCII: glyphs == .ascii)
    return WorkWatch(
      shouldStop: { Interrupts.isRequested || Interrupts.endingSignal != nil },
      progress: { progress.update(done: $0) },
      showFirst: progress.isShown
        ? { sentences in
          let surface = Surface(width: progress.columns, glyphs: glyphs)
          progress.tell(sentences.flatMap { $0.escapedForDisplay.wrapped(on: surface) }.map { "  " + $0 } + [""])
        } : nil,
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
        return misuse(
          say("unexpected word: \(extra)"), say("put the commands after -c in quotes: -c 'load lamp.yaml; run'"))
      }
      session.answersAsJSON = true
    }
    session.keepsGoing = options.keepGoing
    var failure: Int32 = 0
    for command in commands {
      let ending = perform(Source(name: "<command>", text: command))
      guard let code = exitCode(ending) else { continue }
      guard options.keepGoing, case .failed = ending, code <= 3, screen.loss == nil else { return code }
      failure = code
    }
    return failure
  }

  /// `dropcast run x.yaml --plan`: the words of the process are those of the command, its file is loaded first.
  mutating func runVerb(_ words: [String]) -> Int32 {
    var words = words
    if Catalogue.find(words[0])?.verb == "mcp" { session.surroundings.messages = ProgramPipe.open() }
    let need = Catalogue.find(words[0])?.scenario ?? .never
    let namesFile = words.count > 1 && (need == .always ? !words[1].hasPrefix("--") : Self.isScenarioFile(words[1]))
    // A run in a folder has its scenario there.
    let hasOwn = RunFolder.named(by: words) != nil
    if need == .always && !(hasOwn && !Self.isScenarioFile(words[1])) || (need == .sometimes && namesFile) {
      guard namesFile else {
        return misuse(say("\(words[0]) needs a scenario"), say("write: dropcast \(words[0]) FILE.yaml …"))
      }
      let path = words.remove(at: 1)
      do throws(CommandFailure) {
        let answer = try session.load(path)
        for notice in answer.notices { tell(notice) }
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
    let rest = word.filter { !"*<>!,()".contains($0) && !(isCondition && $0 == " ") }
    let isBalanced = word.count { $0 == "(" } == word.count { $0 == ")" }
    return isBalanced && !rest.isEmpty && Journal.quoted(rest) == rest ? word : Journal.quoted(word)
  }

  /// `dropcast script x.drop budget=40`
  mutating func runScript(_ words: [String]) -> Int32 {
    let operands = words.filter { !$0.hasPrefix("--") }
    guard !operands.isEmpty else { return misuse(say("script needs a file"), say("write: dropcast script FILE.drop")) }
    if let extra = operands.dropFirst().first(where: { !$0.contains("=") }) {
      return misuse(say("unexpected word: \(extra)"), say("after the file name, set variables: NAME=VALUE"))
    }
    let flags = options.keepGoing ? ["--keep-going"] : []
    let line = (["script"] + words + flags).map(Journal.quoted).joined(separator: " ")
    return exitCode(perform(Source(name: "<command>", text: line))) ?? 0
  }

  /// The shell where somebody types, else standard input as a script.
  mutating func runStandardInput(loading path: String?) -> Int32 {
    let isTyped = isatty(STDIN_FILENO) == 1 && output.isTerminal
    let history = options.noHistory || !isTyped ? nil : History.file
    guard isTyped, let editor = LineEditor(program: "dropcast", history: history) else {
      if let path, let code = load(path) { return code }
      let rows = ScriptFile.rows(ofDescriptor: STDIN_FILENO)
      let keepsGoing = options.keepGoing
      let ending = withReplies { session, reply in
        session.perform(rows, named: "<stdin>", keepsGoing: keepsGoing, reply: reply)
      }
      return exitCode(ending) ?? 0
    }
    defer { editor.close() }
    session.surroundings.isInteractive = true
    session.surroundings.remembered = history?.entries ?? []
    session.surroundings.terminalFacts = terminalFacts(editor)
    if let notice = history?.notice { tell(notice) }
    begin()
    return session.tongue.speaking { converse(editor, on: path) }
  }

  /// The shell: a scenario or the first line, then the prompt.
  private mutating func converse(_ editor: LineEditor, on path: String?) -> Int32 {
    if let path {
      _ = load(path)
    } else {
      // Nothing wraps what is said: no row may be wider than the smallest window.
      tell(say("dropcast \(Options.version) · help: main commands · Ctrl-D: leave").spelt(session.glyphs))
      tell(say("start: sets up your store · new my-store: a sample · load FILE.yaml: opens it").spelt(session.glyphs))
    }
    for notice in session.welcome(isLoaded: path != nil) { tell(notice) }
    return Prompt(editor).run(&self)
  }

  /// Settings that `ui` has kept, then the operator's own beginning. Only where somebody types: a script means the same
  /// for everybody.
  private mutating func begin() {
    if !options.noInit {
      if let path = session.lookFile { beginWith(path, isOptional: true) }
      applyOptions()
    }
    if let path = options.`init` {
      beginWith(path, isOptional: false)
    } else if !options.noInit, let directory = ConfigDirectory.path {
      beginWith(directory + "/init.drop", isOptional: true)
    }
  }

  private mutating func beginWith(_ path: String, isOptional: Bool) {
    if isOptional, !Files.exists(path) { return }
    do throws(Files.Problem) {
      let rows = try ScriptFile.rows(ofRegular: path)
      // Settings are shown by ui.
      let isSilent = path == session.lookFile
      // Nobody types this: verbs are whole, and ui keeps nothing.
      session.surroundings.isInteractive = false
      _ = withReplies { session, reply in
        session.perform(rows, named: path) { answer in
          if case .document = answer, isSilent { return }
          reply(answer)
        }
      }
      session.surroundings.isInteractive = true
    } catch {
      reply(.failure(CommandFailure([Finding(.error, error.message, help: error.help, source: path)])))
    }
  }

  /// Loads before anything else; the exit code if that fails.
  private mutating func load(_ path: String) -> Int32? {
    do throws(CommandFailure) {
      let answer = try session.load(path)
      session.noteLoaded(path)
      for notice in answer.notices { tell(notice) }
      if session.surroundings.isInteractive {
        reply(.document(answer.document))
        if let hint = answer.hint { reply(.advice(Document([.blank, .paragraph([.dim(hint)])]))) }
      }
      return nil
    } catch {
      reply(.failure(error))
      return error.reason.exitCode
    }
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
    case .failed(let code):
      let isStopped = code == CommandFailure.Reason.interrupted.exitCode
      return isStopped && !Interrupts.isRequested ? lostOutputCode ?? code : code
    case .done: return lostOutputCode
    case .quit: return lostOutputCode ?? 0
    }
  }

  /// The exit code where answers could not be given; nil while they can.
  var lostOutputCode: Int32? { screen.loss?.exitCode }

  /// Asked anew for each answer: the window and the settings may have changed.
  var surface: Surface {
    let size = TerminalSize(descriptor: STDOUT_FILENO, width: options.width, environment: ProcessEnvironment.value)
    return Surface(
      width: size.columns, rows: output.isTerminal ? size.rows : nil, isWidthAsked: options.width != nil,
      colour: colour.surfaceColour, glyphs: screen.look.glyphs(usesUnicode: session.surroundings.usesUnicode),
      isPlain: screen.look.isPlain)
  }

  /// What the operator chose, else what the stream shows.
  var colour: ColourDepth {
    let choice: ColourChoice =
      switch screen.look.colour {
      case .auto: .automatic
      case .on: .always
      case .off: .never
      }
    return ColourDepth(choice: choice, isTerminal: output.isTerminal, environment: ProcessEnvironment.value)
  }

  /// Are dim words behind the cursor wanted, and to be told from typed ones?
  var showsHints: Bool {
    switch screen.look.hints {
    case .auto: colour != .none && !screen.look.isPlain
    case .on: true
    case .off: false
    }
  }

  func reply(_ reply: Reply) {
    switch reply {
    case .document(let document): show(document.rendered(on: surface))
    case .advice(let document): write(document.rendered(on: surface), to: .standard)
    case .data(let text): write(text, to: .standard)
    case .notice(let text): tell(text)
    case .failure(let failure) where failure.reason == .interrupted:
      // Nothing is wrong with what was typed.
      write(failure.findings.map { $0.message + "\n" }.joined(), to: .standardError)
    case .failure(let failure):
      let surface = surface
      // Who reads errors with a program looks for whole lines.
      let wrapping: (String) -> [String] = { surface.keepsRowsWhole ? [$0] : $0.wrapped(on: surface) }
      let texts = failure.findings.map { finding in
        finding.source == Prompt.sourceName
          ? finding.renderedAtPrompt(width: surface.width, wrapping)
          : finding.rendered(width: surface.width, wrapping)
      }
      write(texts.map { $0 + "\n" }.joined(), to: .standardError)
    }
  }

  /// An answer to read: a screenful at a time for whoever sits there.
  private func show(_ text: String) {
    guard session.surroundings.isInteractive, screen.look.pager != .off else { return write(text, to: .standard) }
    let size = TerminalSize(descriptor: STDOUT_FILENO, environment: ProcessEnvironment.value)
    do throws(Output.Failure) { try Pager(size).show(text) } catch { lose(error) }
  }

  func tell(_ text: String) {
    if !options.quiet { write((text + "\n").escapedLines, to: .standardError) }
  }

  /// Unsaved changes are gone. No option silences that, and the screen may be gone too.
  func tellLost(_ problem: Files.Problem) {
    let text = say("unsaved changes are lost: \(problem.message)")
    try? Output.standardError.write("dropcast: \(text)\n".escapedLines)
  }

  func misuse(_ message: String, _ help: String) -> Int32 {
    write("dropcast: \(message.boundedForMessage)\n  \(help)\n".escapedLines, to: .standardError)
    return 2
  }

  private func write(_ text: String, to output: Output) {
    guard screen.loss == nil else { return }
    do throws(Output.Failure) { try output.write(text) } catch { lose(error) }
  }

  private func lose(_ failure: Output.Failure) {
    failure.tell()
    screen.loss = failure
  }
}

extension RunsPlace {
  /// As the environment asks: a file, `off`, or nothing for the usual place.
  fileprivate init(_ wish: String?) {
    self =
      switch wish {
      case nil, "": .besideScenario(dataDirectory: DataDirectory.path)
      case "off": .nowhere
      case let file?: .file(file)
      }
  }
}

extension Output {
  /// Nothing can be said any more where answers cannot be written.
  func writeOrLeave(_ text: String) {
    do throws(Failure) {
      try write(text)
    } catch {
      error.tell()
      exit(error.exitCode)
    }
  }
}

extension Output.Failure {
  /// 141 is what a shell sees of programs that end with their reader.
  fileprivate var exitCode: Int32 {
    switch self {
    case .readerIsGone: 128 + SIGPIPE
    case .failed: 1
    }
  }

  /// A reader that has gone, such as `head`, wants to hear nothing more.
  fileprivate func tell() {
    guard case .failed(let code) = self else { return }
    let reason = Files.reason(code, "").message
    try? Output.standardError.write("dropcast: \(say("cannot write the answer: \(reason)"))\n")
  }
}

extension String {
  /// As the lines of a paragraph, without their indentation.
  fileprivate func wrapped(on surface: Surface) -> [String] {
    let plain = Surface(width: surface.width, glyphs: surface.glyphs)
    return Document([.paragraph([TextRun(self)])]).rendered(on: plain).split(separator: "\n")
      .map { String($0.trimmingPrefix { $0 == " " }) }
  }

  /// In ASCII where that is all that is shown.
  fileprivate func spelt(_ glyphs: Surface.Glyphs) -> String {
    glyphs == .ascii ? replacing(" ·", with: " |") : self
  }

  /// Safe for a terminal, line by line.
  var escapedLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map(\.escapedForDisplay).joined(separator: "\n")
  }
}

extension Finding {
  /// What was typed stands right above: only where in it, what is wrong, and what to do.
  fileprivate func renderedAtPrompt(width: Int, _ wrapping: (String) -> [String]) -> String {
    var lines = [message, help].compactMap(\.self).flatMap { wrapping($0.escapedForDisplay) }.map { "  " + $0 }
    if let (line, carets) = markedExcerpt(width: width) { lines = [line, carets] + lines }
    return lines.joined(separator: "\n")
  }
}

extension ScriptReader.Problem {
  var words: String {
    switch self {
    case .notUTF8: say("this is not UTF-8 text")
    case .tooLong: say("the line is longer than 1 MiB")
    case .unreadable(let code): say("cannot be read: \(Files.reason(code, "").message)")
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
