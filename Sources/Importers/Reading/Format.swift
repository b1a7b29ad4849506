/// One kind of export: how its header is known, and what reads its rows.
///
/// Everything that is special to a platform stands in the one file of its format, and the format in one line of
/// `Format.all`.
package struct Format: Sendable {
  /// As `import … as` names it.
  package let name: String
  /// As people call it: `Shopify orders`. A text, said by whoever shows it.
  package let title: String
  /// The platform whose export it is, and so the channel or processor where no store is named.
  package let platform: String
  let columns: [FormatColumn]
  /// How many minutes east of UTC its times without a zone are, where the platform says so.
  let clockOffset: Int?
  /// Where the platform writes dates in one order only.
  let dayOrder: DayOrder?
  /// What a file comes to, in the order in which it is told; books of processors have a table of their own.
  package let sums: [TotalName]
  /// Where the platform shows such a sum. Texts, said by whoever shows them.
  package let screens: [TotalName: String]
  /// Is a header with the needed columns really one of these, where nobody has said so? For those that need little.
  let recognises: @Sendable ([Heading]) -> Bool
  let makeReader: @Sendable (Sheet) -> any RowReader

  init(
    _ name: String, title: String, platform: String, dayOrder: DayOrder? = nil, clockOffset: Int? = nil,
    columns: [FormatColumn], sums: [TotalName] = [], screens: [TotalName: String] = [:],
    recognises: @escaping @Sendable ([Heading]) -> Bool = { _ in true },
    reader: @escaping @Sendable (Sheet) -> any RowReader
  ) {
    (self.name, self.title, self.platform, self.dayOrder) = (name, title, platform, dayOrder)
    self.clockOffset = clockOffset
    self.columns = columns
    (self.sums, self.screens) = (sums, screens)
    self.recognises = recognises
    makeReader = reader
  }

  /// Are its headings in more languages than English?
  var isTranslated: Bool { columns.contains { $0.headings.count > 1 } }

  /// Of every table of ads. What platforms claim is told apart: orders are counted by the store.
  static let adSums: [TotalName] = [.spend, .impressions, .clicks, .claimedOrders, .claimedValue]
}

/// A column that a format knows, by its headings in each language.
struct FormatColumn: Sendable {
  let key: String
  let isNeeded: Bool
  /// As they are compared, by language in the order of `HeadingLanguage`; several where platforms changed their minds.
  let headings: [[String]]
  /// As written by the platform in English, to be named.
  let shown: String

  private init(_ key: String, isNeeded: Bool, _ languages: [[String]]) {
    self.key = key
    self.isNeeded = isNeeded
    shown = languages.first?.first ?? key
    headings = languages.map { $0.map { Heading($0).name } }
  }

  /// Without it the file is not of this kind. Each argument is a language in the order en, zh, de, fr, es; `|` parts
  /// headings that mean the same.
  static func needed(_ key: String, _ languages: String...) -> FormatColumn {
    FormatColumn(key, isNeeded: true, languages.map(split))
  }

  static func known(_ key: String, _ languages: String...) -> FormatColumn {
    FormatColumn(key, isNeeded: false, languages.map(split))
  }

  private static func split(_ text: String) -> [String] {
    text.split(separator: "|").map { $0.trimmingBlanks }.filter { !$0.isEmpty }
  }

  func knows(_ name: String) -> Bool { headings.contains { $0.contains(name) } }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
