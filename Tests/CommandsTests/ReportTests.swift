import Analysis
import Commands
import Foundation
import FoundationXML
import Language
import PtySupport
import Testing

/// What somebody might call a scenario to see what happens.
private let hostileNames = [
  "<script>alert(1)</script>", "</svg></style><img src=x onerror=alert(1)>", "\" onload=\"alert(1)", "&lt;b&gt;",
  "=HYPERLINK(\"http://x\")", "safe\u{202E}gnp.exe\u{2066}", "]]>", "\u{E000}x\u{E001}", "a\u{FFFE}b",
  String(repeating: "very long ", count: 1000), String(repeating: "長", count: 10_000),
]

/// What a page is made of.
private final class Parts: NSObject, XMLParserDelegate {
  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []

  init(of page: String) {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    _ = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.insert(element)
    self.attributes.formUnion(attributes.keys)
  }
}

@Suite("Reports")
struct ReportTests {
  private func page(_ desk: Desk, _ name: String) throws -> String {
    try String(contentsOfFile: desk.folder.path(name), encoding: .utf8)
  }

  /// Nothing but what XML allows, with its elements closed; nil where it is well-formed.
  private func fault(of page: String) -> String? {
    let parser = XMLParser(data: Data(page.utf8))
    return parser.parse() ? nil : "line \(parser.lineNumber), column \(parser.columnNumber)"
  }

  @Test("a page holds the verdict, both strategies, not starting, and how it is made again")
  func content() throws {
    let desk = try Desk()
    #expect(desk.perform("report shop.html of base lean --paths 200") == .done, "\(desk.complaint)")
    #expect(desk.shown.contains("report on base and lean (200 worlds) written to shop.html"))
    let page = try page(desk, "shop.html")
    #expect(fault(of: page) == nil)
    for text in [
      "If you do not start", "you keep 3,000 USD in all 100 worlds", "Each sign is one of 100 worlds", "50 dots",
      "seven worlds",
      "Month by month", "averages", "The numbers as a table", "<code>lean</code>",
      "dropcast report shop.yaml shop.html of base lean --paths 200 --seed 1", "ads.meta.budget = 10 USD per day",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    let run = try #require(desk.session.runs["lean"])
    #expect(page.contains(run.fingerprint))
  }

  @Test("what is read again are the same bytes, whatever the threads")
  func sameBytes() throws {
    let desk = try Desk()
    desk.perform("report a.html of base lean --paths 300 --seed 3 --threads 1")
    let first = try page(desk, "a.html")
    let other = try Desk()
    other.perform("report a.html of base lean --paths 300 --seed 3 --threads 7")
    #expect(try page(other, "a.html") == first)
    #expect(desk.perform("report a.html of base lean --paths 300 --seed 3 --force") == .done)
    #expect(try page(desk, "a.html") == first)
  }

  @Test("it fetches nothing, runs nothing, and only its own style is allowed")
  func policy() throws {
    let desk = try Desk()
    desk.perform("report a.html of base lean --paths 200")
    let page = try page(desk, "a.html")
    let style = try #require(page.firstMatch(of: #/<style>(?<text>(?s:.*?))</style>/#)).output.text
    let hash = Fingerprint.sha256(Array(style.utf8))
    let bytes = stride(from: 0, to: hash.count, by: 2).compactMap { UInt8(hash.dropFirst($0).prefix(2), radix: 16) }
    #expect(page.contains("default-src 'none'; style-src 'sha256-\(Data(bytes).base64EncodedString())'"))
    for text in ["<script", "http:", "https:", " src=", "url(", "@import", "style=\"", "javascript:", " onload"] {
      #expect(!page.contains(text), "\(text)")
    }
    // Only signs of the page itself are referred to.
    #expect(page.matches(of: #/href="(?<to>[^"]*)"/#).allSatisfy { $0.output.to.hasPrefix("#") })
  }

  @Test("every picture has a name and a description of its own")
  func names() throws {
    let desk = try Desk()
    desk.perform("report a.html of base lean --paths 200")
    let page = try page(desk, "a.html")
    let pictures = page.matches(of: #/<svg class="chart [^>]*aria-labelledby="(?<ids>[^"]*)">(?<head>(?s:.{0,400}))/#)
    #expect(pictures.count > 6)
    #expect(Set(pictures.map(\.output.ids)).count == pictures.count)
    for picture in pictures {
      #expect(picture.output.head.contains(#/^<title id="t\d+">[^<]+<\/title><desc id="d\d+">[^<]+<\/desc>/#))
    }
  }

  @Test("hostile names do nothing", arguments: hostileNames)
  func hostile(name: String) throws {
    let desk = try Desk(loaded: false)
    let quoted = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let shop = smallShop.replacing("name: small shop", with: "name: \"\(quoted)\"")
    desk.folder.write(shop.utf8, to: "hostile.yaml")
    // What no scenario may be called needs no page.
    guard desk.perform("load hostile.yaml") == .done else {
      #expect(!desk.findings.isEmpty)
      return
    }
    #expect(desk.perform("report a.html of base --paths 100") == .done, "\(desk.complaint)")
    let page = try page(desk, "a.html")
    #expect(fault(of: page) == nil)
    let parts = Parts(of: page)
    #expect(parts.elements.isDisjoint(with: ["script", "img", "iframe", "object", "a", "link", "foreignObject"]))
    #expect(!parts.attributes.contains { $0.hasPrefix("on") || $0 == "style" || $0 == "src" })
    #expect(!page.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0x2066 })
    #expect(page.utf8.count < 300_000)
    #expect(desk.perform("report a.md of base --paths 100") == .done)
    // Markdown takes no sign behind a backslash for markup.
    #expect(!(try self.page(desk, "a.md")).replacing("\\<", with: "").contains("<"))
  }

  @Test("as Markdown it has the same sentences and tables, and no picture")
  func markdown() throws {
    let desk = try Desk()
    #expect(desk.perform("report shop.md of base lean --paths 200") == .done, "\(desk.complaint)")
    let page = try page(desk, "shop.md")
    #expect(page.contains("## ") && page.contains("| ---") && !page.contains("<svg"))
    #expect(page.contains("If you do not start, you keep your 3,000 USD."))
    #expect(page.contains("dropcast report shop.yaml shop.md of base lean --paths 200 --seed 1"))
  }

  @Test("in Chinese it is Chinese throughout")
  func chinese() throws {
    let desk = try Desk()
    desk.perform("ui language zh")
    #expect(desk.perform("报告 a.html of base lean --paths 200") == .done, "\(desk.complaint)")
    let page = try page(desk, "a.html")
    #expect(fault(of: page) == nil)
    #expect(page.contains("<html lang=\"zh-Hans\">") && page.contains("不开店"))
    #expect(!page.contains(" worlds") && !page.contains("The numbers"))
  }

  @Test("without more words it is of what was looked at last")
  func latest() throws {
    let desk = try Desk()
    desk.perform("run lean --paths 200; report a.html")
    #expect(desk.shown.contains("report on lean (200 worlds)"))
    desk.perform("compare; report b.html")
    #expect(desk.shown.contains("report on base and lean (200 worlds)"), "\(desk.shown)")
    desk.perform("report c.html of #1")
    #expect(desk.shown.contains("report on #1 (200 worlds)"), "\(desk.shown)\(desk.complaint)")
  }

  @Test("it says what to find out first and what that is worth, or that nothing is")
  func lessons() throws {
    let desk = try Desk()
    desk.perform("report shop.md of base lean --paths 300")
    let certain = try page(desk, "shop.md")
    #expect(!certain.contains("Find out first"), "\(certain)")
    desk.perform("set stores.shop.conversion = 0.5% to 6%")
    #expect(desk.perform("report shop.md of base lean --paths 300 --force") == .done, "\(desk.complaint)")
    let text = try page(desk, "shop.md")
    for part in ["Find out first", "stores.shop.conversion", "Knowing it for sure is worth up to "] {
      #expect(text.contains(part), "\(text)")
    }
    // The same amount that learn tells.
    desk.perform("learn base lean --paths 300")
    let worth = try #require(desk.shown.firstMatch(of: #/is worth up to (?<amount>[0-9,]+)/#)).output.amount
    #expect(text.contains("Knowing it for sure is worth up to \(worth) USD"), "\(text)")
  }

  @Test("a PDF is printed by the browser: the refusal says how")
  func paper() throws {
    let desk = try Desk()
    #expect(desk.perform("report shop.pdf --paths 100") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("write: report shop.html; then open it in a browser and print it as PDF"))
  }

  @Test("a Chinese page is made again by a command that asks for Chinese")
  func again() throws {
    try Tongue.chinese.speaking {
      let desk = try Desk()
      desk.perform("report shop.md of base --paths 100")
      #expect(try page(desk, "shop.md").contains("of base --paths 100 --seed 1 --lang zh"))
    }
  }

  @Test("a file that is there is kept unless forced")
  func existing() throws {
    let desk = try Desk()
    desk.folder.write("mine".utf8, to: "report.html")
    #expect(desk.perform("report of base --paths 100") == .failed(exitCode: 1))
    #expect(try page(desk, "report.html") == "mine")
    #expect(desk.perform("report of base --paths 100 --force") == .done)
    #expect(try page(desk, "report.html").hasPrefix("<!DOCTYPE html>"))
  }
}
