import Language
import Scenarios

/// A credit card (model 9), ready to run.
struct CardProgram: Sendable {
  /// `cards.visa`
  let name: String
  let limit: Parameter
  let interestRate: Parameter
  let dueDays: Int
  /// Is a day that of a statement?
  let hasStatement: [Bool]

  static func all(_ compiler: inout Compiler) -> [CardProgram] {
    compiler.scenario.cards.entries.map { CardProgram($0.value, "cards.\($0.name)", &compiler) }
  }

  private init(_ card: Card, _ path: String, _ compiler: inout Compiler) {
    name = path
    limit = compiler.parameter(path + ".limit", card.limit)
    interestRate = compiler.parameter(path + ".interest_rate", card.interestRate)
    dueDays = Int(card.dueDays)
    let (scenario, statementDay) = (compiler.scenario, Int(card.statementDay))
    hasStatement = (0..<compiler.calendar.days).map { scenario.date(ofDay: $0).day == statementDay }
  }
}
