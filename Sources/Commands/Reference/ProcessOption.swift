/// An option of the process, as its help lists it. Manual and completion scripts name them beside the commands.
package struct ProcessOption: Equatable, Sendable {
  /// `-c`, `--color`.
  package let names: [String]
  /// What stands behind it; nil for a switch.
  package let value: String?
  package let summary: String
  /// What may stand there, where that is a matter of choice.
  package var choices: [String] = []

  /// Reads them out of a help text whose rows are not wrapped: `  --color <when>   Colour: auto, always or never.`
  package static func all(in help: String, choices: [String: [String]] = [:]) -> [ProcessOption] {
    help.split(separator: "\n").compactMap { row in
      let text = row.drop { $0 == " " }
      guard row.hasPrefix("  -"), let gap = text.firstRange(of: "  ") else { return nil }
      let words = text[..<gap.lowerBound].split { $0 == " " || $0 == "," }.map(String.init)
      let names = words.filter { $0.hasPrefix("-") }
      let value = words.first { $0.hasPrefix("<") }.map { String($0.dropFirst().dropLast()) }
      return ProcessOption(
        names: names, value: value, summary: String(text[gap.upperBound...].drop { $0 == " " }),
        choices: names.flatMap { choices[$0] ?? [] })
    }
  }
}
