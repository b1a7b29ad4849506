import Commands
import Foundation
import Language
import PtySupport
import Testing

@Suite("import and actuals")
struct ImportTests {
  private static let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "ImportersTests/Samples/").path()

  private func tables(_ desk: Desk) throws -> [String: Data] {
    let folder = desk.folder.path("shop.actuals")
    var tables: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name != "lock" {
      tables[name] = try Data(contentsOf: URL(filePath: folder).appending(path: name))
    }
    return tables
  }

  private let three = ["shopify-orders", "shopify-transactions", "shopify-payouts"]

  private func importing(_ kinds: [String]) -> String {
    "import " + kinds.map { "'\(Self.samples)\($0)/clean.csv'" }.joined(separator: " ")
  }

  @Test("three files of a shop explain its payouts to the cent")
  func identity() throws {
    let desk = try Desk()
    #expect(desk.perform(importing(three)) == .done, "\(desk.complaint)")
    for text in ["678.35", "431.78", "the payouts file says 431.78", "#2009", "16.69", "45.03"] {
      #expect(desk.shown.contains(text), "\(desk.shown)")
    }
    #expect(!desk.shown.contains("do not explain"))
  }

  @Test("importing twice counts once, and the order of files does not matter")
  func twice() throws {
    let (first, second) = (try Desk(), try Desk())
    let settings = "salt: 00112233445566778899aabbccddeeff\n"
    for desk in [first, second] {
      try FileManager.default.createDirectory(
        atPath: desk.folder.path("shop.actuals"), withIntermediateDirectories: true)
      desk.folder.write(settings.utf8, to: "shop.actuals/folder.yaml")
    }
    #expect(first.perform(importing(three)) == .done)
    let once = try tables(first)
    #expect(first.perform(importing(three)) == .done)
    #expect(first.shown.contains("nothing has changed"))
    #expect(try tables(first) == once)
    for kind in three.reversed() { #expect(second.perform(importing([kind])) == .done) }
    #expect(try tables(second) == once)
  }

  @Test("a trial writes nothing, and a refused file keeps the others out, too")
  func nothingWritten() throws {
    let desk = try Desk()
    #expect(desk.perform(importing(three) + " --dry-run") == .done)
    #expect(!FileManager.default.fileExists(atPath: desk.folder.path("shop.actuals")))
    desk.folder.write("Name,Lineitem quantity,Lineitem name,Total\n#1,1,\"a,1\n".utf8, to: "bad.csv")
    #expect(desk.perform(importing(three) + " bad.csv") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("bad.csv, line 2: a quote opens here"))
    #expect(!FileManager.default.fileExists(atPath: desk.folder.path("shop.actuals")))
  }

  @Test("every refused row is told with its line")
  func refused() throws {
    let desk = try Desk()
    let good = String(repeating: "2027-01-04,a,1.50,5\n", count: 3)
    let bad = "2027-01-05,a,abc,5\n"
    desk.folder.write(("Day,Campaign name,Amount spent (USD),Impressions\n" + good + bad).utf8, to: "ads.csv")
    #expect(desk.perform("import ads.csv") == .done)
    #expect(desk.shown.contains("line 5, because of an error: amount spent: \"abc\" is not a"), "\(desk.shown)")
    #expect(desk.perform("import ads.csv --strict") == .failed(exitCode: 1))
    #expect(desk.findings.first?.source == "ads.csv:5", "\(desk.complaint)")
  }

  @Test("days of ads that are imported again are restated, and the change is told")
  func restated() throws {
    let desk = try Desk()
    let head = "Day,Campaign name,Amount spent (USD),Impressions\n"
    desk.folder.write((head + "2027-01-04,a,10.00,5\n2027-01-05,a,20.00,5\n").utf8, to: "one.csv")
    desk.folder.write((head + "2027-01-05,a,16.80,6\n").utf8, to: "two.csv")
    #expect(desk.perform("import one.csv; import two.csv") == .done)
    let words = desk.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Days with corrected ad data: 1; this changes ad spend by -3.20"), "\(words)")
  }

  @Test("actuals stand by month beside the plan, then beside the last run")
  func actuals() throws {
    let desk = try Desk()
    desk.folder.write(sampleOrders.utf8, to: "orders.csv")
    #expect(desk.perform("import orders.csv; actuals") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("2027-01") && desk.shown.contains("44"), "\(desk.shown)")
    #expect(desk.shown.contains("averages of small shop"))
    #expect(desk.perform("run 50; actuals") == .done)
    #expect(desk.shown.contains("90 % range (p5 … p95) of run #1"))
    #expect(desk.perform("actuals --json") == .done)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [String: Any])
    let months = try #require(json["months"] as? [[String: Any]])
    #expect(months.count == 4)
    #expect(months[0]["real"] as? Double == 1 && months[1]["real"] as? Double == 43.95)
    #expect(months[0]["p5"] as? Double != nil)
  }

  @Test("the answer as data has every number as text, exact to the cent")
  func json() throws {
    let desk = try Desk()
    #expect(desk.perform(importing(three) + " --json") == .done)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(desk.data.utf8)) as? [String: Any])
    let identity = try #require((json["identity"] as? [[String: Any]])?.first)
    #expect(identity["payouts"] as? String == "431.78" && identity["difference"] as? String == "0.00")
    let files = try #require(json["files"] as? [[String: Any]])
    #expect(files.map { $0["kind"] as? String } == three)
  }

  @Test("what its owner wrote into the folder's settings stays, and others cannot read the salt")
  func settings() throws {
    let desk = try Desk()
    desk.folder.write(sampleOrders.utf8, to: "orders.csv")
    #expect(desk.perform("import orders.csv") == .done, "\(desk.complaint)")
    let path = desk.folder.path("shop.actuals/folder.yaml")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let text = try String(contentsOfFile: path, encoding: .utf8) + "rates:\n  EUR: 1.08 # in March\n"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(desk.perform("import orders.csv --zone America/New_York") == .done, "\(desk.complaint)")
    let after = try String(contentsOfFile: path, encoding: .utf8)
    #expect(after.hasPrefix(text) && after.contains("zone: America/New_York"))
    #expect(desk.perform("actuals by week of shopify") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("2027-01-04"), "\(desk.shown)")
    try (after + "rates: {EUR: much}\n").write(toFile: path, atomically: true, encoding: .utf8)
    #expect(desk.perform("actuals") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("this is not an exchange rate"), "\(desk.complaint)")
  }

  @Test("a folder that somebody else is writing is left alone")
  func locked() throws {
    let desk = try Desk()
    desk.folder.write("2027".utf8, to: "shop.actuals")
    #expect(desk.perform(importing(three)) == .failed(exitCode: 1))
  }
}
