import Language
import Reports
import Statistics

extension HelpPages {
  /// How a number that is not certain may be written, beside the calls of the catalogue of distributions.
  static let spellings: [(text: String, meaning: String)] = [
    (
      "0.60 to 1.40",
      "9 in 10 values lie between these two numbers (P5 to P95); lognormal if both are positive, otherwise normal"
    ),
    ("10 to 30 likely 18", "lowest, highest and most likely value, with a smooth curve between (pert)"),
    ("p10 20 p90 60", "the values at two or more percentiles"),
    ("80%: 0 | 20%: 1000 to 4000", "one of several values, each with its chance"),
    ("25% chance 3000", "this value with this chance, otherwise 0"),
    ("from costs.csv column cpc", "values like those in a column of a file"),
    ("same as ads.meta.cpc", "the same value as the other parameter"),
  ]

  /// The topic `ranges`.
  static var ranges: Document {
    let written = spellings.map { Fact($0.text, [TextRun($0.meaning.said)]) }
    let calls = LawCatalogue.entries.map {
      Fact($0.usage, [TextRun($0.summary.said)], note: say("such as \($0.example)"))
    }
    return Document([
      .paragraph([
        TextRun(
          say(
            "A number may be a range or a distribution: each world then draws its own value. Units are written as usual."
          ))
      ]),
      .blank, .paragraph([.dim(say("Write"))]), .facts(written), .blank,
      .paragraph([.dim(say("Distributions"))]), .facts(calls), .blank,
      .paragraph([
        TextRun(
          say(
            "To see a picture of a parameter's distribution, write: show PARAMETER. To make several numbers move together, write their names and a rank correlation (1: always together, 0: not linked, −1: opposite) in the file, under: correlations:"
          ))
      ]),
    ])
  }
}
