import Language

/// Widths in terminal cells, as `Language` counts them.
extension String {
  func padded(to width: Int) -> String { padded(to: width, .leading) }

  func leftPadded(to width: Int) -> String { padded(to: width, .trailing) }
}

extension Character {
  var cells: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }
}
