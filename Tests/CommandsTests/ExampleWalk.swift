import Commands
import Foundation
import Language
import PtySupport
import Reports
import Scenarios

/// Every example of every command in one session, in the catalogue's order, in one language. It takes minutes: it is made
/// once, and every test that reads what examples answer reads this.
struct ExampleWalk: Sendable {
  struct Step: Sendable, CustomStringConvertible {
    let verb: String
    let example: String
    let ending: Session.Ending
    let complaint: String
    /// On 80 columns.
    let shown: String
    let documents: [Document]
    let notices: [String]

    var description: String { example }
  }

  let steps: [Step]
  /// What files, strategies, parts, events and niches are called: names that somebody has typed.
  let names: Set<String>

  static func inLanguage(_ tongue: Tongue) throws -> ExampleWalk {
    try (tongue == .english ? english : chinese).get()
  }

  private static let english = Result { try ExampleWalk(.english) }
  private static let chinese = Result { try ExampleWalk(.chinese) }

  private init(_ tongue: Tongue) throws {
    (steps, names) = try Tongue.$current.withValue(tongue) {
      let desk = try Desk(interactive: true, loaded: false)
      try FileManager.default.createSymbolicLink(
        atPath: desk.folder.path("scenarios"), withDestinationPath: bundledScenarios)
      desk.folder.write(sampleOrders.utf8, to: "orders.csv")
      desk.folder.write(sampleProducts.utf8, to: "best-sellers.csv")
      var steps: [Step] = []
      var names: Set<String> = []
      for command in Catalogue.commands {
        // Those of `import` write into a folder that they name.
        if command.verb == "export" { desk.perform("import orders.csv") }
        for example in command.examples {
          let ending = desk.perform(example)
          // Where questions are asked, the next line would be an answer.
          _ = desk.session.leaveInterview()
          steps.append(
            Step(
              verb: command.verb, example: example, ending: ending, complaint: desk.complaint, shown: desk.shown,
              documents: desk.documents, notices: desk.notices))
          names.formUnion(desk.typedNames)
        }
      }
      return (steps, names)
    }
  }
}

extension Desk {
  /// What files, strategies, parts, events and niches are called in this session.
  fileprivate var typedNames: [String] {
    let scenario = session.scenario
    let parts = scenario.products.names + scenario.stores.names + scenario.ads.names + scenario.traffic.names
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return session.strategyNames + parts + scenario.suppliers.names + scenario.costs.names
      + scenario.events.map(\.name) + [scenario.name] + files
  }
}
