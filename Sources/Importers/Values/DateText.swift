import Language

/// A date as a cell spells it. Where day and month are both numbers up to 12 it has two readings.
struct DateText {
  /// With the month before the day.
  let monthFirst: Moment?
  /// With the day before the month.
  let dayFirst: Moment?
  /// Its spelling can only be meant one way: a year in front, a month in letters, points between the numbers.
  let isFixed: Bool

  static let mostBytes = 64

  /// nil for what is no date, such as 2027-02-30.
  init?(_ cell: ArraySlice<UInt8>) {
    guard cell.count <= Self.mostBytes else { return nil }
    if let day = Self.iso(cell) {
      let rest = cell.dropFirst(10)
      guard let moment = rest.isEmpty ? Moment(day) : Self.moment(day, String(decoding: rest, as: UTF8.self)[...])
      else { return nil }
      self.init(fixed: moment)
      return
    }
    let text = Fold.folded(String(decoding: cell, as: UTF8.self)).lowercased()
    guard let parts = Parts(text) else { return nil }
    self.init(parts)
  }

  private init(fixed moment: Moment) { self.init(monthFirst: moment, dayFirst: moment, isFixed: true) }

  private init(monthFirst: Moment?, dayFirst: Moment?, isFixed: Bool) {
    (self.monthFirst, self.dayFirst, self.isFixed) = (monthFirst, dayFirst, isFixed)
  }

  private init?(_ parts: Parts) {
    func moment(_ day: Int, _ month: Int) -> Moment? {
      guard Moment.years.contains(parts.year), let date = CalendarDate(year: parts.year, month: month, day: day) else {
        return nil
      }
      return Self.moment(date, parts.time)
    }
    switch parts.month {
    case .known(let month):
      guard let moment = moment(parts.first, month) else { return nil }
      self.init(fixed: moment)
    case .number(let second, let isFixed):
      if isFixed {
        guard let moment = moment(parts.first, second) else { return nil }
        self.init(fixed: moment)
        return
      }
      let (month, day) = (moment(second, parts.first), moment(parts.first, second))
      if month == nil && day == nil { return nil }
      self.init(monthFirst: month, dayFirst: day, isFixed: false)
    }
  }

  /// `2027-03-01`, without a look at letters.
  private static func iso(_ cell: ArraySlice<UInt8>) -> CalendarDate? {
    guard cell.count >= 10 else { return nil }
    let start = cell.startIndex
    guard cell[start + 4] == UInt8(ascii: "-"), cell[start + 7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for place in range {
        let byte = cell[start + place]
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte & 0xF)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), Moment.years.contains(year)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// A day with what stands behind it: nothing, or a time with its zone.
  private static func moment(_ day: CalendarDate, _ text: Substring) -> Moment? {
    var rest = text.drop { $0 == " " || $0 == "," }
    if rest.first == "T" || rest.first == "t" { rest = rest.dropFirst() }
    if rest.isEmpty { return Moment(day) }
    guard let time = ClockTime(rest) else { return nil }
    return Moment(day, seconds: time.seconds, offset: time.offset)
  }

  // MARK: Parts

  private struct Parts {
    enum Month {
      case known(Int)
      /// The second of two numbers; fixed where the first is surely the day.
      case number(Int, isFixed: Bool)
    }
    var year: Int
    /// The day, or the first of two numbers.
    var first: Int
    var month: Month
    var time: Substring

    init?(_ text: String) {
      var tokens = Tokens(text)
      if let eight = tokens.eightDigits {
        (year, first, month, time) = (eight / 10_000, eight % 100, .known(eight / 100 % 100), tokens.rest)
        return
      }
      guard let one = tokens.next() else { return nil }
      let mark = tokens.mark
      guard let two = tokens.next() else { return nil }
      guard let three = tokens.next() else { return nil }
      time = tokens.rest
      switch (one, two, three) {
      case (.number(let a, let width), .number(let b, _), .number(let c, _)) where width == 4:
        (year, month, first) = (a, .known(b), c)
      case (.number(let a, _), .number(let b, _), .number(let c, let width)) where width == 4 || width == 2:
        year = width == 4 ? c : 2000 + c
        (first, month) = (a, .number(b, isFixed: mark == "."))
      case (.number(let a, _), .month(let b), .number(let c, let width)) where width == 4 || width == 2:
        (year, month, first) = (width == 4 ? c : 2000 + c, .known(b), a)
      case (.month(let a), .number(let b, _), .number(let c, let width)) where width == 4 || width == 2:
        (year, month, first) = (width == 4 ? c : 2000 + c, .known(a), b)
      default: return nil
      }
    }
  }

  /// Numbers and names of months, with `-`, `/`, `.`, blanks, commas and 年月日 between them.
  private struct Tokens {
    enum Token {
      case number(Int, width: Int)
      case month(Int)
    }
    private(set) var rest: Substring
    private(set) var mark: Character?
    private static let between: Set<Character> = ["-", "/", ".", ",", " ", "年", "月", "日"]

    init(_ text: String) { rest = text[...] }

    var eightDigits: Int? {
      mutating get {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard digits.utf8.count == 8, let value = Int(digits) else { return nil }
        rest = rest.dropFirst(8)
        return value
      }
    }

    mutating func next() -> Token? {
      guard let first = rest.first else { return nil }
      if first.isASCII, first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard digits.utf8.count <= 4, let value = Int(digits) else { return nil }
        rest = rest.dropFirst(digits.count)
        passMarks()
        return .number(value, width: digits.count)
      }
      let letters = rest.prefix { $0.isLetter && !Self.between.contains($0) }
      guard let month = MonthNames.number(String(letters)) else { return nil }
      rest = rest.dropFirst(letters.count)
      passMarks()
      return .month(month)
    }

    private mutating func passMarks() {
      var marks = rest.prefix { Self.between.contains($0) }
      // "1. März" and "1 de mayo de 2027"
      rest = rest.dropFirst(marks.count)
      if rest.hasPrefix("de ") { rest = rest.dropFirst(3) }
      while marks.first == " " { marks.removeFirst() }
      mark = marks.first ?? mark
    }
  }
}

/// A time of day: `09:12:40`, `23:40`, `9:05 PM`, with `-0500`, `+02:00`, `Z`, `UTC` or `PDT` behind it.
struct ClockTime {
  let seconds: Int
  let offset: Int?

  init?(_ text: Substring) {
    var rest = text
    guard let hour = Self.number(&rest), rest.first == ":" else { return nil }
    rest = rest.dropFirst()
    guard let minute = Self.number(&rest), minute < 60 else { return nil }
    var second = 0
    if rest.first == ":" {
      rest = rest.dropFirst()
      guard let read = Self.number(&rest), read < 61 else { return nil }
      second = min(read, 59)
      if rest.first == "." || rest.first == "," {
        rest = rest.dropFirst()
        rest = rest.drop { $0.isASCII && $0.isNumber }
      }
    }
    rest = rest.drop { $0 == " " }
    var hours = hour
    let lower = rest.prefix(2).lowercased()
    if lower == "am" || lower == "pm" {
      guard (1...12).contains(hour) else { return nil }
      hours = hour % 12 + (lower == "pm" ? 12 : 0)
      rest = rest.dropFirst(2).drop { $0 == " " }
    }
    guard hours < 24 else { return nil }
    seconds = hours * 3600 + minute * 60 + second
    guard let offset = Self.offset(rest) else { return nil }
    self.offset = offset
  }

  private static func number(_ rest: inout Substring) -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.utf8.count) else { return nil }
    rest = rest.dropFirst(digits.utf8.count)
    return Int(digits)
  }

  /// Zones by their letters, as PayPal and Amazon write them.
  private static let zones: [String: Int] = [
    "z": 0, "utc": 0, "gmt": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420, "cet": 60, "cest": 120, "bst": 60, "mez": 60, "mesz": 120,
  ]

  /// nil inside where nothing tells; nil outside where what stands there is no zone.
  private static func offset(_ text: Substring) -> Int?? {
    if text.isEmpty { return .some(nil) }
    if let known = zones[text.lowercased()] { return .some(known) }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), digits.count == 2 || digits.count == 4,
      let value = Int(digits)
    else { return nil }
    let minutes = digits.count == 2 ? value * 60 : value / 100 * 60 + value % 100
    guard minutes <= 14 * 60 else { return nil }
    return .some(sign == "-" ? -minutes : minutes)
  }

  /// Minutes east of UTC of a zone's letters, `CEST`.
  static func zone(_ letters: String) -> Int? { zones[letters.lowercased()] }
}
