import Language
import Scenarios
import Simulation
import Tabular

/// The readers that need no session.
enum Readers {
  private static func told(_ findings: [Finding]) -> String? {
    findings.lazy.compactMap { complaint(about: $0.rendered(width: 80), "a finding") }.first
  }

  static func readScenario(_ input: [UInt8]) -> String? {
    let source = Source(name: "fuzz.yaml", text: String(decoding: input, as: UTF8.self))
    do throws(FindingsError) {
      let file = try ScenarioFile(reading: source)
      // What was read can be written and read again.
      let again = Source(name: "again.yaml", text: file.scenario.yaml(strategies: file.strategies))
      do throws(FindingsError) {
        let back = try ScenarioFile(reading: again)
        guard back.scenario == file.scenario else { return "a scenario comes back as another" }
      } catch { return "a scenario as written cannot be read: \(error.findings.first?.message ?? "")" }
      return told(file.notes)
    } catch { return told(error.findings) }
  }

  static func readValues(_ input: [UInt8]) -> String? {
    let text = String(decoding: input, as: UTF8.self)
    let fragment = Fragment(text)
    let source = Source(name: "<fuzz>", text: text)
    var wrong: String?
    func attempt(_ parse: () throws(Fault) -> Void) {
      do throws(Fault) { try parse() } catch {
        wrong = wrong ?? complaint(about: Finding(error, in: source).rendered(width: 80), "a finding")
      }
    }
    attempt { () throws(Fault) in _ = try CommandLine(parsing: fragment) }
    attempt { () throws(Fault) in _ = try ValueExpression(parsing: fragment) }
    attempt { () throws(Fault) in _ = try Change(parsing: fragment) }
    attempt { () throws(Fault) in _ = try RuleSentence(parsing: fragment) }
    attempt { () throws(Fault) in _ = try CalendarDate(parsing: fragment) }
    attempt { () throws(Fault) in
      let slots = shop.slots
      for path in ["ads.meta.cpc", "cash.budget", "stores.shop.payout_days", "suppliers.yiwu.failure_days"] {
        guard let slot = slots.first(where: { $0.path == path }) else { continue }
        let change = try Change(parsing: Fragment("\(path) = " + text))
        _ = try slot.info.value(
          after: change.operation, from: slot.get(shop), currency: "USD",
          columns: { _, _ in .failure(ColumnProblem("none")) })
      }
    }
    attempt { () throws(Fault) in _ = try Rule(parsing: fragment, for: shop) }
    return wrong
  }

  static func readTable(_ input: [UInt8]) -> String? {
    var column = NumberColumn()
    do throws(Refusal) {
      var table = try TableReader(ByteArray(input)) { $0.contains("cpc") }
      var line = 0
      while try table.next() {
        guard table.record.count >= table.header.count else { return "a row is shorter than the header" }
        guard table.record.line > line else { return "lines do not rise" }
        line = table.record.line
        for place in 0..<table.record.count {
          let cell = table.record.text(place)
          do throws(NumberColumn.Problem) { try column.append(Array(cell.utf8)[...], line: line) } catch { return nil }
        }
      }
      do throws(NumberColumn.Problem) {
        let numbers = try column.numbers(separator: table.separator)
        guard numbers.allSatisfy(\.isFinite) else { return "a number is none" }
      } catch { return nil }
    } catch { return nil }
    return nil
  }

  // MARK: Parts

  private static let program = Program(shop, seed: 1)

  /// The first byte tells what is kept; the others are the figures.
  static func readPart(_ input: [UInt8]) -> String? {
    guard let first = input.first else { return nil }
    let keeping: Keeping = first.isMultiple(of: 2) ? .worlds : .tallies
    guard var assembly = try? Assembly(program, keeping, paths: 8) else { return nil }
    var figures = ByteReader(input.dropFirst())
    guard assembly.add(&figures, worlds: 0..<8) else { return nil }
    let outcome = assembly.outcome
    guard outcome.paths == 8, outcome.sample(.closingCash).quantiles(at: [0, 0.5, 1]).count == 3 else {
      return "a part of 8 worlds gives others"
    }
    var bytes = ByteWriter()
    outcome.write(to: &bytes)
    return nil
  }

  static var sampleParts: [[UInt8]] {
    [Keeping.worlds, .tallies].enumerated().compactMap { place, keeping in
      var options = RunOptions()
      (options.paths, options.keeping, options.threads) = (8, keeping, 1)
      guard let outcome = try? program.run(options) else { return nil }
      var bytes = ByteWriter()
      outcome.write(to: &bytes)
      return [UInt8(place)] + bytes.bytes
    }
  }

  static let sampleValues: [[UInt8]] = [
    "40 USD/day", "0.5 .. 0.9", "0.50 to 1.10 USD", "30 % .. 60 %", "1 2 5", "lognormal(0.9, 0.3)", "pert(5, 8, 15)",
    "p10 2, p90 9", "20% chance 3 to 9", "70%: 1 to 2 | 30%: 5", "same as ads.meta.cpc", "from cpc.csv column cpc",
    "7 to 21 days", "5 % per month", "2,000 USD per 30 days", "ads.meta.budget = 40 USD/day", "ads.*.budget +20%",
    "cash.budget x2", "when cash < 500 then pause ads",
    "when roas(7) < 1.2 for 3 days then ads.*.budget x0.5 every 7 days",
    "when day >= 30 and cash > 2000 then ads.meta.budget = 60 min 10 max 90", "no rules", "2027-02-28", "破产 <= 5%",
  ].map { Array($0.utf8) }

  static let shop: Scenario = {
    let source = Source(name: "shop.yaml", text: shopText)
    guard let file = try? ScenarioFile(reading: source) else { fatalError("the shop of the fuzzer cannot be read") }
    return file.scenario
  }()

  static let shopText = """
    name: small shop
    currency: USD
    start: 2027-01-01
    months: 1
    cash: {budget: 3000 USD}
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
}
