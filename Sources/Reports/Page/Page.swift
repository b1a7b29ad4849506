import Language

/// A page for a decision before it has a form: the same sentences, pictures and tables become HTML and Markdown.
package struct Page: Sendable {
  /// Above the title: which run it is.
  var kicker: String
  var title: [TextRun]
  var lede: [[TextRun]]
  var heads: [Head]
  /// On the first printed page.
  var decision: [Section]
  /// On the second.
  var details: [Section]
  /// What made it, such as `dropcast 1.2`.
  var maker: String

  /// What stands above a column.
  struct Head: Sendable {
    /// How its chip is drawn.
    enum Tint: String { case no, toss, risky, yes }

    var name: String
    var chip: String
    var tint: Tint
    var what: String
  }

  /// A question and its answer.
  struct Section: Sendable {
    var kind: String
    var title: [TextRun]
    var told: [Paragraph] = []
    /// What not starting is beside it; empty where nothing is said of it.
    var baseline = ""
    var key: [Key] = []
    var figures: [Figure] = []
    /// Behind a fold.
    var tables: [Sheet] = []
  }

  struct Paragraph: Sendable {
    var runs: [TextRun]
    var isSmall = false

    init(_ text: String, isSmall: Bool = false) {
      runs = TypedNames.runs(text)
      self.isSmall = isSmall
    }
  }

  /// What a mark of a picture means.
  struct Key: Sendable {
    enum Shape: Sendable {
      case sign(WorldSign)
      case halfBand, band, typical
    }

    var shape: Shape
    var words: String
  }

  struct Figure: Sendable {
    enum Content: Sendable {
      case picture(Picture)
      case sheet(Sheet)
      case lines([Line])
    }

    var caption: [TextRun]
    var content: Content
    /// Amounts below a picture.
    var cases: [Case] = []
  }

  /// `Bring 1,500 USD. With it …`, or a command with what it stands for.
  struct Line: Sendable {
    var head: [TextRun]
    var tail: [TextRun]
    /// Long, and to be broken anywhere.
    var hash = ""
  }

  struct Case: Sendable {
    var label: String
    var value: String
    var error: String
  }

  struct Sheet: Sendable {
    var caption: [TextRun]
    var table: Table
    var kind = ""
  }
}

/// Names as the operator typed them, told apart in sentences that are translated whole: they stand between two signs that no
/// text has, and become pieces of their own.
enum TypedNames {
  private static let (begin, end): (Character, Character) = ("\u{E000}", "\u{E001}")

  static func marked(_ name: String) -> String {
    "\(begin)\(name.filter { $0 != begin && $0 != end }.shortened(to: 80))\(end)"
  }

  static func runs(_ text: String) -> [TextRun] {
    var runs: [TextRun] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: begin) {
      if start > rest.startIndex { runs.append(TextRun(String(rest[..<start]))) }
      rest = rest[rest.index(after: start)...]
      let stop = rest.firstIndex(of: end) ?? rest.endIndex
      runs.append(.accent(String(rest[..<stop])))
      rest = stop < rest.endIndex ? rest[rest.index(after: stop)...] : ""
    }
    return rest.isEmpty ? runs : runs + [TextRun(String(rest))]
  }
}
