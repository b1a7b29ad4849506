import Language

extension HeatMap {
  var picture: Picture {
    let (tall, left) = (24.0, 18.0)
    let numbers = NumberFormat()
    let width = (100 - left) / Double(max(1, columnLabels.count))
    var body: [Markup] = []
    for (row, label) in rowLabels.enumerated() {
      let y = tall * Double(row)
      body.append(.words(left - 1, y + 16, label, "s", .end))
      for column in columnLabels.indices {
        let x = left + width * Double(column)
        guard let value = value(row, column), let scale else { continue }
        let step = scale.step(of: value, steps: 8)
        body += [
          .rect("r\(step)", x: x, y, width: width, height: tall),
          .words(x + width / 2, y + 16, numbers.tick(value, style), step < 4 ? "s light" : "s dark", .middle),
        ]
      }
    }
    let bottom = tall * Double(rowLabels.count)
    for (column, label) in columnLabels.enumerated() {
      body.append(.words(left + width * (Double(column) + 0.5), bottom + 14, label, "s", .middle))
    }
    body.append(.words(0, bottom + 32, say("down: \(rowName); across: \(columnName)"), "s"))
    let ends = scale.map { "\(numbers.text($0.low, style)) – \(numbers.text($0.high, style))" } ?? ""
    return Picture(
      "heat", height: bottom + 38, title: title, told: say("down: \(rowName); across: \(columnName)") + " · " + ends,
      body)
  }
}
