import Terminal

/// What the process was started with: its own options, and the words behind them.
struct Choices {
  var command: [String] = []
  var color = ColourChoice.automatic
  var width: Int?
  var json = false
  var ascii = false
  var keepGoing = false
  var `init`: String?
  var noInit = false
  var noHistory = false
  var quiet = false
  var print: String?
  var version = false
  var words: [String] = []

  init(_ options: Options) {
    (command, color, width, words) = (options.command, options.color, options.width, options.words)
    (json, ascii, keepGoing, quiet) = (options.json, options.ascii, options.keepGoing, options.quiet)
    (`init`, noInit, noHistory) = (options.`init`, options.noInit, options.noHistory)
    (print, version) = (options.print, options.version)
  }

  /// Reads what most processes are started with: flags, `-c` and words. The library that reads everything, and says what
  /// is wrong with it, takes longer to get ready than many a command to answer.
  /// - Returns: nil for anything else.
  init?(plain arguments: [String]) {
    var rest = arguments[...]
    while let option = rest.first, option.hasPrefix("-") {
      rest.removeFirst()
      if let flag = Self.flags[option] {
        self[keyPath: flag] = true
      } else if option == "-c", let commands = rest.popFirst(), !commands.hasPrefix("-") {
        command.append(commands)
      } else {
        return nil
      }
    }
    words = Array(rest)
  }

  private static var flags: [String: WritableKeyPath<Choices, Bool>] {
    [
      "--json": \.json, "--ascii": \.ascii, "--keep-going": \.keepGoing, "--no-init": \.noInit,
      "--no-history": \.noHistory, "--quiet": \.quiet, "--version": \.version,
    ]
  }
}
