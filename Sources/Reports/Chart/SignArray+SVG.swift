import Language

extension SignArray {
  /// Ten by ten signs; beside them how many there are of each kind.
  func picture(title: String) -> Picture {
    let cell = 16.0
    let all = kinds.flatMap { kind in (0..<max(0, kind.count)).map { _ in kind.sign } }
    var body = all.prefix(100).enumerated().map { number, sign -> Markup in
      let (row, column) = number.quotientAndRemainder(dividingBy: 10)
      let id = WorldSign(sign).map { "m-\($0.rawValue)" } ?? "m-keep"
      return .sign(id, x: Place.text(8 + Double(column) * cell), 8 + Double(row) * cell)
    }
    let x = Place.text(10 * cell + 18)
    let shown = kinds.filter { $0.count > 0 }
    for (kind, y) in zip(shown, labelPlaces(shown.map(\.count), cell)) {
      body += [
        .tag("text", "big", [.init("x", x), .init("y", Place.text(y + 4))], String(kind.count)),
        .tag("text", "t", [.init("x", x), .init("y", Place.text(y + 19))], kind.words),
      ]
    }
    let told = kinds.map { "\($0.count) \($0.words)" }.joined(separator: Tongue.current.comma)
    return Picture("icons", height: 10 * cell, title: title, told: say("Of 100 worlds: \(told)."), body)
  }

  /// In the middle of its signs, and yet at least 44 pixels from the next.
  private func labelPlaces(_ counts: [Int], _ cell: Double) -> [Double] {
    var above = 0
    var places = counts.map { count -> Double in
      defer { above += count }
      return (Double(above) + Double(count) / 2) / 10 * cell
    }
    let (low, high, gap) = (16.0, 10 * cell - 22, 44.0)
    for place in places.indices {
      places[place] = max(places[place], place == 0 ? low : places[place - 1] + gap)
    }
    for place in places.indices.reversed() {
      places[place] = min(places[place], place == places.count - 1 ? high : places[place + 1] - gap)
    }
    return places
  }
}
