/// A header that a format knows: where its columns stand.
struct HeaderMatch {
  let format: Format
  /// By the column's key.
  let places: [String: Int]
  let language: HeadingLanguage
  /// Headings that the format has no use for.
  let unknown: Int

  /// How sure it is: the share of needed columns is 1, so what counts is how many they are.
  var weight: Int { format.columns.count { $0.isNeeded } * 100 + places.count }
}

extension Format {
  /// The places of its columns, where all that it needs are there.
  func match(_ header: [Heading]) -> HeaderMatch? {
    var places: [String: Int] = [:]
    var votes = [Int](repeating: 0, count: HeadingLanguage.allCases.count)
    for column in columns {
      // Of several names for one thing the first that is there.
      guard let place = place(of: column, in: header) else {
        if column.isNeeded { return nil }
        continue
      }
      places[column.key] = place
      for (language, names) in column.headings.enumerated() where names.contains(header[place].name) {
        votes[language] += 1
      }
    }
    let best = votes.indices.max { votes[$0] < votes[$1] || votes[$0] == votes[$1] && $0 > $1 } ?? 0
    return HeaderMatch(
      format: self, places: places, language: HeadingLanguage.allCases[best],
      unknown: header.count { heading in !heading.name.isEmpty && !columns.contains { $0.knows(heading.name) } })
  }

  private func place(of column: FormatColumn, in header: [Heading]) -> Int? {
    for names in column.headings {
      for name in names {
        if let place = header.firstIndex(where: { $0.name == name }) { return place }
      }
    }
    return nil
  }

  /// The needed columns that a header lacks.
  func missing(in header: [Heading]) -> [String] {
    columns.filter { $0.isNeeded && place(of: $0, in: header) == nil }.map(\.shown)
  }

  /// A needed column of which the header has two; their places count from 1.
  func twice(in header: [Heading]) -> (String, Int, Int)? {
    for column in columns where column.isNeeded {
      let places = header.indices.filter { column.knows(header[$0].name) }
      guard let first = places.first else { continue }
      let same = places.filter {
        header[$0].name == header[first].name && header[$0].currency == header[first].currency
      }
      if same.count > 1 { return (column.shown, same[0] + 1, same[1] + 1) }
    }
    return nil
  }

  /// The format that a header belongs to: that of the user's rules, else the one that needs the most of it.
  static func matching(_ names: [String], _ options: ImportOptions) -> HeaderMatch? {
    let header = names.map(Heading.init)
    if let rules = options.rules { return rules.format.match(header) }
    // What was asked for counts before what is near.
    if let kind = options.kind, let match = named(kind)?.match(header) { return match }
    return all.compactMap { $0.recognises(header) ? $0.match(header) : nil }.max { $0.weight < $1.weight }
  }

  /// The format that a header nearly belongs to.
  static func nearest(to header: [Heading]) -> (format: Format, missing: [String])? {
    let candidates = all.map { (format: $0, missing: $0.missing(in: header)) }.filter {
      $0.missing.count < $0.format.columns.count { $0.isNeeded }
    }
    return candidates.min {
      Double($0.missing.count) / Double($0.format.columns.count { $0.isNeeded })
        < Double($1.missing.count) / Double($1.format.columns.count { $0.isNeeded })
    }
  }

  package static func named(_ name: String) -> Format? { all.first { $0.name == name } }
}
