import Tabular
import Testing

@testable import Importers

@Suite("Rules for a table of one's own")
struct RulesTests {
  private let text = """
    # a bank
    kind cash
    account bank
    currency EUR
    date When dmy
    amount In - Out   # two columns
    balance Left
    skip where What ~ "opening"
    text What
    """
  private let table = """
    When,What,In,Out,Left
    03/04/2027,Opening balance,,,100.00
    04/04/2027,Sale,20.50,,120.50
    05/04/2027,Ads,,5.00,115.50
    05/04/2027,Ads,,5.00,110.50

    """

  private func fault(_ text: String) -> ImportRules.Fault? {
    do throws(ImportRules.Fault) {
      _ = try ImportRules(text)
      return nil
    } catch { return error }
  }

  @Test("two columns make one amount, rows are skipped by their text, and the last balance is the end")
  func reading() throws {
    let harvest = try Importer.read(ByteArray(table.utf8), ImportOptions().following(try ImportRules(text)))
    #expect(harvest.used == 3 && harvest.skipped.map(\.reason) == [.rule])
    #expect(harvest.totals["EUR"]?[.sum]?.text() == "10.50" && harvest.totals["EUR"]?[.closing]?.text() == "110.50")
    var store = RowStore(.cash)
    var rows = try #require(harvest.tables[.cash])
    let (bytes, _) = store.merged(with: &rows)
    #expect(String(decoding: bytes, as: UTF8.self).split(separator: "\n").count == 4)
    let kept = try RowStore(reading: ByteArray(bytes), as: .cash)
    let actuals = MonthlyActuals(currency: "EUR") { $0 == .cash ? kept : RowStore($0) }
    let month = try #require(actuals.months.first)
    #expect(actuals.value(.cash, month)?.text() == "110.50" && !actuals.isWhole(month))
  }

  @Test("a rule that cannot be meant is refused with its line")
  func faults() {
    #expect(fault(text) == nil)
    #expect(fault("kind cash\nacount bank\n")?.line == 2)
    #expect(fault("kind orders\n")?.line == 1)
    #expect(fault("account a\naccount b\n")?.problem == .twice("account"))
    #expect(fault("account a\ndate d\n")?.problem == .missing("amount"))
    #expect(fault("header 99\n")?.line == 1 && fault("skip Text\n")?.line == 1 && fault("decimal point\n")?.line == 1)
  }

  @Test("the delimiter is as the rules say, where cells hold another one more often")
  func delimiter() throws {
    let table = "When|In,Out|Note\n03/04/2027|20.50|a,b,c\n04/04/2027|1.00|d,e,f\n"
    let rules = try ImportRules("account b\ncurrency EUR\ndelimiter |\ndate When dmy\namount In,Out\n")
    let harvest = try Importer.read(ByteArray(table.utf8), ImportOptions().following(rules))
    #expect(harvest.separator == UInt8(ascii: "|") && harvest.totals["EUR"]?[.sum]?.text() == "21.50")
    #expect(fault("delimiter x\n")?.line == 1)
  }

  @Test("columns that are not there are named")
  func missing() throws {
    let rules = try ImportRules(text)
    #expect(throws: ImportFault.self) {
      try Importer.read(ByteArray("When,What,In,Out\n".utf8), ImportOptions().following(rules))
    }
  }
}
