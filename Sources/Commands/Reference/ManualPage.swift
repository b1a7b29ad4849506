/// The manual of the program in roff, for `man`; and its commands as Markdown.
package enum ManualPage {
  package static func roff(_ options: [ProcessOption], version: String) -> String {
    var lines = [
      ".\\\" Written by: dropcast --print man", ".TH DROPCAST 1 \"\" \"dropcast \(escaped(version))\"", ".SH NAME",
      "dropcast \\- runs a dropshipping store through thousands of possible futures", ".SH SYNOPSIS",
    ]
    for (words, meaning) in ways { lines += [".TP", bold(words), escaped(meaning)] }
    lines += [".SH DESCRIPTION"] + description.map(escaped) + [".SH OPTIONS"]
    for option in options {
      let value = option.value.map { " \\fI\(escaped($0))\\fR" } ?? ""
      lines += [".TP", option.names.map(bold).joined(separator: ", ") + value, escaped(option.summary)]
    }
    lines.append(".SH COMMANDS")
    for command in Catalogue.commands { lines += section(command) }
    lines.append(".SH EXIT STATUS")
    for (code, meaning) in exitCodes { lines += [".TP", bold(code), escaped(meaning)] }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ command: CommandSpec) -> [String] {
    var lines = [".SS \(escaped(command.verb))", escaped(sentence(command.summary)), ".PP", bold(command.syntax)]
    for option in command.options {
      let value = option.value.map { " \\fI\(escaped($0))\\fR" } ?? ""
      lines += [".TP", bold("--" + option.name) + value, escaped(sentence(option.summary))]
    }
    lines += [".PP", "Examples:", ".nf"] + command.examples.map { ".RS\n\(escaped($0))\n.RE" } + [".fi"]
    if !command.synonyms.isEmpty {
      lines += [".PP", "Also: " + command.synonyms.map(escaped).joined(separator: "   ")]
    }
    return lines
  }

  /// The commands as a page of the documentation.
  package static var markdown: String {
    let pages = Catalogue.commands.map { command -> String in
      var parts = ["## \(command.verb)", sentence(command.summary), "```\n\(command.syntax)\n```"]
      if !command.options.isEmpty {
        parts.append(
          command.options.map { option in
            "- `--\(option.name)\(option.value.map { " " + $0 } ?? "")`: \(option.summary)"
          }.joined(separator: "\n"))
      }
      parts.append("Examples:\n\n```\n\(command.examples.joined(separator: "\n"))\n```")
      if !command.synonyms.isEmpty {
        parts.append("Also: " + command.synonyms.map { "`\($0)`" }.joined(separator: ", "))
      }
      if !command.related.isEmpty { parts.append("See also: " + command.related.joined(separator: ", ")) }
      return parts.joined(separator: "\n\n")
    }
    return
      ([
        "# Commands",
        "Every command of the shell, of scripts and of the command line. Written by "
          + "`dropcast --print commands`, from the same rows that `help` reads.",
      ] + pages).joined(separator: "\n\n") + "\n"
  }

  private static let ways = [
    ("dropcast", "the shell; without a terminal, commands from standard input"),
    ("dropcast FILE.yaml", "the shell, on a scenario"),
    ("dropcast script FILE.drop [NAME=VALUE ...]", "a script"),
    ("dropcast -c 'load lamp.yaml; run'", "commands"),
    ("dropcast run FILE.yaml [OPTIONS]", "one command, with the scenario after its verb"),
  ]
  private static let description = [
    "A scenario says what is known of a store and what is not. A run plays it day by day in many worlds, and tells how",
    "often the money runs out, what is left at the end, and how sure that is. The prompt, scripts and the words of the",
    "process are one language; help explains each of its commands, parameters and figures.",
  ]
  private static let exitCodes = [
    ("0", "done"), ("1", "a command refused or failed"), ("2", "the process was misused"),
    ("3", "a claim of assert did not hold"), ("128+n", "ended by signal n"),
  ]

  private static func sentence(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() + "." }

  private static func bold(_ text: String) -> String { "\\fB\(escaped(text))\\fR" }

  /// Text as roff takes it: no requests at the begin of a line, hyphens that can be copied.
  private static func escaped(_ text: String) -> String {
    let safe = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
  }
}
