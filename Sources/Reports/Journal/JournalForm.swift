package import Analysis
import Language

/// The programs for which a journal can be written.
package enum JournalForm: String, CaseIterable, Sendable {
  /// hledger and ledger read the same text.
  case hledger, ledger, beancount
  /// QuickBooks for the desktop.
  case iif

  /// What a file's name ends with, the usual one first.
  package var endings: [String] {
    switch self {
    case .hledger: [".journal", ".hledger"]
    case .ledger: [".ledger"]
    case .beancount: [".beancount"]
    case .iif: [".iif"]
    }
  }

  /// The form that a file's name asks for.
  package init?(fileName: String) {
    let name = fileName.lowercased()
    guard let form = Self.allCases.first(where: { form in form.endings.contains { name.hasSuffix($0) } }) else {
      return nil
    }
    self = form
  }

  package static var allEndings: [String] { allCases.flatMap(\.endings) }

  /// What checks such a file; nil where there is no program for it.
  package func check(_ file: String) -> String? {
    switch self {
    case .hledger: "hledger -f \(file) check --strict"
    case .ledger: "ledger -f \(file) --strict --pedantic balance"
    case .beancount: "bean-check \(file)"
    case .iif: nil
    }
  }

  package func bytes(of journal: GeneralJournal) -> [UInt8] {
    switch self {
    case .hledger, .ledger: Array(PlainTextJournal(journal, self).text.utf8)
    case .beancount: Array(BeancountJournal(journal).text.utf8)
    case .iif: Windows1252.bytes(of: IIFJournal(journal).text)
    }
  }
}

/// How journals write what others have named.
package enum JournalText {
  /// Cents as units: `-0.05`.
  package static func amount(_ cents: Int) -> String {
    let (units, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(cents < 0 ? "-" : "")\(units).\(rest < 10 ? "0" : "")\(rest)"
  }

  /// On one line, without what begins a comment, ends a text or stands for something in one of the forms.
  static func plain(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case ";": plain += ","
      case "\"", "\u{201C}", "\u{201D}": plain += "'"
      case "\\": plain += "/"
      case "|": plain += "/"
      default:
        let isLayout = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || isHidden(scalar)
        plain.unicodeScalars.append(isLayout ? " " : scalar)
      }
    }
    // A status or a code would begin with these.
    let words = plain.split(separator: " ").joined(separator: " ")
    return String(words.drop { "*!(=~".contains($0) || $0 == " " })
  }

  /// Breaks of lines and marks of direction.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
    default: false
    }
  }

  /// `    Assets:Cash                     -30.00 USD`
  static func posting(_ indent: Int, _ account: String, _ cents: Int, _ currency: String) -> String {
    let amount = amount(cents)
    let gap = max(2, width - indent - account.displayWidth - amount.count)
    return String(repeating: " ", count: indent) + account + String(repeating: " ", count: gap) + amount + " "
      + currency
  }

  private static let width = 47
}
