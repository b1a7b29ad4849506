import ArgumentParser
import Terminal

/// The process's own options; everything behind the first word is the command language's.
struct Options: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "dropcast",
    abstract: "Runs a dropshipping store through thousands of possible futures.",
    usage: """
      dropcast                                      the shell; without a terminal, commands from standard input
      dropcast lamp.yaml                            the shell, on a scenario
      dropcast script check.drop [NAME=VALUE ...]   a script
      dropcast -c 'load lamp.yaml; run'             commands
      dropcast run lamp.yaml [--json ...]           one command: its words, the scenario behind the verb
      """,
    discussion: "In the shell, help lists the commands.")

  @Option(name: .short, help: ArgumentHelp("Run commands and leave; may be repeated.", valueName: "commands"))
  var command: [String] = []

  @Option(help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
  var color: ColourChoice = .automatic

  @Option(help: ArgumentHelp("Columns to fit answers into.", valueName: "columns"))
  var width: Int?

  @Flag(help: "Answer as JSON wherever there is data.")
  var json = false

  @Flag(help: "Only ASCII characters in tables and charts.")
  var ascii = false

  @Flag(help: "In scripts, go on after errors; the exit code still tells of them.")
  var keepGoing = false

  @Option(help: ArgumentHelp("A script to begin the shell with, instead of init.drop.", valueName: "file"))
  var `init`: String?

  @Flag(help: "Begin the shell without init.drop and without what ui has kept.")
  var noInit = false

  @Flag(help: "Keep no history of typed lines.")
  var noHistory = false

  @Flag(help: "Leave out notices.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "Print the manual (man), the reference of commands, parameters or metrics, or completion for bash, zsh or fish.",
      valueName: "what"))
  var print: String?

  @Flag(help: "Print the version.")
  var version = false

  @Argument(
    parsing: .captureForPassthrough,
    help: .hidden)
  var words: [String] = []
}

extension ColourChoice: ExpressibleByArgument {}
