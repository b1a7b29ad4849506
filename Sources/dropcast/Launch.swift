import ArgumentParser
import Commands
import Glibc
import Language
import Terminal

/// Decides what the process was started for and sets the exit code.
enum Launch {
  /// Exit codes: 0 done, 1 a command failed, 2 the process was misused, 3 a failed assert, 128+n signals.
  static func run(_ arguments: [String]) -> Int32 {
    var arguments = arguments
    let tongue = takeTongue(&arguments) ?? Tongue(environment: ProcessEnvironment.value)
    return tongue.speaking {
      guard let refusal = MemoryRoom.refusalToBegin else { return Interpreter.speaking { perform(arguments) } }
      try? Output.standardError.write("dropcast: \(refusal)\n")
      return 1
    }
  }

  /// Takes `--lang zh` out, wherever it stands: even what is wrong with the other options is said in that language.
  private static func takeTongue(_ arguments: inout [String]) -> Tongue? {
    guard let place = arguments.firstIndex(where: { $0 == "--lang" || $0.hasPrefix("--lang=") }) else { return nil }
    let isJoined = arguments[place] != "--lang"
    let word = isJoined ? String(arguments[place].dropFirst(7)) : arguments.dropFirst(place + 1).first
    guard let tongue = word.flatMap(Tongue.init(locale:)) else { return nil }
    arguments.removeSubrange(place...(isJoined ? place : place + 1))
    return tongue
  }

  private static func perform(_ arguments: [String]) -> Int32 {
    let options: Options
    do {
      options = try Options.parse(Options.first(arguments))
    } catch {
      let isError = Options.exitCode(for: error) != .success
      let text = (said(Options.fullMessage(for: error)) + "\n").escapedLines
      (isError ? Output.standardError : Output.standard).writeOrLeave(text)
      return isError ? 2 : 0
    }
    if options.version {
      Output.standard.writeOrLeave("dropcast \(Options.version)\n")
      return 0
    }
    if let what = options.print { return Tongue.english.speaking { print(what) } }
    var host = Host(options)
    return start(options, &host)
  }

  private static func start(_ options: Options, _ host: inout Host) -> Int32 {
    if !options.command.isEmpty { return host.runCommands(options.command, words: options.words) }
    guard let first = options.words.first else { return host.runStandardInput(loading: nil) }
    // Whatever stands behind a first word is that word's; standing first, these two are ours.
    if first == "--help" || first == "-h" { return help() }
    if first.hasPrefix("-") { return host.misuse(say("no such option: \(first)"), optionSuggestion(first)) }
    if let command = Catalogue.find(first), options.words.dropFirst().contains(where: { $0 == "--help" || $0 == "-h" })
    {
      return host.runVerb(["help", command.verb])
    }
    if Catalogue.find(first)?.verb == "script" { return host.runScript(Array(options.words.dropFirst())) }
    if Catalogue.find(first) != nil { return host.runVerb(options.words) }
    guard options.words.count == 1 else { return host.misuse(say("unknown command: \(first)"), suggestion(first)) }
    if Files.exists(first) || first.hasSuffix(".yaml") || first.hasSuffix(".yml") {
      return host.runStandardInput(loading: first)
    }
    return host.misuse(say("neither a command nor a file: \(first)"), suggestion(first))
  }

  /// What is made of the catalogue for other programs.
  private static func print(_ what: String) -> Int32 {
    let options = Options.listed
    let text: String
    switch what {
    case "man": text = ManualPage.roff(options, version: Options.version)
    case "commands": text = ManualPage.markdown
    case "parameters": text = ReferencePage.parameters
    case "metrics": text = ReferencePage.metrics
    default:
      guard let script = CompletionScript(rawValue: what) else {
        let known = (["man", "commands", "parameters", "metrics"] + CompletionScript.allCases.map(\.rawValue)).joined(
          separator: ", ")
        try? Output.standardError.write(
          "dropcast: \(say("cannot print \(what.escapedForDisplay)"))\n  \(say("available: \(known)"))\n")
        return 2
      }
      text = script.text(options)
    }
    Output.standard.writeOrLeave(text)
    return 0
  }

  private static func help() -> Int32 {
    Output.standard.writeOrLeave(said(Options.helpMessage()) + "\n")
    return 0
  }

  /// The words of the library that reads the options.
  private static let borrowed = [
    "OVERVIEW:", "USAGE:", "OPTIONS:", "Usage:", "Error:", "Show help information.", "Unknown option",
    "Missing value for",
    "The value", "is invalid for", "(default:", "for more information.", "See 'dropcast --help'",
  ]

  private static func said(_ message: String) -> String {
    borrowed.reduce(message) { $0.replacing($1, with: $1.said) }
  }

  private static func optionSuggestion(_ word: String) -> String {
    let names = Options.listed.flatMap(\.names)
    let nearest = Nearest.names(to: String(word.prefix { $0 != "=" }), among: names)
    return nearest.isEmpty
      ? say("to list all options, type: dropcast --help") : say("nearest: \(nearest.joined(separator: ", "))")
  }

  private static func suggestion(_ word: String) -> String {
    let nearest = Nearest.names(to: word, among: Catalogue.commands.map(\.verb))
    return nearest.isEmpty
      ? say("to see how to start dropcast, type: dropcast --help") : say("nearest: \(nearest.joined(separator: ", "))")
  }
}

extension Interpreter {
  /// The terminal's texts are said in the language of the moment, too.
  fileprivate static func speaking<Result>(_ make: () -> Result) -> Result {
    $current.withValue(Interpreter { $0.said }, operation: make)
  }
}
