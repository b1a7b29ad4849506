import Language

/// A time zone as the system's tables know it (RFC 9636): the day of an order is that of its seller.
package struct Zone: Sendable {
  private var times: [Int] = []
  /// Seconds east of UTC from each of the times on.
  private var offsets: [Int] = []
  private var first = 0
  /// For times behind the table.
  private var rule: ZoneRule?

  /// nil for bytes that are no such table.
  package init?(table bytes: [UInt8]) {
    guard bytes.starts(with: "TZif".utf8), bytes.count > 44 else { return nil }
    var reader = Reader(bytes: bytes)
    var isWide = false
    if bytes[4] >= UInt8(ascii: "2") {
      // Newer tables begin with one of the old kind, for old readers.
      guard let old = reader.counts() else { return nil }
      reader.place += old.size(of: 4)
      isWide = true
    }
    guard let counts = reader.counts(), reader.place + counts.size(of: isWide ? 8 : 4) <= bytes.count else {
      return nil
    }
    times = (0..<counts.times).map { _ in reader.number(isWide ? 8 : 4) }
    let kinds = (0..<counts.times).map { _ in reader.number(1) & 0xFF }
    let known = (0..<counts.types).map { _ in
      let offset = reader.number(4)
      reader.place += 2
      return offset
    }
    guard !known.isEmpty, kinds.allSatisfy({ known.indices.contains($0) }), times == times.sorted() else { return nil }
    first = known[0]
    offsets = kinds.map { known[$0] }
    reader.place += counts.letters + counts.leaps * (isWide ? 12 : 8) + counts.standards + counts.universals
    if isWide, reader.place < bytes.count {
      let footer = String(decoding: bytes[reader.place...], as: UTF8.self).split(separator: "\n").first
      rule = footer.flatMap { ZoneRule(String($0)) }
    }
  }

  /// Seconds east of UTC at a moment in seconds since 1970.
  func offset(at instant: Int) -> Int {
    if let last = times.last, instant < last || rule == nil {
      var (low, high) = (0, times.count)
      while low < high {
        let middle = (low + high) / 2
        if times[middle] <= instant { low = middle + 1 } else { high = middle }
      }
      return low == 0 ? first : offsets[low - 1]
    }
    return rule?.offset(at: instant) ?? first
  }

  private struct Counts {
    let universals, standards, leaps, times, types, letters: Int

    func size(of width: Int) -> Int {
      times * width + times + types * 6 + letters + leaps * (width + 4) + standards + universals
    }
  }

  private struct Reader {
    let bytes: [UInt8]
    var place = 0

    mutating func counts() -> Counts? {
      guard place + 44 <= bytes.count, bytes[place...].starts(with: "TZif".utf8) else { return nil }
      place += 20
      let numbers = (0..<6).map { _ in number(4) }
      guard numbers.allSatisfy({ (0...10_000).contains($0) }) else { return nil }
      return Counts(
        universals: numbers[0], standards: numbers[1], leaps: numbers[2], times: numbers[3], types: numbers[4],
        letters: numbers[5])
    }

    /// A number with its highest byte first, and with a sign.
    mutating func number(_ width: Int) -> Int {
      guard place + width <= bytes.count else { return 0 }
      var value = bytes[place] >= 0x80 ? -1 : 0
      for _ in 0..<width {
        value = value << 8 | Int(bytes[place])
        place += 1
      }
      return value
    }
  }
}

/// How a zone goes on for ever: `EST5EDT,M3.2.0,M11.1.0` (POSIX, TZ).
struct ZoneRule: Sendable {
  private let standard: Int
  private let summer: (offset: Int, begins: Change, ends: Change)?

  private struct Change: Sendable {
    let month, week, weekday, seconds: Int

    /// Seconds since 1970 as a clock on the wall counts them.
    func moment(in year: Int) -> Int? {
      guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
      // 1970-01-01 was a Thursday; 0 is Sunday.
      let weekdayOfFirst = (first.daysSinceEpoch + 4) % 7
      var day = 1 + (weekday - weekdayOfFirst + 7) % 7 + (week - 1) * 7
      while day > CalendarDate.daysIn(month: month, of: year) { day -= 7 }
      return (first.daysSinceEpoch + day - 1) * 86_400 + seconds
    }
  }

  init?(_ text: String) {
    let parts = text.split(separator: ",")
    guard let head = parts.first else { return nil }
    var rest = head
    guard Self.name(&rest), let west = Self.time(&rest) else { return nil }
    standard = -west
    guard !rest.isEmpty else {
      summer = nil
      return
    }
    guard Self.name(&rest), parts.count == 3, let begins = Self.change(parts[1]), let ends = Self.change(parts[2])
    else {
      return nil
    }
    summer = ((Self.time(&rest).map { -$0 } ?? standard + 3600), begins, ends)
  }

  func offset(at instant: Int) -> Int {
    guard let summer, let day = CalendarDate(daysSinceEpoch: (instant + standard) / 86_400),
      let begins = summer.begins.moment(in: day.year), let ends = summer.ends.moment(in: day.year)
    else { return standard }
    let (from, to) = (begins - standard, ends - summer.offset)
    let isSummer = from < to ? (from..<to).contains(instant) : !(to..<from).contains(instant)
    return isSummer ? summer.offset : standard
  }

  private static func name(_ rest: inout Substring) -> Bool {
    if rest.first == "<" {
      guard let end = rest.firstIndex(of: ">") else { return false }
      rest = rest[rest.index(after: end)...]
      return true
    }
    let letters = rest.prefix(while: \.isLetter)
    rest = rest.dropFirst(letters.count)
    return letters.count >= 3
  }

  /// `5`, `-3:30`, `+1`: in seconds.
  private static func time(_ rest: inout Substring) -> Int? {
    let text = rest.prefix { $0.isNumber || "+-:".contains($0) }
    guard !text.isEmpty else { return nil }
    rest = rest.dropFirst(text.count)
    let isNegative = text.first == "-"
    let numbers = text.drop { "+-".contains($0) }.split(separator: ":").compactMap { Int($0) }
    guard let hours = numbers.first, hours <= 167 else { return nil }
    let seconds = hours * 3600 + (numbers.count > 1 ? numbers[1] * 60 : 0) + (numbers.count > 2 ? numbers[2] : 0)
    return isNegative ? -seconds : seconds
  }

  /// `M3.2.0/2`
  private static func change(_ text: Substring) -> Change? {
    let parts = text.split(separator: "/")
    guard let day = parts.first, day.first == "M" else { return nil }
    let numbers = day.dropFirst().split(separator: ".").compactMap { Int($0) }
    guard numbers.count == 3, (1...12).contains(numbers[0]), (1...5).contains(numbers[1]), (0...6).contains(numbers[2])
    else { return nil }
    var clock = parts.count > 1 ? parts[1] : "2"
    guard let seconds = time(&clock) else { return nil }
    return Change(month: numbers[0], week: numbers[1], weekday: numbers[2], seconds: seconds)
  }
}

extension Moment {
  /// The same moment as clocks of a zone show it; where nothing tells which moment it is, as it stands.
  func seen(in zone: Zone?) -> Moment {
    guard let zone, let instant else { return self }
    let offset = zone.offset(at: instant)
    let local = instant + offset
    guard let day = CalendarDate(daysSinceEpoch: local / 86_400) else { return self }
    return Moment(day, seconds: local % 86_400, offset: offset / 60)
  }
}
