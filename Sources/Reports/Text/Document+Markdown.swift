import Language

/// The document as Markdown (CommonMark with GitHub's tables). Texts are escaped: no name becomes markup.
extension Document {
  package func markdown() -> String {
    blocks.compactMap(\.markdown).joined(separator: "\n\n") + (blocks.isEmpty ? "" : "\n")
  }
}

extension Block {
  /// nil for blanks, which Markdown puts between blocks anyway.
  fileprivate var markdown: String? {
    switch self {
    case .heading(let text): "## " + Markdown.escaped(text)
    case .paragraph(let runs): Markdown.paragraph(runs)
    case .facts(let facts): facts.map(\.markdown).joined(separator: "\n")
    case .table(let table): table.markdown()
    case .chart(let chart): Markdown.codeBlock(Document([.chart(chart)]).rendered(on: Surface(width: 80)))
    case .blank: nil
    }
  }
}

extension Fact {
  fileprivate var markdown: String {
    let remark = note.isEmpty ? "" : " (\(Markdown.escaped(note)))"
    return "- \(Markdown.escaped(label)): \(Markdown.inline(value))\(remark)"
  }
}

extension Table {
  /// Sections become rows with a bold title, totals become bold.
  package func markdown() -> String {
    guard !columns.isEmpty else { return "" }
    let sheet = TableSheet(self, .unicode)
    var rows = [columns.map { Markdown.escaped($0.title) }]
    for line in sheet.lines {
      switch line {
      case .blank: break
      case .section(let title): rows.append(["**\(Markdown.escaped(title))**"] + columns.dropFirst().map { _ in "" })
      case .row(let entries, let emphasis): rows.append(entries.map { Markdown.cell($0, emphasis) })
      }
    }
    return Self.pipes(rows, columns.indices.map(sheet.isRightAligned), notes: sheet.notes)
  }

  /// Padded, so that the source reads as a table too.
  private static func pipes(_ rows: [[String]], _ alignsRight: [Bool], notes: [String]) -> String {
    let widths = alignsRight.indices.map { column in max(3, rows.map { $0[column].displayWidth }.max() ?? 0) }
    var lines = rows.map { row in
      let cells = row.indices.map { column in
        alignsRight[column] ? row[column].leftPadded(to: widths[column]) : row[column].padded(to: widths[column])
      }
      return "| " + cells.joined(separator: " | ") + " |"
    }
    let rule = zip(widths, alignsRight).map { width, isRight in
      isRight ? String(repeating: "-", count: width - 1) + ":" : String(repeating: "-", count: width)
    }
    lines.insert("| " + rule.joined(separator: " | ") + " |", at: 1)
    return (lines + notes.map { "\n" + Markdown.escaped($0) }).joined(separator: "\n")
  }
}

private enum Markdown {
  /// Backslashes before everything that CommonMark or GitHub could take for markup.
  static func escaped(_ text: String) -> String {
    text.printable(.unicode).reduce(into: "") { escaped, character in
      if "\\`*_[]<>|~&$#".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
  }

  /// Also keeps a sentence that begins like a list, a quotation or a rule from becoming one.
  static func paragraph(_ runs: [TextRun]) -> String {
    let text = inline(runs)
    guard let first = text.first else { return text }
    if "-+=".contains(first) { return "\\" + text }
    let afterNumber = text.drop { $0.isASCII && $0.isNumber }
    let isListItem = first.isNumber && (afterNumber.first == "." || afterNumber.first == ")")
    return isListItem ? text[..<afterNumber.startIndex] + "\\" + afterNumber : text
  }

  static func inline(_ runs: [TextRun]) -> String {
    var merged: [TextRun] = []
    for run in runs {
      if let last = merged.indices.last, (merged[last].tone == .strong) == (run.tone == .strong) {
        merged[last].text += run.text
      } else {
        merged.append(run)
      }
    }
    return merged.map { $0.tone == .strong ? strong(escaped($0.text)) : escaped($0.text) }.joined()
  }

  static func cell(_ entry: TableSheet.Entry, _ emphasis: Table.Row.Emphasis) -> String {
    let isStrong = emphasis == .total || emphasis == .strong || entry.tone == .strong
    return isStrong ? strong(escaped(entry.text)) : escaped(entry.text)
  }

  /// Asterisks must touch the words: spaces at the ends stay outside.
  private static func strong(_ text: String) -> String {
    let start = text.prefix { $0 == " " }
    let words = text.dropFirst(start.count)
    guard let last = words.lastIndex(where: { $0 != " " }) else { return text }
    return start + "**" + words[...last] + "**" + words[words.index(after: last)...]
  }

  /// Four spaces instead of a fence: nothing inside can end the block.
  static func codeBlock(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { "    " + $0 }.joined(separator: "\n")
  }
}
