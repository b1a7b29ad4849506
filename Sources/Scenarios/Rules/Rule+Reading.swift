package import Language

extension Rule {
  /// Reads a rule as typed, for a scenario. What is wrong with it first is thrown.
  package init(parsing text: Fragment, for scenario: Scenario) throws(Fault) {
    _ = try RuleSentence(parsing: text)
    self.init(try text.sentence())
    if let name, let fault = Rule.fault(ofName: name, at: text.span) { throw fault }
    if let fault = scenario.faults(inRules: [text]).first { throw fault }
  }
}
