package import Language

/// A day as a file writes it, with the time and the distance from UTC where the file has them.
package struct Moment: Hashable, Sendable {
  package let day: CalendarDate
  /// Seconds since midnight.
  package let seconds: Int?
  /// Minutes east of UTC.
  package let offset: Int?

  package static let years = 2000...2099

  init(_ day: CalendarDate, seconds: Int? = nil, offset: Int? = nil) {
    (self.day, self.seconds, self.offset) = (day, seconds, offset)
  }

  /// `2027-03-01T09:12:40-05:00`, as much of it as is known.
  package var text: String {
    guard let seconds else { return day.description }
    let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(Self.two).joined(separator: ":")
    guard let offset else { return "\(day)T\(time)" }
    if offset == 0 { return "\(day)T\(time)Z" }
    return "\(day)T\(time)\(offset < 0 ? "-" : "+")\(Self.two(abs(offset) / 60)):\(Self.two(abs(offset) % 60))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Seconds since 1970 in UTC; nil where time or offset are not known.
  package var instant: Int? {
    guard let seconds, let offset else { return nil }
    return day.daysSinceEpoch * 86_400 + seconds - offset * 60
  }
}
