package import Analysis
package import Language

/// A run of which only the digest was kept: what its answer showed, without what needs its worlds.
package struct KeptRunDocument {
  package var digest: RunDigest
  package var strategy: String
  package var currency: String
  /// nil where no such day is known.
  package var start: CalendarDate?
  package var seed: UInt64
  /// How uncertain numbers were drawn, in words; nil where that goes without saying.
  package var sampling: String?
  /// Such as `#12 before`.
  package var title: String
  /// When and by what it was made, and what the operator wrote of it, a line each.
  package var remarks: [String]
  /// What `why` found when it was asked.
  package var causes: [Causes] = []

  package init(
    _ digest: RunDigest, strategy: String, currency: String, start: CalendarDate?, seed: UInt64, sampling: String?,
    title: String, remarks: [String]
  ) {
    (self.digest, self.strategy, self.currency, self.start) = (digest, strategy, currency, start)
    (self.seed, self.sampling, self.title, self.remarks) = (seed, sampling, title, remarks)
  }

  package func document(_ glyphs: Surface.Glyphs) -> Document {
    var blocks: [Block] = [.paragraph([.dim(headline)])]
    blocks += remarks.map { .paragraph([.dim($0)]) }
    blocks += [.blank, .chart(.signs(signs)), .blank, .table(keyFigures(NumberFormat(glyphs: glyphs)))]
    if let chart = cashChart { blocks += [.blank, .chart(.cash(chart))] }
    for found in causes { blocks += found.blocks(glyphs) }
    return Document(blocks)
  }

  private var months: Int { digest.outByMonth.count }
  private var length: String { months == 1 ? say("1 month") : say("\(months) months") }

  private var headline: String {
    let span = start.map { say("\(length) from \($0)") } ?? length
    let seed = [say("seed \(seed)")] + [sampling].compactMap(\.self)
    return ([strategy, NumberFormat().worlds(digest.paths), span] + seed + [title]).joined(separator: " · ")
  }

  private var signs: SignArray {
    let most = digest.outByMonth.max() ?? 0
    let month = most > 0 ? digest.outByMonth.firstIndex(of: most) : nil
    return SignArray(digest.endings, note: month.map { say("most often in month \($0 + 1)") } ?? "")
  }

  private func keyFigures(_ format: NumberFormat) -> Table {
    let titles = [say("bad case"), say("typical"), say("good case"), say("averages")]
    let ruin = Double(digest.out) / Double(max(1, digest.paths))
    let gains = [digest.gain.p5, digest.gain.p50, digest.gain.p95, digest.plannedGain]
    let lowest = [digest.lowestCash.p5, digest.lowestCash.p50, digest.lowestCash.p95]
    let cells = zip(lowest, RunRecord.cases).map { low, share -> Table.Cell in
      ruin >= share ? .text(say("out"), .bad) : .text(format.money(low))
    }
    return Table(
      columns: [Table.Column(currency, .text)] + titles.map { Table.Column($0, .number(.money)) },
      rows: [
        Table.Row([.text(say("Gain, \(length)"))] + gains.map { .text(format.gain($0, nil).value) }),
        Table.Row([.text(say("Lowest cash"))] + cells + [.text(format.money(digest.plannedLowestCash))]),
      ])
  }

  private var cashChart: CashChart? {
    let periods = digest.cash.map { spread in
      FanChart.Period("", p5: spread.p5, p25: spread.p25, p50: spread.p50, p75: spread.p75, p95: spread.p95)
    }
    guard let first = periods.first, periods.count == months + 1, months > 0 else { return nil }
    let names = (0..<months).map { month in
      start?.adding(months: month)?.nameOfMonth.filter { !$0.isWhitespace } ?? String(month + 1)
    }
    return CashChart(
      currency: currency, start: first, months: Array(periods.dropFirst()), names: names,
      out: Apportionment.of(digest.endings.ofHundred.out, by: digest.outByMonth))
  }
}
