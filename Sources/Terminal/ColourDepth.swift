/// Whether the user wants colour.
package enum ColourChoice: String, Equatable, Sendable, CaseIterable {
  case automatic = "auto"
  case always
  case never
}

/// How many colours a stream shows.
package enum ColourDepth: Int, Comparable, Sendable, CaseIterable {
  case none
  case ansi16
  case ansi256
  case trueColour

  package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

  /// Whether: the user's choice; else never if `NO_COLOR` is set and not empty (no-color.org); else always if
  /// `FORCE_COLOR` (force-color.org) or `CLICOLOR_FORCE` is; else on a terminal that is not dumb. How many: 24 bits only
  /// if `COLORTERM` says so, 256 colours if `TERM` does, else 16.
  package init(choice: ColourChoice, isTerminal: Bool, environment: (String) -> String?) {
    func isSet(_ name: String) -> Bool { environment(name).map { $0 != "" } ?? false }
    let terminal = environment("TERM") ?? ""
    let isWanted =
      switch choice {
      case .always: true
      case .never: false
      case .automatic where isSet("NO_COLOR"): false
      case .automatic where isSet("FORCE_COLOR") || isSet("CLICOLOR_FORCE"): true
      case .automatic: isTerminal && terminal != "" && terminal != "dumb"
      }
    if !isWanted {
      self = .none
    } else if ["truecolor", "24bit"].contains(environment("COLORTERM")) {
      self = .trueColour
    } else {
      self = terminal.contains("256color") ? .ansi256 : .ansi16
    }
  }
}
