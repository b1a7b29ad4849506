/// The table of a file as a format reads it: its columns by key, and what the user said about it.
struct Sheet {
  let match: HeaderMatch
  let header: [Heading]
  /// The rows above the header, cell by cell.
  let above: [[String]]
  let options: ImportOptions
  let assumptions: Assumptions

  /// A column by its key; one that is not there is empty in every row.
  func column(_ key: String) -> Column {
    guard let place = match.places[key] else { return Column(place: nil, heading: key, currency: nil) }
    return Column(place: place, heading: header[place].name, currency: header[place].currency)
  }

  var language: HeadingLanguage { match.language }
}

/// Where a column of the format stands in the file.
struct Column: Sendable {
  let place: Int?
  let heading: String
  /// What its heading says the money is.
  let currency: String?

  var isThere: Bool { place != nil }
}

/// What a format supposes of the whole file until its end; where it was wrong, the file is read again.
struct Assumptions: Equatable {
  /// Shopify: are taxes contained in the prices?
  var taxesInside = false
}

/// What the user says about files, where they do not tell.
package struct ImportOptions: Sendable {
  /// The kind of export, by its name.
  package var kind: String?
  /// The store, channel or supplier whose file it is.
  package var owner: String?
  /// What the columns of a table of one's own mean.
  package var rules: ImportRules?
  package var encoding: String?
  /// The sheet of a workbook, by its name; without one that which holds an export.
  package var sheet: String?
  /// What parts the cells of a table of one's own.
  package var separator: UInt8?
  package var mark: Mark?
  package var dayOrder: DayOrder?
  /// Of money that does not say what it is.
  package var currency: String?
  /// Where the seller's days begin and end; without one a day is as it is written.
  package var zone: Zone?
  package var isStrict = false
  /// 48 bits of a digest of a customer's e-mail, with the folder's salt.
  package var digest: @Sendable (ArraySlice<UInt8>) -> UInt64 = { _ in 0 }
  /// Has somebody asked to stop?
  package var shouldStop: @Sendable () -> Bool = { false }

  package init() {}
}
