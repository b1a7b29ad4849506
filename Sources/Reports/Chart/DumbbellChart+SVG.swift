import Language

extension DumbbellChart {
  var picture: Picture {
    let x = { (share: Double) in 4 + 92 * min(max(share, 0), 1) }
    let pitch = 31.0
    let height = pitch * Double(rows.count) + 18
    let band = (low: max(x(overall - noise / 2), 4), high: min(x(overall + noise / 2), 96))
    var body: [Markup] = [
      .rect("band", x: band.low, 0, width: band.high - band.low, height: height - 17),
      .line("middle", x(overall), 0, x(overall), height - 17),
    ]
    for (number, row) in rows.enumerated() {
      let y = pitch * Double(number) + 21
      body += [
        .words(0, y - 10, Self.end(of: row.label), "t halo"),
        .words(100, y - 10, "▽ \(row.lowAt)  ▲ \(row.highAt)", "s halo", .end),
        .line("grid", x(0), y, x(1), y), .line("reach", x(row.low), y, x(row.high), y),
      ]
      for (share, other, sign) in [(row.low, row.high, "m-low"), (row.high, row.low, "m-high")] {
        let isLeft = share > 0.06 && (share < other || share > 0.92)
        body += [
          .sign(sign, x: Place.percent(x(share)), y),
          .words(x(share), y + 4, hundred(share), "n halo", isLeft ? .end : .start, aside: isLeft ? -9 : 9),
        ]
      }
    }
    for share in [0, 0.5, 1] { body.append(.words(x(share), height - 3, hundred(share), "s", .middle)) }
    let told = rows.map { row in
      say(
        "\(row.label): a profit in \(hundred(row.low)) of 100 worlds where it is low, in \(hundred(row.high)) where it is high"
      )
    }
    return Picture(
      "drivers", height: height, title: title, told: told.joined(separator: Tongue.current.semicolon), body)
  }

  /// Of a long path the end says more, and the values beside it need room.
  private static func end(of label: String) -> String {
    let most = 30
    return label.count > most ? "…" + label.suffix(most - 1) : label
  }
}
