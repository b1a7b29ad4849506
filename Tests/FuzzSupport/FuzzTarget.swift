/// A reader that strangers' bytes reach. Whatever they are, it answers or refuses, and what it prints is printable.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case yaml, commands, values, csv, imports, parts

  /// Does with an input what the program does with such; nil, or what is wrong with what came out.
  package func run(_ input: [UInt8]) -> String? {
    switch self {
    case .yaml: Readers.readScenario(input)
    case .commands: Desk.shared.perform(input)
    case .values: Readers.readValues(input)
    case .csv: Readers.readTable(input)
    case .imports: Readers.readExport(input)
    case .parts: Readers.readPart(input)
    }
  }

  /// Inputs that mean something, beside the files of the corpus.
  package var seeds: [[UInt8]] {
    switch self {
    case .yaml, .csv: []
    case .imports: Readers.sampleExports
    case .commands: Desk.examples
    case .values: Readers.sampleValues
    case .parts: Readers.sampleParts
    }
  }

  package var vocabulary: [[UInt8]] {
    let common = [
      "\n", "\r\n", "\t", " ", ",", ";", ":", "\"", "'", "\\", "#", "\u{0}", "\u{FEFF}", "\u{301}", "\u{1B}[2J", "，",
      "-1", "0", "1e308", "9999999999999999999", "e-9223372036854775808", "nan", "１２", "％", "（",
    ]
    let own: [String] =
      switch self {
      case .yaml:
        [
          "&a ", "*a", "- ", "? ", "| ", ">\n", "{", "}", "[", "]", "---\n", "...\n", "!!str ", "<<: ", "%", "null",
          "~",
          "true", "0x1F", "2027-02-30", " USD", " %", " per month", "30 % .. 60 %", "same as ads.meta.cpc", "rules:\n",
          "events:\n", "strategies:\n", "from: base", "preset: shopify", "correlations:\n", "  ",
        ]
      case .commands:
        [
          "run ", "set ", "show ", "strategy ", "whatif ", "compare ", "for ", "let x = ", "$x", "{", "}", "(", ")",
          "*",
          " --json", " --to x.md", " --paths 3", " --seed", " vs ", " by ", "..", " x2", "+20%", "undo", "p50 cash",
          ">=",
          "when cash < 500 then pause ads", "ads.*.budget", "script ", "#1", "!",
        ]
      case .values:
        [
          "..", " to ", "%", "USD", " per ", "days", "x2", "+", "lognormal(", "pert(", "when ", " then ", " and ",
          "for ",
          "every ", "roas(7)", "min ", "max ", "|", "10% chance ", "same as ", "from a.csv column b", "p10", "<=",
        ]
      case .csv:
        ["\"\"", "sep=;", "cpc", "|", "1,200", "0,5", "N/A", "\r", "\u{A0}", "PK\u{3}\u{4}"]
      case .imports:
        [
          "Name,", "Lineitem quantity", "2027-03-01", "31/12/2027", "1.234,56", "1,234", "Total", "USD", "€", "(USD)",
          "paid", "refund", "总计", "\u{202F}", "5.77E+17", "--", "sep=;\n", "\u{2212}1", "99999999999999999999",
        ]
      case .parts: ["dropcast-part 2\n", "worlds 100000000\n", "shard 1/1\n", "bytes 0\n", "\u{7F}\u{7F}"]
      }
    return (common + own).map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0, 0, 0, 0]]
  }
}

/// What may not stand in what is printed: a terminal would obey it.
func complaint(about text: String, _ what: String) -> String? {
  let control = text.unicodeScalars.first { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F }
  return control.map { "\(what) holds the control character \($0.value)" }
}
