import ArgumentParser
import Commands
import Language
import Terminal

/// The process's own options; everything behind the first word is the command language's.
struct Options: ParsableCommand {
  static let version = "0.2.0"

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "dropcast",
      abstract: say("Runs a dropshipping store through thousands of possible futures."),
      usage: say(
        "dropcast                                      the shell; if commands are piped in, it only runs those\ndropcast lamp.yaml                            the shell, with a scenario loaded\ndropcast script check.drop [NAME=VALUE ...]   a script\ndropcast -c 'load lamp.yaml; run'             commands\ndropcast run lamp.yaml [--json ...]           a single command, followed by its scenario"
      ),
      discussion: say("In the shell, type help to list the commands."))
  }

  @Option(
    name: .short,
    help: ArgumentHelp(say("Run these commands and exit; can be given several times."), valueName: "commands"))
  var command: [String] = []

  @Option(help: ArgumentHelp(say("Colour: auto, always or never."), valueName: "when"))
  var color: ColourChoice = .automatic

  @Option(help: ArgumentHelp(say("Language: en or zh; by default, that of your system."), valueName: "language"))
  var lang: LanguageWord?

  @Option(help: ArgumentHelp(say("Width of answers, in columns."), valueName: "columns"))
  var width: Int?

  @Flag(help: ArgumentHelp(say("Answer in JSON whenever an answer contains data.")))
  var json = false

  @Flag(help: ArgumentHelp(say("Use only ASCII characters in tables and charts.")))
  var ascii = false

  @Flag(help: ArgumentHelp(say("In scripts, continue after errors; the exit code still reports them.")))
  var keepGoing = false

  @Option(help: ArgumentHelp(say("A script to run when the shell starts, instead of init.drop."), valueName: "file"))
  var `init`: String?

  @Flag(
    help: ArgumentHelp(say("Start the shell without init.drop and without the settings saved by ui."))
  )
  var noInit = false

  @Flag(help: ArgumentHelp(say("Do not save the lines you type.")))
  var noHistory = false

  @Flag(help: ArgumentHelp(say("Hide notices.")))
  var quiet = false

  @Option(
    help: ArgumentHelp(
      say(
        "Print the manual (man), a reference (commands, parameters, metrics) or a completion script (bash, zsh, fish)."),
      valueName: "what"))
  var print: String?

  @Flag(help: ArgumentHelp(say("Print the version.")))
  var version = false

  @Argument(
    parsing: .captureForPassthrough,
    help: .hidden)
  var words: [String] = []
}

extension Options {
  /// As its help lists them.
  static var listed: [ProcessOption] {
    // So wide that no row is wrapped.
    ProcessOption.all(
      in: helpMessage(columns: 1000),
      choices: ["--lang": [LanguageWord.en, .zh].map(\.rawValue), "--color": ColourChoice.allCases.map(\.rawValue)])
  }

  /// How answers look, and whether to go on after errors, is asked for wherever one thinks of it, also behind the verb.
  /// No command has options of these names but `script`, whose `--keep-going` means the same.
  private static let anywhere: Set = ["--ascii", "--quiet", "--keep-going", "--width", "--color"]
  private static let withValue: Set = ["--width", "--color"]

  /// The arguments with those options before everything else.
  static func first(_ arguments: [String]) -> [String] {
    var (own, rest): ([String], [String]) = ([], [])
    var left = arguments[...]
    while let word = left.popFirst() {
      guard anywhere.contains(String(word.prefix { $0 != "=" })) else {
        rest.append(word)
        continue
      }
      own.append(word)
      guard withValue.contains(word) else { continue }
      // Without its value nothing else is to be taken for it.
      guard let value = left.popFirst() else { return [word] }
      own.append(value)
    }
    return own + rest
  }
}

extension ColourChoice: ExpressibleByArgument {}

/// The words for a language in the help; they are taken out before the options are read.
enum LanguageWord: String, ExpressibleByArgument { case en, zh }
