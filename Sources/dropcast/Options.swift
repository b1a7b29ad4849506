import ArgumentParser
import Terminal

/// The process's own options; everything behind the first word is the command language's.
struct Options: ParsableArguments {
  static let version = "0.1.0"

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

  @Flag(help: "Keep no history of typed lines.")
  var noHistory = false

  @Flag(help: "Leave out notices.")
  var quiet = false

  @Flag(help: "Print the version.")
  var version = false

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp(
      "FILE.yaml opens the shell on a scenario; VERB FILE.yaml … runs one command; script FILE.drop runs a script.",
      valueName: "words"))
  var words: [String] = []
}

extension ColourChoice: ExpressibleByArgument {}
