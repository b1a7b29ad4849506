package import Analysis
import Language

/// A parameter that a sweep went over.
package struct SweptParameter: Sendable {
  package let path: String
  /// Said once above its values; empty where each value says it.
  package let unit: String
  package let labels: [String]
  /// Nil for values that are no numbers.
  package let numbers: [Double]?
  package let axisStyle: NumberStyle
  /// The place of the value that the scenario has now.
  package let now: Int?

  package init(
    path: String, unit: String, labels: [String], numbers: [Double]?, axisStyle: NumberStyle, now: Int?
  ) {
    self.path = path
    self.unit = unit
    self.labels = labels
    self.numbers = numbers
    self.axisStyle = axisStyle
    self.now = now
  }

  var title: String { unit.isEmpty ? path : "\(path), \(unit)" }
}

/// What `sweep` answers.
package struct SweepReport: Report {
  private let sweep: Sweep
  private let parameters: [SweptParameter]
  private let circumstances: Circumstances

  package init(_ sweep: Sweep, _ parameters: [SweptParameter], _ circumstances: Circumstances) {
    self.sweep = sweep
    self.parameters = parameters
    self.circumstances = circumstances
  }

  package func document(_ glyphs: Surface.Glyphs) -> Document {
    var blocks: [Block] = [circumstances.headline, .blank]
    switch parameters.count {
    case 1: blocks += line(parameters[0], glyphs)
    default: blocks += maps
    }
    return Document(blocks)
  }

  /// A row for each point, whatever the number of parameters.
  package var table: Table {
    let columns =
      parameters.map { Table.Column($0.path, .text) }
      + sweep.measures.flatMap { measure in
        [measure.name, "\(measure.name) low", "\(measure.name) high"].map { Table.Column($0, .number(measure.style)) }
      }
    return Table(
      columns: columns,
      rows: sweep.rows.enumerated().map { point, readings in
        Table.Row(dataLabels(point) + readings.flatMap(Self.cells))
      })
  }

  /// The columns of the rows are the parameters and the figures, each with the ends of its interval.
  package static let shape: JSONShape =
    Circumstances.shape + [
      "parameters": .array(.string), "measures": .array(.string), "wanted": .integer, "finished": .integer,
      "rows": .rows(others: .cell),
    ]

  package var json: JSON {
    .object(
      circumstances.json + [
        JSON.Member("parameters", .array(parameters.map { .string($0.path) })),
        JSON.Member("measures", .array(sweep.measures.map { .string($0.name) })),
        JSON.Member("wanted", .integer(sweep.points)), JSON.Member("finished", .integer(sweep.rows.count)),
        JSON.Member("rows", table.json()),
      ])
  }

  /// Numbers as numbers, for programs.
  private func dataLabels(_ point: Int) -> [Table.Cell] {
    zip(parameters, sweep.places(of: point)).map { parameter, place in
      parameter.numbers.map { .number($0[place]) } ?? .text(parameter.labels[place])
    }
  }

  private static func cells(_ reading: Reading?) -> [Table.Cell] {
    guard let reading else { return [.missing, .missing, .missing] }
    let ends = reading.interval.map { [Table.Cell.number($0.lowerBound), .number($0.upperBound)] }
    return [.number(reading.value)] + (ends ?? [.missing, .missing])
  }

  // MARK: One parameter

  private func line(_ parameter: SweptParameter, _ glyphs: Surface.Glyphs) -> [Block] {
    let withErrors = sweep.measures.count < 3
    let marksNow = parameter.now.map { $0 < sweep.rows.count } ?? false
    let columns =
      [Table.Column(parameter.title, .text)]
      + sweep.measures.flatMap { measure -> [Table.Column] in
        let column = Table.Column(measure.fullTitle, short: measure.shortTitle, .number(measure.style))
        return withErrors ? [column, Table.Column("± (95 %)", short: "±", .number(measure.errorStyle))] : [column]
      } + (marksNow ? [Table.Column("", .text)] : [])
    let rows = sweep.rows.enumerated().map { point, readings in
      let isNow = point == parameter.now
      let figures = zip(sweep.measures, readings).flatMap { measure, reading -> [Table.Cell] in
        let value = reading.map { Table.Cell.number($0.value) } ?? .missing
        return withErrors ? [value, reading?.reach.map { .number($0, .dim) } ?? .missing] : [value]
      }
      let now: [Table.Cell] = marksNow ? [.text(isNow ? say("now") : "", .dim)] : []
      return Table.Row([.text(parameter.labels[point])] + figures + now, isNow ? .strong : .none)
    }
    var blocks: [Block] = [.table(Table(columns: columns, rows: rows))]
    if !withErrors { blocks.append(.paragraph([.dim(errors(glyphs))])) }
    if sweep.rows.count > 1, let measure = sweep.measures.first {
      blocks += [.blank, .chart(.line(chart(measure, parameter)))]
    }
    return blocks
  }

  /// `95 % sure to ± 0.9 points, ± 41 …`: the widest of each column, where there is no room for all.
  private func errors(_ glyphs: Surface.Glyphs) -> String {
    let format = NumberFormat(glyphs: glyphs)
    let texts = sweep.measures.enumerated().compactMap { place, measure -> String? in
      let widths = sweep.rows.compactMap { $0[place]?.reach }
      return widths.max().map { "\(measure.shortTitle) ± \(format.spelled($0, measure.errorStyle))" }
    }
    return texts.isEmpty
      ? "" : say("Largest margin of error (95 % sure): \(texts.joined(separator: Tongue.current.comma)).")
  }

  private func chart(_ measure: Measure, _ parameter: SweptParameter) -> LineChart {
    let points = sweep.rows.enumerated().map { point, readings in
      LineChart.Point(
        parameter.numbers?[point] ?? Double(point), parameter.labels[point],
        readings[0].map(\.value) ?? .nan, readings[0].flatMap(\.interval))
    }
    return LineChart(
      title: say("\(measure.fullTitle) by \(parameter.path)"), unit: measure.unit(currency: circumstances.currency),
      style: measure.style, placeStyle: parameter.numbers == nil ? nil : parameter.axisStyle,
      origin: circumstances.origin, points: points.sorted { $0.place < $1.place })
  }

  // MARK: Two parameters

  private var maps: [Block] {
    let (down, across) = (parameters[0], parameters[1])
    let maps = sweep.measures.enumerated().map { place, measure in
      let values = (0..<down.labels.count).map { row in
        (0..<across.labels.count).map { column -> Double? in
          let point = row * across.labels.count + column
          guard sweep.rows.indices.contains(point) else { return nil }
          return sweep.rows[point][place].map(\.value)
        }
      }
      return HeatMap(
        title: measure.fullTitle, unit: measure.unit(currency: circumstances.currency), style: measure.style,
        origin: circumstances.origin, rowName: named(down), columnName: named(across), rowLabels: down.labels,
        columnLabels: across.labels, values: values)
    }
    return Array(maps.map { [Block.chart(.heat($0))] }.joined(separator: [.blank]))
  }

  private func named(_ parameter: SweptParameter) -> String {
    guard let now = parameter.now else { return parameter.title }
    return say("\(parameter.title) (now \(parameter.labels[now]))")
  }
}
