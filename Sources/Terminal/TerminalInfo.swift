import CEdit
import Glibc

/// What is known of a stream that text will be written to.
package struct TerminalInfo: Equatable, Sendable {
  package let isTerminal: Bool
  package let size: TerminalSize
  package let colour: ColourDepth
  /// Whether characters beyond ASCII will be shown, as far as the locale tells.
  package let isUTF8: Bool

  /// - Parameters:
  ///   - width: the user's own wish for the number of columns.
  ///   - colour: the user's own wish for colour.
  package init(
    descriptor: Int32, width: Int? = nil, colour: ColourChoice = .automatic,
    environment: (String) -> String? = ProcessEnvironment.value
  ) {
    isTerminal = isatty(descriptor) == 1
    size = TerminalSize(descriptor: descriptor, width: width, environment: environment)
    self.colour = ColourDepth(choice: colour, isTerminal: isTerminal, environment: environment)
    isUTF8 = Self.isUTF8(environment: environment)
  }

  /// By the variables that name the character set; the first that is set and not empty decides (POSIX, 8.2).
  package static func isUTF8(environment: (String) -> String?) -> Bool {
    let deciding = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap(environment).first { $0 != "" }
    let locale = (deciding ?? "").lowercased()
    return locale.contains("utf-8") || locale.contains("utf8")
  }
}

/// Rows and columns of text.
package struct TerminalSize: Equatable, Sendable {
  /// At least 1 and at most 10,000.
  package let columns: Int
  /// At least 1 and at most 1,000; nil where text runs on without end, as in a pipe.
  package let rows: Int?

  /// Columns: the user's wish, else what the terminal says, else `COLUMNS`, else 80; without a terminal the user's wish
  /// or 100, whatever the environment, so that what a pipe gets does not depend on the window it was started in.
  package init(
    descriptor: Int32, width: Int? = nil, environment: (String) -> String? = ProcessEnvironment.value
  ) {
    var columns: Int32 = 0
    var rows: Int32 = 0
    let answers = ced_terminal_size(descriptor, &columns, &rows)
    self.init(
      width: width, isTerminal: isatty(descriptor) == 1,
      reported: answers ? (columns: Int(columns), rows: Int(rows)) : (0, 0), environment: environment)
  }

  /// - Parameter reported: what the terminal says; 0 means that it does not know.
  package init(
    width: Int?, isTerminal: Bool, reported: (columns: Int, rows: Int), environment: (String) -> String?
  ) {
    func firstKnown(_ numbers: [Int?], else fallback: Int, atMost most: Int = Int(CED_MOST_COLUMNS)) -> Int {
      min(numbers.compactMap(\.self).first { $0 > 0 } ?? fallback, most)
    }
    guard isTerminal else {
      columns = firstKnown([width], else: 100)
      rows = nil
      return
    }
    columns = firstKnown([width, reported.columns, environment("COLUMNS").flatMap { Int($0) }], else: 80)
    rows = firstKnown(
      [reported.rows, environment("LINES").flatMap { Int($0) }], else: 24, atMost: Int(CED_MOST_ROWS))
  }
}

/// The environment variables of this process.
package enum ProcessEnvironment {
  @Sendable package static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
