import Language

extension SignBars {
  var picture: Picture {
    let pitch = 25.0
    // What fits on a telephone; the table below has it whole.
    let room = 50
    let longest = Double(max(1, rows.map { row in row.parts.reduce(0) { $0 + $1.count } }.max() ?? 1))
    var body: [Markup] = []
    for (number, row) in rows.enumerated() {
      let y = pitch * Double(number)
      body.append(.words(0, y + 11, row.label.shortened(to: room), "t"))
      var x = 0.0
      for part in row.parts where part.count > 0 {
        let width = 88 * Double(part.count) / longest
        body.append(.rect("bar \(Self.tint(part))", x: x, y + 14, width: max(width, 0.3), height: 8))
        x += width
      }
      body.append(.words(x, y + 22, String(row.count), "n", aside: 5))
    }
    let bottom = pitch * Double(rows.count)
    for (place, entry) in key.enumerated() {
      let left = 33 * Double(place % 3)
      let y = bottom + 16 + 16 * Double(place / 3)
      let part = Part(entry.sign, 1, entry.tone)
      body += [
        .rect("bar \(Self.tint(part))", x: left, y - 9, width: 2, height: 8),
        .words(left + 3, y, entry.words, "s"),
      ]
    }
    let told = rows.map { "\($0.label): \($0.count)" }.joined(separator: Tongue.current.semicolon)
    return Picture(
      "causes", height: bottom + (key.isEmpty ? 0 : 8 + PictureFrame.keyHeight(key.count)), title: title, told: told,
      body)
  }

  private static func tint(_ part: Part) -> String {
    switch part.tone {
    case .bad: "ruin"
    case .good: "profit"
    case .dim: "keep"
    case .plain, .strong, .accent: "loss"
    }
  }
}
