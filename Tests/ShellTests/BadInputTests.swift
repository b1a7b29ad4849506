import Glibc
import PtySupport
import Testing

@Suite("Bad scenario files")
struct BadInputTests {
  let shop = Shop()

  @Test(
    "each fault is told with its place, and ends with 1",
    arguments: [
      ("an unknown key", "cash: {budget: 3000 USD}", "cash: {bugdet: 3000 USD}", "no such"),
      ("a key given twice", "months: 3", "months: 3\nmonths: 4", "twice"),
      ("a wrong unit", "conversion: 3 %", "conversion: 3 USD", ""),
      ("a value out of range", "conversion: 3 %", "conversion: 300 %", "range"),
      ("no number", "cpc: 0.50 USD", "cpc: .nan", ""),
      ("an infinite number", "cpc: 0.50 USD", "cpc: 1e999", ""),
      ("a date that does not exist", "2027-01-01", "2027-02-30", ""),
      ("a list for a number", "months: 3", "months: [1, 2]", ""),
      ("text for a section", "cash: {budget: 3000 USD}", "cash: lots", ""),
      ("a supplier that is not there", "yiwu: {unit_cost", "yiwuu: {unit_cost", ""),
      ("broken YAML", "months: 3", "months: [3", ""),
      ("a tab for indentation", "  lamp:", "\tlamp:", ""),
    ])
  func faults(what: String, old: String, new: String, says: String) throws {
    shop.folder.write(Shop.yaml.replacing(old, with: new).utf8, to: "bad.yaml")
    let result = try shop.dropcast("run", "bad.yaml", "50")
    #expect(result.exitCode == 1, "\(what)")
    #expect(result.output.isEmpty && !result.hasEscapes)
    #expect(result.errors.wholeMatch(of: /(?s)bad\.yaml:\d+:\d+: error: .*/) != nil, "\(what): \(result.errors)")
    #expect(result.errors.contains(says), "\(what): \(result.errors)")
  }

  @Test("all faults are told at once")
  func allAtOnce() throws {
    let yaml = Shop.yaml.replacing("conversion: 3 %", with: "conversion: 300 %").replacing(
      "months: 3", with: "monts: 3")
    shop.folder.write(yaml.utf8, to: "bad.yaml")
    #expect(try shop.dropcast("run", "bad.yaml").errors.ranges(of: ": error: ").count >= 2)
  }

  @Test("what is no text file of sensible size is refused")
  func noTextFile() throws {
    #expect(mkdir(shop.folder.path("dir.yaml"), 0o700) == 0)
    #expect(mkfifo(shop.folder.path("pipe.yaml"), 0o600) == 0)
    shop.folder.write(Array("name: ".utf8) + [0xC3, 0x28, 0x0A], to: "latin.yaml")
    shop.folder.write([UInt8](repeating: 0x20, count: 1 << 21), to: "large.yaml")
    shop.folder.write([0, 0, 0], to: "zero.yaml")
    let bomb = (1...30).map { "a\($0): &a\($0) [\($0 == 1 ? "x" : "*a\($0 - 1)"), \($0 == 1 ? "x" : "*a\($0 - 1)")]" }
    shop.folder.write((bomb.joined(separator: "\n") + "\n").utf8, to: "bomb.yaml")
    shop.folder.write(String(repeating: "[", count: 100_000).utf8, to: "deep.yaml")
    let names = [
      "dir.yaml", "pipe.yaml", "latin.yaml", "large.yaml", "zero.yaml", "bomb.yaml", "deep.yaml", "nowhere.yaml",
      "empty.yaml",
    ]
    shop.folder.write([], to: "empty.yaml")
    for name in names {
      let result = try shop.dropcast("run", name, "50")
      #expect(result.exitCode == 1, "\(name): \(result.output)")
      #expect(
        result.errors.hasPrefix("\(name):") && result.errors.contains("error: "),
        "\(name): \(result.errors.prefix(300))")
      #expect(result.output.isEmpty && !result.hasEscapes)
    }
  }

  @Test("a file name that is nearly right is named")
  func nearlyRight() throws {
    #expect(try shop.dropcast("run", "shp.yaml").errors.contains("nearest: shop.yaml"))
  }
}
