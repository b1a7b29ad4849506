import Commands
import Language
import PtySupport
import Testing

@Suite("Columns of CSV files")
struct SampleFileTests {
  private let desk = Desk()

  /// What becomes of `cpc` read from a file with this text.
  private func read(_ text: String, column: String = "cpc") -> String { read(bytes: Array(text.utf8), column) }

  private func read(bytes: [UInt8], _ column: String = "cpc") -> String {
    desk.folder.write(bytes, to: "past.csv")
    return desk.perform("set ads.meta.cpc = from past.csv column '\(column)'") == .done ? "read" : desk.complaints
  }

  @Test("numbers as they are written everywhere else: grouped, with blanks around them, empty cells left out")
  func numbers() {
    #expect(read("cpc,note\n 0.5 ,a\n,b\n\"1,200.25\",c\n1e1,d\n") == "read")
    desk.perform("show ads.meta.cpc")
    #expect(desk.shown.contains("past.csv"))
  }

  @Test("decimals with a comma are asked about, not read as thousands", arguments: ["\"0,85\"", "\"1,20\"", "0x10"])
  func commas(cell: String) {
    #expect(read("cpc,note\n0.5,a\n\(cell),b\n").contains("past.csv, line 3: "))
  }

  @Test("a cell too many would move the others under wrong names")
  func longRows() {
    let told = read("day,cpc\n1,0.5\n2,1,20\n")
    #expect(told.contains("past.csv, line 3 has more cells than the header") && told.contains("1.20"))
  }

  @Test("a name that stands for two columns stands for neither")
  func doubled() {
    #expect(read("cpc,cpc\n0.5,0.6\n").contains("past.csv has several columns called cpc"))
  }

  @Test("a row shorter than the header is refused with its line", arguments: ["a,cpc\nx\n", "a,b,cpc\n1,2,3\n4,5\n"])
  func shortRows(text: String) {
    let line = text.split(separator: "\n").count
    #expect(read(text).contains("past.csv, line \(line) has fewer cells than the header: "))
  }

  @Test("marks that combine with what stands beside them are letters of a cell")
  func combining() {
    #expect(read("cpc,note\n0.5,\u{301}a\n0.6,b\u{301}\n") == "read")
    #expect(read("note,cpc\na,\u{301}0.5\n").contains("past.csv, line 2: \u{301}0.5 is not a number"))
  }

  @Test("a quote that is not closed is refused at the line where it opens")
  func openQuote() {
    #expect(read("note,cpc\na,1\n\"b,2\nc,3\n").contains("past.csv, line 3: a quote opens here and is not closed"))
    #expect(read("note,cpc\n5\" pipe,1\n") == "read")
  }

  @Test(
    "every refusal names the file, and what to do",
    arguments: [
      ("", "past.csv is empty"), ("\n\n", "past.csv has no header"), ("cpc\n1\n\u{0}", "line 3: a zero byte"),
      ("note,cpc\n\"a\"b,1\n", "line 2: text follows a closing quote"), ("PK\u{3}\u{4}", "is an Excel workbook"),
      ("%PDF-1.7", "is a PDF"), ("<html>", "is a web page"), ("{}", "is JSON"),
      ("cpc;note\n1,200;a\n", "line 2: is the mark in 1,200 a decimal point or a thousands separator?"),
      ("cpc\n\"0,5\"\n0.6\n", "line 3: 0.6 has a decimal point, line 2 a decimal comma"),
      ("cpc,note\n,a\n", "the column cpc is empty"),
    ])
  func refusals(text: String, told: String) {
    let complaints = read(text)
    #expect(complaints.contains("past.csv") && complaints.contains(told), "\(complaints)")
    #expect(desk.findings.first?.help?.isEmpty == false)
  }

  @Test("cells and rows of any size are refused, not told")
  func sizes() {
    let cell = String(repeating: "x", count: 1_000_000)
    let told = read("cpc\n\(cell)\n")
    #expect(told.contains("line 2: \(String(repeating: "x", count: 40))… is not a number") && told.utf8.count < 1000)
    #expect(read("cpc\n\(cell)\(cell)\n").contains("line 2: a cell is larger than 1 MiB"))
    let commas = String(repeating: ",", count: 20_000)
    #expect(read("cpc\n\(commas)\n").contains("line 2 has more than 16,384 cells"))
    #expect(read("\(cell),note\n1,2\n").utf8.count < 1000)
  }

  @Test("other encodings are read by their heading, and unknown bytes are refused with their line")
  func encodings() {
    let wide = "\u{FEFF}cpc\tnote\r\n0.5\t一\r\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(read(bytes: wide) == "read")
    #expect(read(bytes: [0xB7, 0xD1, 0xD3, 0xC3, 0x0A, 0x31, 0x0A], "费用") == "read")
    let told = read(bytes: Array("cost\n1\n".utf8) + [0xFF, 0x0A])
    #expect(
      told.contains("past.csv is not UTF-8 text: line 3, byte 8 of the file") && told.contains("save it as UTF-8"))
    #expect(read(bytes: [0xFF, 0xFE, 0x63]).contains("past.csv is damaged: it is not UTF-16LE text"))
    #expect(read(bytes: [0x1F, 0x8B]).contains("past.csv is packed with gzip"))
    #expect(read(bytes: [0xD0, 0xCF, 0x11, 0xE0]).contains("past.csv is an Excel workbook"))
  }

  @Test("European exports are read: semicolons, and decimals with a comma where every cell agrees")
  func european() {
    #expect(read("Tag;cpc\n1;0,85\n2;1,20\n") == "read")
    desk.perform("show ads.meta.cpc")
    #expect(desk.shown.contains("1.02") || desk.shown.contains("1.03"), "\(desk.shown)")
  }
}

@Suite("Files that a scenario or a script names")
struct TrustTests {
  private let desk = Desk()
  private let outside = TemporaryFolder()

  init() { outside.write("cpc,secret\n0.5,hunter2\n".utf8, to: "past.csv") }

  /// What becomes of a scenario whose clicks cost what this file says.
  private func load(_ file: String) -> String {
    desk.folder.write(Shop(["ads.meta.cpc": "from '\(file)' column cpc"]).yaml.utf8, to: "shop.yaml")
    return desk.perform("load shop.yaml") == .done ? "read" : desk.complaints
  }

  @Test("a scenario reads what lies below its folder")
  func below() {
    desk.folder.write("cpc\n0.5\n".utf8, to: "past.csv")
    #expect(load("past.csv") == "read")
    #expect(load("./past.csv") == "read")
    #expect(load(desk.folder.path("past.csv")) == "read")
  }

  @Test("and nothing else: not by its path, not by .., not by a link, not the system's own")
  func elsewhere() {
    desk.folder.link("link.csv", to: outside.path("past.csv"))
    let name = outside.path.split(separator: "/").last ?? ""
    for file in [
      outside.path("past.csv"), "../\(name)/past.csv", "link.csv", "/proc/self/environ", "~/../\(name)/past.csv",
    ] {
      let told = load(file)
      #expect(told.contains("lies outside the scenario's folder"), "\(told)")
      #expect(!told.contains("secret") && !told.contains("="))
    }
  }

  @Test("the user may name any file, by set and by --set")
  func byHand() {
    #expect(desk.perform("set ads.meta.cpc = from '\(outside.path("past.csv"))' column cpc") == .done)
    #expect(desk.perform("run 10 --set 'ads.meta.cpc = from \(outside.path("past.csv")) column cpc'") == .done)
  }

  @Test("a script reads below its folder and the scenario's")
  func script() {
    desk.folder.write("cpc\n0.5\n".utf8, to: "past.csv")
    #expect(desk.perform("set ads.meta.cpc = from past.csv column cpc") == .done)
    outside.write("set ads.meta.cpc = from past.csv column cpc\n".utf8, to: "beside.drop")
    #expect(perform(script: outside.path("beside.drop")).isEmpty)
    outside.write("set ads.meta.cpc = from '\(outside.path("past.csv"))' column cpc\n".utf8, to: "own.drop")
    #expect(perform(script: outside.path("own.drop")).isEmpty)
    desk.folder.write("set ads.meta.cpc = from '\(outside.path("past.csv"))' column cpc\n".utf8, to: "far.drop")
    #expect(perform(script: desk.folder.path("far.drop")).contains("lies outside the scenario's folder"))
    #expect(desk.perform("set ads.meta.cpc = from '\(outside.path("past.csv"))' column cpc") == .done)
  }

  private func perform(script path: String) -> String {
    desk.session.surroundings.openScript = { path throws(Files.Problem) in
      ScriptRows(text: String(decoding: try Files.read(path), as: UTF8.self))
    }
    return desk.perform("script '\(path)'") == .done ? "" : desk.complaints
  }

  @Test("saving what only the user may read is told at once")
  func saving() {
    desk.perform("set ads.meta.cpc = from '\(outside.path("past.csv"))' column cpc")
    #expect(desk.perform("save kept.yaml") == .done)
    #expect(desk.notices.contains("this file cannot be loaded as it is:"), "\(desk.notices)")
    desk.folder.write("cpc\n0.5\n".utf8, to: "past.csv")
    desk.perform("set ads.meta.cpc = from past.csv column cpc")
    #expect(desk.perform("save again.yaml") == .done)
    #expect(desk.notices == [])
  }
}
