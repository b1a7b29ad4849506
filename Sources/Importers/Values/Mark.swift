/// What parts decimals from whole numbers.
package enum Mark: String, Sendable, CaseIterable {
  case point = "dot"
  case comma
}

/// What comes first in a date of numbers.
package enum DayOrder: String, Sendable, CaseIterable {
  case dayFirst = "dmy"
  case monthFirst = "mdy"
}
