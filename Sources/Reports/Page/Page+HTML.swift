import Language

extension Page {
  /// What a reader of HTML needs to know, and nothing that it would fetch or run.
  ///
  /// - Parameter digest: SHA-256 of bytes: only the style of that digest is read.
  package func html(digest: ([UInt8]) -> [UInt8]) -> String {
    let style = ["report/picture.css", "report/report.css"].compactMap(Asset.text).joined()
    let policy =
      "default-src 'none'; style-src 'sha256-\(Base64.text(digest(Array(style.utf8))))'; base-uri 'none'; form-action 'none'"
    let meta = { (name: String, content: String) in
      Markup.tag("meta", "", [.init("name", name), .init("content", content)])
    }
    let head: Markup = .tag(
      "head", "", [],
      [
        .tag("meta", "", [.init("charset", "utf-8")]),
        .tag("meta", "", [.init("http-equiv", "Content-Security-Policy"), .init("content", policy)]),
        meta("viewport", "width=device-width, initial-scale=1"), meta("color-scheme", "light dark"),
        meta("referrer", "no-referrer"), meta("generator", maker), .tag("title", "", [], title.plain),
        .tag("style", "", [], style),
      ])
    let language = Tongue.current == .chinese ? "zh-Hans" : "en"
    let page: Markup = .tag(
      "html", "", [.init("lang", language)], [head, .tag("body", "", [], [PictureSigns.hidden, main])])
    return "<!DOCTYPE html>\n" + page.written + "\n"
  }

  private var main: Markup {
    var numbers = Numbers()
    let header: Markup = .tag(
      "header", "", [],
      [
        .tag("p", "kicker", [], [.tag("b", "", [], "Dropcast"), .text(" · " + kicker)]),
        .tag("h1", "", [], title.markup),
      ] + lede.map { .tag("p", "lede", [], $0.markup) })
    let columns: Markup = .tag(
      "div", "row heads", [],
      [.tag("div", "say"), .tag("div", "show n\(heads.count)", [], heads.map(\.markup))])
    return .tag(
      "main", "", [],
      [
        header,
        .tag("div", "decision", [], [columns] + decision.map { $0.markup(&numbers) }),
        .tag("div", "details", [], details.map { $0.markup(&numbers) }),
      ])
  }
}

/// Numbers for what pages refer to.
private struct Numbers {
  private var last = 0

  mutating func next() -> Int {
    last += 1
    return last
  }
}

extension [TextRun] {
  var plain: String { map(\.text).joined() }

  fileprivate var markup: [Markup] {
    map { run in
      switch run.tone {
      case .accent: .tag("code", "", [], run.text)
      case .strong: .tag("b", "", [], run.text)
      case .dim: .tag("small", "", [], run.text)
      case .plain, .good, .bad: .text(run.text)
      }
    }
  }
}

extension Page.Head {
  fileprivate var markup: Markup {
    .tag(
      "div", "head", [],
      [
        .tag(
          "p", "name", [], [.tag("code", "", [], name), .text(" "), .tag("span", "chip \(tint.rawValue)", [], chip)]),
        .tag("p", "what", [], what),
      ])
  }
}

extension Page.Section {
  fileprivate func markup(_ numbers: inout Numbers) -> Markup {
    var said: [Markup] = [.tag("h2", "", [], title.markup)]
    said += told.map { .tag("p", $0.isSmall ? "small" : "", [], $0.runs.markup) }
    if !baseline.isEmpty { said.append(kept(&numbers)) }
    if !key.isEmpty { said.append(.tag("ul", "key", [], key.map(\.markup))) }
    var shown: [Markup] = []
    for figure in figures { shown.append(figure.markup(&numbers)) }
    let fold: [Markup] =
      tables.isEmpty
      ? []
      : [.tag("details", "", [], [.tag("summary", "", [], say("The numbers as a table"))] + tables.map(\.markup))]
    return .tag(
      "section", "row \(kind)", [],
      [.tag("div", "say", [], said), .tag("div", "show n\(figures.count)", [], shown)] + fold)
  }

  /// Not starting: a hundred dashes.
  private func kept(_ numbers: inout Numbers) -> Markup {
    let signs = (0..<100).map { place -> Markup in
      .sign("m-keep", x: Place.text(3 + Double(place % 20) * 6.2), 5 + Double(place / 20) * 7)
    }
    let picture = Picture(
      "keep", height: 38, title: say("100 worlds in which you keep your money"), told: baseline, signs)
    return .tag("div", "baseline", [], [picture.element(numbers.next()), .tag("p", "", [], baseline)])
  }
}

extension Page.Key {
  fileprivate var markup: Markup {
    let sign: Markup =
      switch shape {
      case .sign(let sign): .sign("m-\(sign.rawValue)", x: "7", 7)
      case .halfBand: .tag("rect", "band2", [.init("y", "2"), .init("width", "14"), .init("height", "10")])
      case .band: .tag("rect", "band", [.init("y", "2"), .init("width", "14"), .init("height", "10")])
      case .typical: .tag("path", "middle", [.init("d", "M0 7H14")])
      }
    return .tag(
      "li", "", [],
      [
        .tag("svg", "", [.init("width", "14"), .init("height", "14"), .init("aria-hidden", "true")], [sign]),
        .text(words),
      ])
  }
}

extension Page.Figure {
  fileprivate func markup(_ numbers: inout Numbers) -> Markup {
    let caption: [Markup] = self.caption.isEmpty ? [] : [.tag("figcaption", "", [], self.caption.markup)]
    switch content {
    case .picture(let picture):
      let below: [Markup] = cases.isEmpty ? [] : [.tag("dl", "cases", [], cases.map(\.markup))]
      return .tag("figure", "", [], caption + [picture.element(numbers.next())] + below)
    case .sheet(let sheet): return sheet.markup
    case .lines(let lines): return .tag("div", "", [], caption + lines.map(\.markup))
    }
  }
}

extension Page.Line {
  fileprivate var markup: Markup {
    let after: [Markup] = hash.isEmpty ? [] : [.text(" "), .tag("span", "hash", [], hash)]
    return .tag("p", "", [], head.markup + (tail.isEmpty ? [] : [.text(" ")]) + tail.markup + after)
  }
}

extension Page.Case {
  fileprivate var markup: Markup {
    let shown: [Markup] = error.isEmpty ? [] : [.tag("small", "", [], error)]
    return .tag("div", "", [], [.tag("dt", "", [], label), .tag("dd", "", [], [.text(value)] + shown)])
  }
}

extension Page.Sheet {
  fileprivate var markup: Markup {
    let sheet = TableSheet(table, .unicode)
    let head = sheet.columns.enumerated().map { place, column -> Markup in
      column.title.isEmpty
        ? .tag("td") : .tag("th", sheet.isRightAligned(place) ? "num" : "", [.init("scope", "col")], column.title)
    }
    let rows = sheet.lines.compactMap { line -> Markup? in
      guard case .row(let entries, let emphasis) = line else { return nil }
      let cells = entries.enumerated().map { place, entry in
        cell(entry, place, sheet.columns[place].title, isNumber: sheet.isRightAligned(place))
      }
      return .tag("tr", emphasis == .total || emphasis == .strong ? "total" : "", [], cells)
    }
    return .tag(
      "div", "scroll", [.init("tabindex", "0"), .init("role", "region"), .init("aria-label", caption.plain)],
      [
        .tag(
          "table", kind, [],
          [
            .tag("caption", "", [], caption.markup), .tag("thead", "", [], [.tag("tr", "", [], head)]),
            .tag("tbody", "", [], rows),
          ])
      ])
  }

  private func cell(_ entry: TableSheet.Entry, _ place: Int, _ title: String, isNumber: Bool) -> Markup {
    let words = entry.text.trimmed
    let content: [Markup] =
      entry.tone == .accent ? [.tag("code", "", [], words)] : grade(words, place) ?? [.text(words)]
    guard place > 0 else { return .tag("th", "", [.init("scope", "row")], content) }
    return .tag("td", isNumber ? "num" : "", [.init("data-h", title)], content)
  }

  /// In the table of assumptions the third column has a frame whose colour says how good a source is.
  private func grade(_ words: String, _ place: Int) -> [Markup]? {
    guard kind == "trust", place == 2 else { return nil }
    let tint = ["A", "B", "C", "M"].contains(words) ? " g\(words)" : ""
    return [.tag("b", "grade\(tint)", [], words)]
  }
}

extension String {
  /// Without the blanks that line numbers up on a terminal.
  fileprivate var trimmed: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
