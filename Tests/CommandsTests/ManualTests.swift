import Commands
import Foundation
import Language
import PtySupport
import Reports
import Testing

/// The pages of the manual are run: what stands behind `> ` in their `console` blocks is entered, one session a page, and
/// what stands behind `$ ` in their `sh` blocks is given to a shell, in a folder that holds the bundled scenarios and the
/// page's own files: blocks whose first line is a comment with a file's name.
///
/// What a page quotes of an answer must be in it. With `RECORD_SNAPSHOTS` in the environment the quoted lines are written
/// anew; a command with nothing below it quotes nothing. The pages in Chinese are run in Chinese.
@Suite("Every example of the manual runs and says what it quotes")
struct ManualTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let folder = root.appending(path: "Sources/Commands/Commands.docc/Manual")
  static let chinese = root.appending(path: "Documentation/Manual.zh")

  static let pages = names(in: folder)
  static let chinesePages = names(in: chinese)

  private static func names(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  private static let records = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil

  private func desk() throws -> Desk {
    let desk = try Desk(interactive: true, loaded: false)
    try FileManager.default.createSymbolicLink(
      atPath: desk.folder.path("scenarios"), withDestinationPath: bundledScenarios)
    return desk
  }

  @Test("each page", arguments: pages)
  func page(name: String) throws { try run(Self.folder.appending(path: name)) }

  @Test("each page in Chinese", arguments: chinesePages)
  func chinesePage(name: String) throws {
    try Tongue.$current.withValue(.chinese) { try run(Self.chinese.appending(path: name)) }
  }

  /// Enters what a page enters, and compares or records what it quotes.
  private func run(_ file: URL) throws {
    let name = file.lastPathComponent
    var text = try String(contentsOf: file, encoding: .utf8)
    let desk = try desk()
    Self.writeFiles(of: text, into: desk.folder)
    let isComplete = { (line: String) in !((try? CommandLine(parsing: Fragment(line)))?.isIncomplete ?? false) }
    let console = QuotingPage(text, kind: "console", isComplete: isComplete) { line in
      line.hasPrefix("> ") ? String(line.dropFirst(2)) : nil
    }
    text = try check(console, name) { command in
      let ending = desk.perform(command)
      #expect(ending == .done || ending == .quit, "\(name): \(command): \(desk.complaint)")
      return desk.screen
    }
    let commands = QuotingPage(text, kind: "sh") { $0.hasPrefix("$ ") ? String($0.dropFirst(2)) : nil }
    text = try check(commands, name) { command in
      let path = try BuiltProgram.path("dropcast")
      let environment = [
        "LC_ALL=C.UTF-8", "HOME=\(desk.folder.path)", "COLUMNS=80", "PATH=\(Files.directory(of: path)):/usr/bin:/bin",
      ]
      let result = try BuiltProgram.runFile(
        "/bin/sh", ["-c", "exec 2>&1; " + command], in: desk.folder.path, environment: environment)
      #expect(result.exitCode == 0, "\(name): \(command): \(result.output)")
      return result.output
    }
    if Self.records { try text.write(to: file, atomically: true, encoding: .utf8) }
  }

  private static func writeFiles(of page: String, into folder: TemporaryFolder) {
    for block in page.matches(of: #/(?m)^```\w+\n# (?<name>[\w-]+\.\w+)\n(?<text>(?s:.*?))^```$/#) {
      folder.write(block.output.text.utf8, to: String(block.output.name))
    }
  }

  /// Performs the steps of a page; gives it with its quotations as they are now.
  private func check(_ page: QuotingPage, _ name: String, perform: (String) throws -> String) throws -> String {
    let quotations = try page.steps.map { step -> [String]? in
      let answer = try perform(step.command)
      guard !step.quotation.lines.isEmpty else { return nil }
      if Self.records {
        let renewed = step.quotation.renewed(from: answer)
        #expect(renewed != nil, "\(name): write the quotation of \(step.command) by hand:\n\(answer)")
        return renewed
      }
      #expect(
        step.quotation.fits(answer),
        """
        \(name): \(step.command) answers otherwise. If it should: RECORD_SNAPSHOTS=1 swift test --filter ManualTests, \
        and read the diff.
        \(answer)
        """)
      return nil
    }
    return page.text(quoting: quotations)
  }

  @Test("there are pages, and every one is linked from the first")
  func linked() throws {
    #expect(Self.pages.count >= 11)
    let first = try String(contentsOf: Self.folder.appending(path: "Manual.md"), encoding: .utf8)
    for page in Self.pages where page != "Manual.md" {
      #expect(first.contains("<doc:\(page.dropLast(3))>"), "\(page)")
    }
  }

  @Test("every page is there in both languages")
  func bothLanguages() { #expect(Self.pages == Self.chinesePages) }

  @Test("every page in Chinese is linked from the first, and no link leads nowhere")
  func chineseLinks() throws {
    let first = try String(contentsOf: Self.chinese.appending(path: "Manual.md"), encoding: .utf8)
    for page in Self.chinesePages where page != "Manual.md" { #expect(first.contains("](\(page))"), "\(page)") }
    for page in Self.chinesePages {
      let text = try String(contentsOf: Self.chinese.appending(path: page), encoding: .utf8)
      for link in text.matches(of: #/\]\((?<path>[^)#:]+)\)/#) {
        let target = Self.chinese.appending(path: String(link.output.path)).standardizedFileURL
        #expect(FileManager.default.fileExists(atPath: target.path), "\(page): \(link.output.path)")
      }
    }
  }

  @Test("a quotation fits what it was taken from, and nothing else")
  func quotations() {
    let answer = "\none   1\ntwo   2\nthree 3\nfour  4\n0.31 s · Next: run\n"
    for lines in [
      ["one   1", "two   2", "three 3", "four  4", "9 s · Next: run"], ["one   1", "…"],
      ["…", "two   2", "three 3", "…"], ["one   1", "…", "three 3", "…", "1.5 s · Next: run"], ["…"],
    ] {
      #expect(Quotation(lines).fits(answer), "\(lines)")
    }
    for lines in [
      ["one   1"], ["two   2", "…"], ["…", "three 3"], ["…", "three 3", "two   2", "…"], ["…", "two   3", "…"], [],
    ] {
      #expect(!Quotation(lines).fits(answer), "\(lines)")
    }
    #expect(Quotation(["…", "two  99", "x", "…"]).renewed(from: answer) == ["…", "two   2", "three 3", "…"])
    #expect(Quotation(["one", "…", "four  9", "…"]).renewed(from: answer) == ["one   1", "…", "four  4", "…"])
    #expect(Quotation(["…", "five"]).renewed(from: answer) == nil)
    #expect(Quotation(["9 秒 · 接下来：run"]).fits("0.31 秒 · 接下来：run\n"))
    #expect(!Quotation(["9 秒 · 接下来：run"]).fits("0.31 s · 接下来：run\n"))
  }
}
