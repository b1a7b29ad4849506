import Language
import Reports
import Simulation

extension CommandSpec {
  static let verify = CommandSpec(
    "verify", synonyms: ["验证"], "runs a shared report again and compares every byte",
    syntax: "verify FILE.zip", examples: ["verify shop.zip", "verify shop.zip --threads 1", "verify shop.zip --json"],
    operand: .file(suffix: ".zip"),
    options: OptionSpec.worlds.filter { $0.name == "threads" } + OptionSpec.documents, scenario: .never,
    answer: ["file": .string, "same": .bool, "manifest": SharedManifest.shape], related: ["share", "report", "rerun"]
  ) { session, invocation throws(CommandFailure) in
    try invocation.expect(atMost: 1)
    guard let word = invocation.operands.first else {
      throw invocation.failure(
        say("which file?"), at: invocation.command.words[0].span, help: say("write: verify FILE.zip"))
    }
    let archive = try session.sharedArchive(word, invocation)
    let report = archive.report
    guard report.streams == Program.streamVersion else {
      throw invocation.failure(
        say(
          "\(word.text) was made by dropcast \(report.version), which draws its random numbers differently (random-number version \(report.streams); this program: \(Program.streamVersion))"
        ), at: word.span,
        help: say("its files are as they were packed; to run it again, use dropcast \(report.version)"))
    }
    let threads = try RunRequest.threads(invocation) ?? 0
    let made = try session.made(report, threads: threads, invocation)
    if let difference = archive.difference(from: made, session.surroundings.version) {
      throw invocation.failure(
        say("\(word.text) cannot be reproduced exactly: \(difference)"), at: word.span, reason: .assertion)
    }
    return session.verified(archive, word.text)
  }
}

extension Session {
  fileprivate func sharedArchive(_ word: Word, _ invocation: Invocation) throws(CommandFailure) -> SharedArchive {
    let bytes: [UInt8]
    do throws(Files.Problem) {
      bytes = try Files.read(resolve(word.text), atMost: SharedArchive.mostBytes)
    } catch {
      throw invocation.failure(say("cannot read \(word.text): \(error.message)"), at: word.span, help: error.help)
    }
    do throws(SharedFault) { return try SharedArchive(bytes) } catch {
      throw invocation.failure(say("cannot verify \(word.text): \(error.message)"), at: word.span)
    }
  }

  fileprivate func verified(_ archive: SharedArchive, _ file: String) -> Answer {
    let report = archive.report
    let format = NumberFormat(glyphs: glyphs)
    let page = archive.manifest.members.first { $0.name == SharedReport.pageFile }
    var document = Document([
      .paragraph([
        .strong(
          say("\(file) gives the same result: made again from its scenario, the report is identical, byte for byte."))
      ]),
      .facts(
        [
          Fact(say("report on"), [TextRun(report.plans.map(\.name).listed)]),
          Fact(say("worlds"), [TextRun("\(format.count(report.paths)) · \(say("seed \(String(report.seed))"))")]),
          Fact(say("made by"), [TextRun(say("dropcast \(report.version) · random-number version \(report.streams)"))]),
          Fact("SHA-256", [TextRun(page?.digest ?? "")], note: SharedReport.pageFile),
        ]),
    ])
    document.blocks += [
      .blank,
      .paragraph([
        .dim(say("This shows that the report follows from the scenario, not that the numbers in it are right."))
      ]),
    ]
    var answer = Answer(document)
    let manifest = archive.manifest
    answer.json = { ["file": .string(file), "same": true, "manifest": manifest.json] }
    return answer
  }
}

extension SharedArchive {
  /// What of it this program makes otherwise; nil where every byte is the same.
  fileprivate func difference(from made: SharedReport.Made, _ version: String) -> String? {
    if made.runs.map(\.fingerprint) != manifest.runs.map(\.fingerprint) {
      return say("its fingerprints do not match its scenario")
    }
    if made.runs != manifest.runs { return say("its figures do not match its scenario") }
    let again = report.members(made)
    let other = members.first { member in !again.contains { $0.name == member.name && $0.bytes == member.bytes } }
    guard let other else { return nil }
    return version == report.version
      ? say("every figure is the same, but \(other.name) was changed after it was made")
      : say("every figure is the same, but dropcast \(report.version) worded \(other.name) differently")
  }
}
