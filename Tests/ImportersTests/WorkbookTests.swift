import Language
import Tabular
import Testing

@testable import Importers

@Suite("Workbooks")
struct WorkbookTests {
  /// A zip archive whose parts are stored as they are.
  private func zip(_ parts: [(name: String, text: String)], flags: Int = 0) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) } }
    var (bytes, directory): ([UInt8], [UInt8]) = ([], [])
    for part in parts {
      let (name, text) = (Array(part.name.utf8), Array(part.text.utf8))
      let sizes = number(0, 4) + number(text.count, 4) + number(text.count, 4) + number(name.count, 2) + number(0, 2)
      directory += [0x50, 0x4B, 1, 2] + number(20, 2) + number(20, 2) + number(flags, 2) + number(0, 2) + number(0, 4)
      directory += sizes + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(bytes.count, 4) + name
      bytes +=
        [0x50, 0x4B, 3, 4] + number(20, 2) + number(flags, 2) + number(0, 2) + number(0, 4) + sizes + name + text
    }
    let start = bytes.count
    return bytes + directory + [0x50, 0x4B, 5, 6] + number(0, 4) + number(parts.count, 2) + number(parts.count, 2)
      + number(directory.count, 4) + number(start, 4) + number(0, 2)
  }

  private func book(_ sheets: [(name: String, rows: String, state: String)], properties: String = "") -> [UInt8] {
    let entries = sheets.indices.map {
      "<sheet name=\"\(sheets[$0].name)\" sheetId=\"\($0 + 1)\" state=\"\(sheets[$0].state)\" r:id=\"r\($0)\"/>"
    }
    let relations = sheets.indices.map { "<Relationship Id=\"r\($0)\" Target=\"worksheets/s\($0).xml\"/>" }
    let styles = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
    return zip(
      [
        ("xl/workbook.xml", "<workbook>\(properties)<sheets>\(entries.joined())</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships>\(relations.joined())</Relationships>"),
        ("xl/styles.xml", styles),
      ]
        + sheets.indices.map {
          ("xl/worksheets/s\($0).xml", "<worksheet><sheetData>\(sheets[$0].rows)</sheetData></worksheet>")
        })
  }

  private func text(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }

  private var header: String {
    "<row>" + ["Day", "Campaign name", "Amount spent (USD)", "Impressions"].map(text).joined() + "</row>"
  }

  private func row(_ day: Int, _ spend: String) -> String {
    "<row><c s=\"1\"><v>\(day)</v></c>\(text("a"))\(spend)</row>"
  }

  private func read(_ bytes: [UInt8], _ change: (inout ImportOptions) -> Void = { _ in }) throws -> Harvest {
    var options = ImportOptions()
    change(&options)
    return try Importer.read(ByteArray(bytes), options)
  }

  private func fault(_ bytes: [UInt8], _ change: (inout ImportOptions) -> Void = { _ in }) -> String {
    do {
      _ = try read(bytes, change)
      return "none"
    } catch { return "\(error)" }
  }

  @Test("days are days, whichever year they are counted from, and cells that are missing at the end are empty")
  func dates() throws {
    let rows = header + row(46_517, "<c><v>25.400000000000002</v></c>")
    let harvest = try read(book([("Ads", rows, "visible")]))
    #expect(harvest.period?.lowerBound.description == "2027-05-10")
    #expect(harvest.totals["USD"]?[.spend]?.text() == "25.40" && harvest.sheet == "Ads")
    let later = try read(book([("Ads", rows, "visible")], properties: "<workbookPr date1904=\"1\"/>"))
    #expect(later.period?.lowerBound.description == "2031-05-11")
  }

  @Test("formulas are never calculated: a stored value counts, none and errors are unknown")
  func formulas() throws {
    let rows =
      header + row(46_517, "<c><f>SUM(A1)</f><v>7.5</v></c>") + row(46_518, "<c><f>1/0</f></c>")
      + row(46_519, "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")
    #expect(try read(book([("Ads", rows, "visible")])).totals["USD"]?[.spend]?.text() == "7.50")
  }

  @Test("hidden sheets are read only when they are named, and two that could be meant are asked about")
  func sheets() throws {
    let rows = header + row(46_517, "<c><v>1.5</v></c>")
    let hidden = book([("Notes", "<row>\(text("x"))</row>", "visible"), ("Ads", rows, "hidden")])
    #expect(fault(hidden).contains("unknownKind"))
    #expect(try read(hidden) { $0.sheet = "Ads" }.used == 1)
    #expect(fault(book([("A", rows, "visible"), ("B", rows, "visible")])).contains("severalSheets([\"A\", \"B\"])"))
    #expect(fault(hidden) { $0.sheet = "C" }.contains("noSuchSheet"))
  }

  @Test("a number of sixteen digits is no order number any more")
  func rounded() throws {
    let header = ["order_id", "order_date", "supplier", "sku", "qty", "item_cost"].map(text).joined()
    let row =
      "<c><v>5770010020030040</v></c><c s=\"1\"><v>46517</v></c>\(text("y"))\(text("s"))<c><v>1</v></c><c><v>2</v></c>"
    let harvest = try read(book([("Costs", "<row>\(header)</row><row>\(row)</row>", "visible")]))
    #expect(harvest.refused.map(\.reason) == [.roundedID] && harvest.refused.map(\.line) == [2])
  }

  @Test("hostile workbooks are refused")
  func hostile() {
    let sheet = header + row(46_517, "<c><v>1</v></c>")
    #expect(fault(book([("A", "<!DOCTYPE x [<!ENTITY a \"b\">]>" + sheet, "visible")])).contains("declarations"))
    #expect(fault(book([("A", header + "<row><c t=\"str\"><v>&a;</v></c></row>", "visible")])).contains("declarations"))
    #expect(fault(zip([("../evil", "x")])).contains("unsafeName"))
    #expect(fault(zip([("readme.txt", "x")])).contains("noWorkbook"))
    #expect(fault(zip([("xl/workbook.xml", "<workbook/>")], flags: 1)).contains("encrypted"))
    let deep = String(repeating: "<a>", count: 65) + String(repeating: "</a>", count: 65)
    #expect(fault(zip([("xl/workbook.xml", deep)])).contains("tooDeep"))
    #expect(fault(zip([("xl/workbook.xml", "<workbook><sheets>")])).contains("damaged"))
    #expect(fault(Array(book([("A", sheet, "visible")]).dropLast(30))).contains("damaged"))
    let far = "<row r=\"9999999\">\(text("x"))</row>"
    #expect(fault(book([("A", header + far, "visible")])).contains("damaged"))
    let wide = "<row r=\"1\"><c r=\"ZZZZ1\" t=\"str\"><v>x</v></c></row>"
    #expect(fault(book([("A", wide, "visible")])) != "none")
  }
}
