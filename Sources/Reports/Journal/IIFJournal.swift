import Analysis
import Language

/// A journal as QuickBooks for the desktop imports it: a list of accounts, then general journal entries.
struct IIFJournal {
  private let journal: GeneralJournal

  init(_ journal: GeneralJournal) { self.journal = journal }

  var text: String {
    let names = names
    var lines = [row("!ACCNT", "NAME", "ACCNTTYPE")]
    lines += journal.accounts.map { row("ACCNT", names[$0] ?? $0.name, Self.type(of: $0)) }
    lines += [
      row("!TRNS", "TRNSID", "TRNSTYPE", "DATE", "ACCNT", "AMOUNT", "DOCNUM", "MEMO"),
      row("!SPL", "SPLID", "TRNSTYPE", "DATE", "ACCNT", "AMOUNT", "DOCNUM", "MEMO"), "!ENDTRNS",
    ]
    for (index, entry) in journal.transactions.enumerated() {
      for (place, posting) in entry.postings.enumerated() {
        lines.append(
          row(
            place == 0 ? "TRNS" : "SPL", "", "GENERAL JOURNAL", Self.date(entry.day),
            names[posting.account] ?? posting.account.name, JournalText.amount(posting.cents), "\(index + 1)",
            JournalText.plain(entry.text)))
      }
      lines.append("ENDTRNS")
    }
    return lines.map { $0 + "\r\n" }.joined()
  }

  private func row(_ cells: String...) -> String { cells.joined(separator: "\t") }

  /// Names in the letters of Windows-1252; those that become equal are numbered.
  private var names: [Account: String] {
    var names: [Account: String] = [:]
    var taken: Set<String> = []
    for account in journal.accounts {
      let plain = Windows1252.plain(account.name, "X")
      var (name, number) = (plain, 1)
      while !taken.insert(name).inserted {
        number += 1
        name = "\(plain)-\(number)"
      }
      names[account] = name
    }
    return names
  }

  /// 03/01/2027
  private static func date(_ day: CalendarDate) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(day.month))/\(two(day.day))/\(day.year)"
  }

  /// Suppliers are other liabilities: accounts payable would need vendors.
  private static func type(of account: Account) -> String {
    if account == .cash { return "BANK" }
    if account == .goods { return "COGS" }
    return switch account.kind {
    case .assets: "OCASSET"
    case .liabilities: "OCLIAB"
    case .equity: "EQUITY"
    case .income: "INC"
    case .expenses: "EXP"
    }
  }
}

/// The letters of Western Windows, in one byte each.
enum Windows1252 {
  private static let high: [Unicode.Scalar: UInt8] = [
    "\u{20AC}": 0x80, "\u{201A}": 0x82, "\u{0192}": 0x83, "\u{201E}": 0x84, "\u{2026}": 0x85, "\u{2020}": 0x86,
    "\u{2021}": 0x87, "\u{02C6}": 0x88, "\u{2030}": 0x89, "\u{0160}": 0x8A, "\u{2039}": 0x8B, "\u{0152}": 0x8C,
    "\u{017D}": 0x8E, "\u{2018}": 0x91, "\u{2019}": 0x92, "\u{201C}": 0x93, "\u{201D}": 0x94, "\u{2022}": 0x95,
    "\u{2013}": 0x96, "\u{2014}": 0x97, "\u{02DC}": 0x98, "\u{2122}": 0x99, "\u{0161}": 0x9A, "\u{203A}": 0x9B,
    "\u{0153}": 0x9C, "\u{017E}": 0x9E, "\u{0178}": 0x9F,
  ]

  private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0..<0x80, 0xA0...0xFF: UInt8(scalar.value)
    default: high[scalar]
    }
  }

  /// With another letter for each that it lacks.
  static func plain(_ text: String, _ other: Unicode.Scalar) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { plain.append(byte(scalar) == nil ? other : scalar) }
    return String(plain)
  }

  static func bytes(of text: String) -> [UInt8] { text.unicodeScalars.map { byte($0) ?? UInt8(ascii: "?") } }
}
