import Commands
import Foundation
import Language
import PtySupport
import Reports
import Scenarios
import Testing

/// A small shop that runs in a blink: one product, one supplier, one channel, three months.
let smallShop = """
  name: small shop
  currency: USD
  start: 2027-01-01
  months: 3
  cash: {budget: 3000 USD}
  costs:
    plan: {amount: 39 USD per month}
  products:
    lamp:
      price: 35 USD
      offers:
        yiwu: {unit_cost: 11 USD}
  stores:
    shop: {conversion: 3 %, payment_fee: 2.9 %, payout_days: 4}
  ads:
    meta: {budget: 30 USD per day, cpc: 0.50 USD, price_sd: 0.2}
  suppliers:
    yiwu: {failure_rate: 5 % per month, failure_days: 10 days, lost_rate: 2 %}
  strategies:
    lean:
      ads.meta.budget: 10 USD per day

  """

/// Two orders as Shopify exports them, one of them not paid.
let sampleOrders = """
  Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name
  #1,ada@example.com,paid,USD,39.00,4.95,2.73,46.68,2027-01-05 09:12:40 -0500,1,Lamp
  #2,ben@example.com,pending,USD,39.00,4.95,2.73,46.68,2027-02-06 09:12:40 -0500,1,Lamp
  #3,cy@example.com,paid,USD,18.50,4.95,1.30,24.75,2027-02-07 09:12:40 -0500,1,Mat

  """

/// Products of a marketplace, in the layout of our template.
let sampleProducts = """
  rank,title,asin,price,currency,rating,reviews,category,as_of
  1,Clip lamp,B01,21.99,USD,4.6,120,Lamps,2027-05-02
  2,Cork lamp,B02,34.50,USD,4.4,60,Lamps,2027-05-02
  3,Moss lamp,B03,39.00,USD,4.1,8,Lamps,2027-05-02

  """

/// The repository's folder of bundled scenarios.
let bundledScenarios = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "scenarios/").path()

/// A session in a temporary folder that holds `shop.yaml`, and all it replied.
final class Desk {
  let folder: TemporaryFolder
  var session: Session
  /// What was answered to read, as on a screen of 80 columns.
  private(set) var shown = ""
  private(set) var data = ""
  /// All of it as it follows on a terminal.
  private(set) var screen = ""
  /// What was answered, before it had a look.
  private(set) var documents: [Document] = []
  private(set) var notices: [String] = []
  private(set) var findings: [Finding] = []

  /// - Parameters:
  ///   - folder: that of an earlier session; without one it is new.
  ///   - keeping: whether its runs are kept beside the scenario; nil where there is no place for them at all.
  init(
    interactive: Bool = false, loaded: Bool = true, in folder: TemporaryFolder = TemporaryFolder(), keeping: Bool? = nil
  ) throws {
    self.folder = folder
    folder.write(smallShop.utf8, to: "shop.yaml")
    var surroundings = Surroundings()
    surroundings.isInteractive = interactive
    surroundings.directory = folder.path
    surroundings.home = folder.path
    surroundings.stateDirectory = folder.path("state")
    if let keeping {
      surroundings.keepsRuns = keeping
      surroundings.runsPlace = .besideScenario(dataDirectory: folder.path("data"))
      // 28 November 2026, about noon in Greenwich.
      surroundings.clock = { 1_795_867_200 }
    }
    session = Session(surroundings: surroundings)
    if loaded { try #require(perform("load shop.yaml") == .done) }
  }

  /// Performs a line; what was replied to it takes the place of what was replied before.
  @discardableResult
  func perform(_ line: String) -> Session.Ending {
    (shown, data, screen, documents, notices, findings) = ("", "", "", [], [], [])
    let glyphs = session.glyphs
    return session.perform(Source(name: "<test>", text: line)) { reply in
      switch reply {
      case .document(let document), .advice(let document):
        documents.append(document)
        let text = document.rendered(on: Surface(width: 80, rows: 24))
        shown += text
        screen += document.rendered(on: Surface(width: 80, rows: 24, glyphs: glyphs))
      case .data(let text):
        data += text
        screen += text
      case .notice(let text):
        notices.append(text)
        screen += text + "\n"
      case .failure(let failure):
        findings += failure.findings
        screen += failure.findings.map { $0.rendered() + "\n" }.joined()
      }
    }
  }

  /// The help and message of the first finding.
  var complaint: String { findings.first.map { "\($0.message)\n\($0.help ?? "")" } ?? "" }

  /// A parameter as the session holds it.
  func value(_ path: String) -> String {
    guard let slot = session.scenario.slot(path), let value = slot.get(session.scenario) else { return "none" }
    return slot.info.kind.write(value, currency: session.scenario.currency)
  }
}
