import Language

extension Page {
  /// The same without pictures: what they show stands in sentences and tables.
  package var markdown: String {
    var blocks: [Block] = [.paragraph([.dim("Dropcast · " + kicker)]), .heading(title.plain)]
    blocks += lede.map { .paragraph($0) }
    blocks += heads.map { head in
      .paragraph([.strong("\(head.name): \(head.chip).")] + (head.what.isEmpty ? [] : [TextRun(" " + head.what)]))
    }
    for section in decision + details { blocks += section.blocks }
    return Document(blocks).markdown()
  }
}

extension Page.Section {
  fileprivate var blocks: [Block] {
    var blocks: [Block] = [.heading(title.plain)] + told.map { .paragraph($0.runs) }
    if !baseline.isEmpty { blocks.append(.paragraph([TextRun(baseline)])) }
    for figure in figures { blocks += figure.blocks }
    for sheet in tables { blocks += sheet.blocks }
    return blocks
  }
}

extension Page.Figure {
  fileprivate var blocks: [Block] {
    switch content {
    case .picture(let picture):
      let cases = cases.map { "\($0.label) \($0.value)\($0.error)" }.joined(separator: Tongue.current.semicolon)
      let told = [picture.told, cases].filter { !$0.isEmpty }.joined(separator: " ")
      return [.paragraph([.strong(picture.title), TextRun(". " + told)])]
    case .sheet(let sheet): return sheet.blocks
    case .lines(let lines):
      return lines.map { line in
        .paragraph(line.head + [TextRun(" ")] + line.tail + (line.hash.isEmpty ? [] : [TextRun(" " + line.hash)]))
      }
    }
  }
}

extension Page.Sheet {
  fileprivate var blocks: [Block] { [.paragraph([.strong(caption.plain)]), .table(table)] }
}
