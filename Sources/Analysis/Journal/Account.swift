/// An account of a journal, by its kind and the names below it: `Assets:Processor:Shop`.
package struct Account: Hashable, Comparable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case assets = "Assets"
    case liabilities = "Liabilities"
    case equity = "Equity"
    case income = "Income"
    case expenses = "Expenses"
  }

  package let kind: Kind
  /// Each begins with a capital or a digit, and has letters, digits and hyphens only: what every program takes.
  package let parts: [String]

  private init(_ kind: Kind, _ parts: String...) { (self.kind, self.parts) = (kind, parts) }

  package var name: String { ([kind.rawValue] + parts).joined(separator: ":") }

  package static func < (a: Account, b: Account) -> Bool {
    let kinds = Kind.allCases
    let (first, second) = (kinds.firstIndex(of: a.kind) ?? 0, kinds.firstIndex(of: b.kind) ?? 0)
    return first == second ? a.parts.lexicographicallyPrecedes(b.parts) : first < second
  }

  // MARK: The chart of accounts

  package static let cash = Account(.assets, "Cash")
  package static let stock = Account(.assets, "Stock")
  package static let suppliers = Account(.liabilities, "Suppliers")
  package static let state = Account(.liabilities, "State")
  package static let others = Account(.liabilities, "Other")
  package static let lenders = Account(.liabilities, "Lenders")
  package static let draws = Account(.equity, "Draws")
  package static let opening = Account(.equity, "Opening")
  /// What is left of cents when amounts are rounded.
  package static let rounding = Account(.equity, "Rounding")
  package static let goods = Account(.expenses, "GoodsAndShipping")
  package static let tools = Account(.expenses, "PlatformAndTools")
  package static let refunds = Account(.expenses, "RefundsAndChargebacks")
  package static let tax = Account(.expenses, "Tax")
  package static let other = Account(.expenses, "Other")
  package static let financing = Account(.expenses, "Financing")
  package static let exchange = Account(.income, "Exchange")

  /// Those that belong to one store or processor; of all together where the name is nil.
  package static func processor(_ name: String?) -> Account { of(.assets, "Processor", name) }
  package static func reserve(_ name: String?) -> Account { of(.assets, "Reserve", name) }
  package static func held(_ name: String?) -> Account { of(.assets, "Held", name) }
  package static func sales(_ name: String?) -> Account { of(.income, "Sales", name) }
  package static func fees(_ name: String?) -> Account { of(.expenses, "PaymentFees", name) }
  package static func ads(_ name: String?) -> Account { of(.expenses, "Ads", name) }
  /// What is paid in and not spent; less than nothing where ads are not paid yet.
  package static func adAccount(_ name: String) -> Account { of(.assets, "AdAccounts", name) }
  package static func supplier(_ name: String?) -> Account { of(.liabilities, "Suppliers", name) }

  private static func of(_ kind: Kind, _ word: String, _ name: String?) -> Account {
    name.map { Account(kind, word, component($0)) } ?? Account(kind, word)
  }

  /// A name as a part of an account's name. Beancount asks for a capital or a digit in front, which letters without
  /// capitals cannot be: those get an X before them.
  package static func component(_ name: String) -> String {
    var part = ""
    for character in name {
      if character.isLetter || character.isNumber && character.isASCII {
        part.append(character)
      } else if !part.isEmpty, part.last != "-" {
        part.append("-")
      }
      if part.count >= mostLetters { break }
    }
    while part.last == "-" { part.removeLast() }
    guard let first = part.first else { return "X" }
    if first.isASCII, first.isNumber { return part }
    let capital = first.uppercased()
    let isCapital = capital.count == 1 && (capital.first?.isUppercase ?? false)
    return isCapital ? capital + part.dropFirst() : "X" + part
  }

  private static let mostLetters = 40
}
