/// The table for other programs: full precision, no layout.
extension Table {
  /// Comma-separated values after RFC 4180: a header of the columns' keys, lines ended by CR LF.
  ///
  /// Missing values, NaN and infinities are empty fields; a series is one field of numbers between spaces.
  /// Texts that a spreadsheet would take for a formula get a leading `'`; numbers are left alone.
  package func csv() -> String {
    var text = Self.record(dataKeys.map(Self.textField))
    for (section, row) in dataRows {
      let fields = columns.indices.map { Self.field(row.cell($0)) }
      text += Self.record((section.map { [Self.textField($0)] } ?? []) + fields)
    }
    return text
  }

  /// An array with one object per row. Missing values, NaN and infinities are null.
  package func json() -> JSON {
    .array(
      dataRows.map { section, row in
        let values = (section.map { [JSON.string($0)] } ?? []) + columns.indices.map { Self.value(row.cell($0)) }
        return .object(zip(dataKeys, values).map(JSON.Member.init))
      })
  }

  private var hasSectionTitles: Bool { sections.contains { $0.title != nil } }
  private var dataKeys: [String] { (hasSectionTitles ? [sectionKey] : []) + columns.map(\.key) }

  /// Every row with the title of its section; nil for all rows when no section has one.
  private var dataRows: [(section: String?, row: Row)] {
    sections.flatMap { section in
      section.rows.map { (hasSectionTitles ? section.title ?? "" : nil, $0) }
    }
  }

  private static func value(_ cell: Cell) -> JSON {
    switch cell {
    case .text(let text, _): .string(text)
    case .number(let value, _): .number(value)
    case .series(let values): .array(values.map(JSON.number))
    case .missing: .null
    }
  }

  private static func field(_ cell: Cell) -> String {
    switch cell {
    case .text(let text, _): textField(text)
    case .number(let value, _): number(value)
    case .series(let values): values.map(number).joined(separator: " ")
    case .missing: ""
    }
  }

  private static func number(_ value: Double) -> String { value.isFinite ? JSON.number(value).text() : "" }

  /// Quotes only where needed, and takes escape sequences out of names: the file may be shown on a terminal.
  private static func textField(_ text: String) -> String {
    var field = text.printable(.unicode, keeping: ["\n", "\r", "\t"])
    if let first = field.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { field = "'" + field }
    let needsQuotes = field.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + doublingQuotes(field) + "\"" : field
  }

  private static func doublingQuotes(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { doubled, scalar in
      doubled.unicodeScalars.append(scalar)
      if scalar == "\"" { doubled.unicodeScalars.append(scalar) }
    }
  }

  private static func record(_ fields: [String]) -> String { fields.joined(separator: ",") + "\r\n" }
}
