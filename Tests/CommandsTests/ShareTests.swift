import Commands
import Foundation
import Language
import PtySupport
import Reports
import Testing
import Zip

@Suite("Shared reports")
struct ShareTests {
  private func shared(_ line: String = "share shop.zip of base lean --paths 120 --seed 5") throws -> Desk {
    let desk = try Desk()
    #expect(desk.perform(line) == .done, "\(desk.complaint)")
    return desk
  }

  private func parts(_ desk: Desk, _ name: String = "shop.zip") throws -> [(name: String, bytes: [UInt8])] {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: desk.folder.path(name))))
    var zip = try ZipReader(bytes, within: ZipReader.Limits(parts: 16, unpacked: 32 << 20))
    return try zip.names.map { ($0, try #require(try zip.part($0))) }
  }

  private func text(_ name: String, in parts: [(name: String, bytes: [UInt8])]) throws -> String {
    String(decoding: try #require(parts.first { $0.name == name }).bytes, as: UTF8.self)
  }

  /// The file with its parts changed, and whatever the digests of these are then.
  private func changed(
    _ desk: Desk, resealing: Bool = false, _ change: (inout [(name: String, bytes: [UInt8])]) -> Void
  ) throws {
    var parts = try parts(desk)
    let before = parts
    change(&parts)
    if resealing {
      var manifest = try text("manifest.json", in: parts)
      for (old, new) in zip(before, parts) where old.bytes != new.bytes && old.name != "manifest.json" {
        manifest = manifest.replacing(Fingerprint.sha256(old.bytes), with: Fingerprint.sha256(new.bytes))
        manifest = manifest.replacing(
          "\"name\": \"\(old.name)\",\n      \"bytes\": \(old.bytes.count)",
          with: "\"name\": \"\(new.name)\",\n      \"bytes\": \(new.bytes.count)")
      }
      parts[parts.count - 1].bytes = Array(manifest.utf8)
    }
    desk.folder.write(ZipWriter.bytes(of: parts), to: "changed.zip")
  }

  private func edit(
    _ parts: inout [(name: String, bytes: [UInt8])], _ name: String, _ old: String, _ new: String
  ) {
    guard let place = parts.firstIndex(where: { $0.name == name }) else { return }
    let text = String(decoding: parts[place].bytes, as: UTF8.self)
    #expect(text.contains(old), "\(name) has no \(old)")
    parts[place].bytes = Array(text.replacing(old, with: new).utf8)
  }

  @Test("it holds report, scenario, script and manifest, and is verified elsewhere with nothing but the file")
  func verified() throws {
    let desk = try shared()
    let parts = try parts(desk)
    #expect(parts.map(\.name) == ["README.txt", "report.html", "scenario.yaml", "report.drop", "manifest.json"])
    for text in ["\"seed\": 5", "\"paths\": 120", "\"streams\"", "\"fingerprint\"", "\"sha256\""] {
      #expect(try self.text("manifest.json", in: parts).contains(text), "\(text)")
    }
    let other = try Desk(loaded: false)
    other.folder.write(try Data(contentsOf: URL(filePath: desk.folder.path("shop.zip"))), to: "sent.zip")
    #expect(other.perform("verify sent.zip") == .done, "\(other.complaint)")
    #expect(other.shown.contains("sent.zip gives the same result"), "\(other.shown)")
    #expect(other.perform("verify sent.zip --json --threads 3") == .done)
    #expect(other.data.contains("\"same\":true"))
    // Nothing was unpacked, nothing kept.
    #expect(Files.names(in: other.folder.path).sorted() == ["sent.zip", "shop.yaml"])
    #expect(other.session.runCount == 0)
  }

  @Test("the same runs are the same bytes, whatever the threads and whatever was run before")
  func sameBytes() throws {
    let desk = try shared()
    let other = try Desk()
    other.perform("run 120 --seed 5 --threads 3 --strategy lean")
    #expect(other.perform("share shop.zip of base lean --paths 120 --seed 5 --threads 7") == .done)
    #expect(
      try Data(contentsOf: URL(filePath: other.folder.path("shop.zip")))
        == Data(contentsOf: URL(filePath: desk.folder.path("shop.zip"))))
  }

  @Test("its script writes the same report where it was unpacked", arguments: [Tongue.english, .chinese])
  func script(tongue: Tongue) throws {
    try tongue.speaking {
      let desk = try Desk()
      for line in [
        "run 120 --seed 7 as before", "set ads.*.budget x2", "strategy bold { ads.meta.budget x3 }",
        "share shop.zip of bold before --paths 120 --seed 7",
      ] {
        #expect(desk.perform(line) == .done, "\(desk.complaint)")
      }
      let parts = try parts(desk)
      #expect(parts.map(\.name).contains("run-1.yaml"))
      let other = try Desk(loaded: false)
      for part in parts { other.folder.write(part.bytes, to: part.name) }
      try FileManager.default.removeItem(atPath: other.folder.path("report.html"))
      #expect(other.perform("script report.drop") == .done, "\(other.complaint)")
      let page = try Data(contentsOf: URL(filePath: other.folder.path("report.html")))
      #expect([UInt8](page) == parts.first { $0.name == "report.html" }?.bytes)
    }
  }

  @Test("finished runs and unsaved changes are packed as they were run")
  func runs() throws {
    let desk = try Desk()
    for line in [
      "run 150", "set ads.*.budget x3", "run 150 as bold", "set cash.budget 9k", "share shop.zip of #1 bold",
    ] {
      #expect(desk.perform(line) == .done, "\(desk.complaint)")
    }
    let parts = try parts(desk)
    #expect(
      parts.map(\.name) == [
        "README.txt", "report.html", "run-1.yaml", "run-2.yaml", "report.drop", "manifest.json",
      ])
    #expect(try text("report.drop", in: parts).contains("run --paths 150 --seed 1 as bold"))
    let other = try Desk(loaded: false, in: desk.folder)
    #expect(other.perform("verify shop.zip") == .done, "\(other.complaint)")
  }

  @Test("a Chinese report is made again in Chinese, whatever the language of who asks")
  func chinese() throws {
    let desk = try Tongue.chinese.speaking { try shared() }
    #expect(try text("report.html", in: try parts(desk)).contains("--lang zh"))
    let other = try Desk(loaded: false, in: desk.folder)
    #expect(other.perform("verify shop.zip") == .done, "\(other.complaint)")
    #expect(other.shown.contains("gives the same result"))
  }

  @Test("what was changed is told, whether or not its digest was changed with it")
  func tampered() throws {
    let desk = try shared()
    try changed(desk) { edit(&$0, "report.html", "3,000", "9,000") }
    #expect(desk.perform("verify changed.zip") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("report.html has changed since it was packed: its SHA-256 differs"))
    for name in ["report.html", "README.txt", "report.drop"] {
      try changed(desk, resealing: true) { edit(&$0, name, "report", "rebort") }
      #expect(desk.perform("verify changed.zip") == .failed(exitCode: 3), "\(desk.complaint)")
      #expect(desk.complaint.contains("every figure is the same, but \(name) was changed"), "\(desk.complaint)")
    }
    try changed(desk, resealing: true) { edit(&$0, "scenario.yaml", "price: 35 USD", "price: 36 USD") }
    #expect(desk.perform("verify changed.zip") == .failed(exitCode: 3))
    #expect(desk.complaint.contains("its fingerprints do not match its scenario"))
  }

  @Test("another version says so, and one with other streams is not run")
  func versions() throws {
    let desk = try shared()
    try changed(desk) { edit(&$0, "manifest.json", "\"streams\": 1,", "\"streams\": 99,") }
    #expect(desk.perform("verify changed.zip") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("changed.zip was made by dropcast "))
    #expect(desk.complaint.contains("draws its random numbers differently (random-number version 99; this program: "))
    try changed(desk) { edit(&$0, "manifest.json", "\"dropcast_share\": 1", "\"dropcast_share\": 2") }
    desk.perform("verify changed.zip")
    #expect(desk.complaint.contains("it was written by a newer version of dropcast"))
  }

  @Test("hostile files are refused with a sentence, and write nothing")
  func hostile() throws {
    let desk = try shared()
    let whole = try parts(desk)
    func verify(_ bytes: [UInt8], _ sentence: String) {
      desk.folder.write(bytes, to: "changed.zip")
      #expect(desk.perform("verify changed.zip") == .failed(exitCode: 1), "\(sentence)")
      #expect(desk.complaint.contains(sentence), "\(desk.complaint)")
    }
    let manifest = try #require(whole.last)
    verify(Array("no zip".utf8), "this is not a complete zip file")
    verify(Array(ZipWriter.bytes(of: whole).dropLast(9)), "this is not a complete zip file")
    verify(ZipWriter.bytes(of: [("a", [])]), "this zip file was not made by the command share")
    verify(ZipWriter.bytes(of: whole + [("../evil", [])]), "has a name that points outside it")
    verify(ZipWriter.bytes(of: whole + [manifest]), "two files in the archive have the same name")
    verify(ZipWriter.bytes(of: whole + [("more.txt", [])]), "more.txt is not listed in manifest.json")
    verify(ZipWriter.bytes(of: Array(whole.dropFirst())), "README.txt is missing from the archive")
    verify(ZipWriter.bytes(of: (0..<20).map { ("a\($0)", []) }), "larger than a shared report can be")
    verify(
      ZipWriter.bytes(of: whole + [("big", [UInt8](repeating: 0, count: 33 << 20))]).prefix(32 << 20).map(\.self),
      "this is not a complete zip file")
    for (old, new) in [
      ("\"paths\": 120", "\"paths\": 99999999999"), ("\"name\": \"lean\"", "\"name\": \"two words\""),
      ("\"scenario\": \"scenario.yaml\"", "\"scenario\": \"/etc/passwd\""), ("\"seed\": 5", "\"seed\": 5, \"more\": 1"),
      ("\"language\": \"en\"", "\"language\": \"xx\""), ("\"version\": \"\"", "\"version\": \"<script>\""),
    ] {
      var parts = whole
      edit(&parts, "manifest.json", old, new)
      verify(ZipWriter.bytes(of: parts), "its manifest.json is not in the form that the command share writes")
    }
    #expect(Files.names(in: desk.folder.path).sorted() == ["changed.zip", "shop.yaml", "shop.zip"])
  }

  @Test("a scenario that takes numbers from files is not given away with them")
  func files() throws {
    let desk = try Desk()
    desk.folder.write("paid\n30\n31\n33\n34\n".utf8, to: "sales.csv")
    #expect(desk.perform("set products.lamp.price = from sales.csv column paid") == .done, "\(desk.complaint)")
    #expect(desk.perform("share shop.zip --paths 120") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("takes numbers from your own files"))
  }
}
