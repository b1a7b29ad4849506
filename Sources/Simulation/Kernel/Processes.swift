import CRows
import Statistics

/// The rows of a stationary Ornstein–Uhlenbeck process whose parameters may differ between paths.
struct SwingRows<Number: RowNumber> {
  let state: Row<Number>
  let deviation: Row<Number>
  let persistence: Row<Number>
  let innovation: Row<Number>

  init(_ arena: Arena) {
    state = arena.row()
    deviation = arena.row()
    persistence = arena.row()
    innovation = arena.row()
  }
}

/// A level that changes by the same factor every day.
struct GrowthRows {
  let level: MoneyRow
  let step: MoneyRow

  init(_ arena: Arena) {
    level = arena.money()
    step = arena.money()
  }
}

extension Kernel {
  func derive(_ rows: SwingRows<Number>, _ swing: SwingProgram) {
    guard swing.isUsed, mode == .worlds else { return }
    let deviations = row(swing.deviation)
    let halflives = row(swing.halflife)
    for i in 0..<lanes {
      let process = OrnsteinUhlenbeck(standardDeviation: deviations[i], halfLife: halflives[i])
      rows.deviation[i] = Number(process.standardDeviation)
      rows.persistence[i] = Number(process.persistence)
      rows.innovation[i] = Number(process.innovationDeviation)
    }
  }

  /// Two independent standard normals per lane.
  func drawNormals(_ stream: Stream, _ day: Int, _ first: Row<Number>, _ second: Row<Number>) {
    words(stream, day, into: scratch.words)
    words(stream, day, index: 1, into: scratch.moreWords)
    draws?.normals(scratch.words, scratch.moreWords, first, second, lanes)
  }

  /// One standard normal per lane: the first of the two.
  func drawNormals(_ stream: Stream, _ day: Int, _ normals: Row<Number>) {
    words(stream, day, into: scratch.words)
    words(stream, day, index: 1, into: scratch.moreWords)
    draws?.cosines(scratch.words, scratch.moreWords, normals, lanes)
  }

  /// A step of a process; on day 0 it starts from its stationary law.
  func move(_ rows: SwingRows<Number>, _ day: Int, _ normals: Row<Number>) {
    if day == 0 {
      for i in 0..<lanes { rows.state[i] = rows.deviation[i] * normals[i] }
    } else {
      draws?.swing(rows.persistence, rows.innovation, normals, rows.state, lanes)
    }
  }

  /// Scales a row by exp(±state − sd²/2): factors of mean 1.
  func scale(_ row: Row<Number>, by rows: SwingRows<Number>, sign: Number = 1) {
    draws?.scaleLognormal(rows.state, rows.deviation, sign, row, lanes)
  }

  /// - Parameter step: the factor from one day to the next, by lane.
  func derive(_ rows: GrowthRows, step: (Int) -> Double) {
    for i in 0..<lanes { rows.step[i] = step(i) }
  }

  /// The daily factor of a growth a year: (1 + rate)^(1 / 365).
  func dailyGrowth(_ rate: Double) -> Double { Elementary.pow(1 + rate, 1.0 / 365) }

  /// A day of a growth by this number of the scenario; a level that never changes costs nothing.
  func grow(_ rows: GrowthRows, by rate: Parameter?, _ day: Int) {
    guard day > 0, let rate, program.parameters.isUsed(rate) else { return }
    crows_multiply_money(rows.step, rows.level, lanes)
  }
}
