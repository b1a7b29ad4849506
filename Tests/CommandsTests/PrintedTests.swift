import Commands
import Foundation
import Scenarios
import Simulation
import Testing

@Suite("Manual, reference and completion scripts, made of the catalogue")
struct PrintedTests {
  private let options = ProcessOption.all(
    in: """
      USAGE: x

      OPTIONS:
        -c <commands>           Run commands and leave; it's so.
        --color <when>          Colour: auto, always or never.
        --version               Print the version.
      """, choices: ["--color": ["auto", "always", "never"]])

  @Test("options of the process are read out of its help")
  func processOptions() {
    #expect(options.map(\.names) == [["-c"], ["--color"], ["--version"]])
    #expect(options.map(\.value) == ["commands", "when", nil])
    #expect(options.last?.summary == "Print the version.")
  }

  @Test(
    "the pages of commands, parameters and figures in the documentation are those that are printed",
    arguments: [
      ("CommandReference", "commands", ManualPage.markdown),
      ("ParameterReference", "parameters", ReferencePage.parameters),
      ("MetricReference", "metrics", ReferencePage.metrics),
    ])
  func fresh(file: String, what: String, text: String) throws {
    let path = "Sources/Commands/Commands.docc/\(file).md"
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let stored = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    #expect(stored == text, "write it anew: dropcast --print \(what) > \(path)")
  }

  @Test("the reference names every parameter and figure")
  func complete() {
    let parameters = ReferencePage.parameters.replacing("\\", with: "")
    for name in ["## ads.NAME", "| cpc ", "| payout_days ", "## products.NAME.offers.NAME"] {
      #expect(parameters.contains(name), "\(name)")
    }
    let metrics = ReferencePage.metrics.replacing("\\", with: "")
    for metric in Metric.reported { #expect(metrics.contains("| \(metric.name) ")) }
    for figure in Observable.allCases { #expect(metrics.contains("| \(figure.rawValue)")) }
  }

  @Test("the manual names each command, option and example, and no line is a request by accident")
  func manual() {
    let page = ManualPage.roff(options, version: "1.2-x")
    let plain = page.replacing("\\-", with: "-").replacing("\\fB", with: "").replacing("\\fR", with: "")
      .replacing("\\fI", with: "").replacing("\\e", with: "\\")
    for command in Catalogue.commands {
      #expect(plain.contains("\n.SS \(command.verb)\n") || plain.contains("\n.SS \\&\(command.verb)\n"))
      for example in command.examples + [command.syntax] { #expect(plain.contains("\n\(example)\n"), "\(example)") }
      for option in command.options { #expect(plain.contains("--\(option.name)")) }
    }
    let requests: Set = [".TH", ".SH", ".SS", ".TP", ".PP", ".nf", ".fi", ".RS", ".RE", ".\\\""]
    for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(requests.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
  }

  @Test("each script offers every verb and option", arguments: CompletionScript.allCases)
  func whole(script: CompletionScript) {
    let text = script.text(options)
    for command in Catalogue.commands {
      #expect(text.contains(command.verb))
      for option in command.options {
        #expect(text.contains(script == .fish ? "-l \(option.name)" : "--\(option.name)"), "\(option.name)")
      }
    }
    #expect(text.contains(script == .fish ? "-l color -r" : "--color"))
  }

  @Test("each script is one that its shell can read, where the shell is there", arguments: CompletionScript.allCases)
  func readable(script: CompletionScript) throws {
    let shell = ["/bin/", "/usr/bin/"].map { $0 + script.rawValue }.first(where: FileManager.default.isExecutableFile)
    guard let shell else { return }
    let result = try run(shell, ["-n", "/dev/stdin"], script.text(options))
    #expect(result.code == 0, "\(result.output)")
  }

  @Test(
    "bash completes verbs, options of a verb behind its file, and files",
    arguments: [
      (["ru"], ["run", "runs"]), (["--ver"], ["--version"]), (["compare", "x.yaml", "--sam"], ["--sampling"]),
      (["--color", "a"], ["always", "auto"]), (["--color", "never", "ru"], ["run", "runs"]),
      (["--json", "sho"], ["show"]), (["a f"], ["a file.yaml"]), (["run", "a f"], ["a file.yaml"]),
    ])
  func bash(words: [String], wanted: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["a file.yaml", "a file.txt"] { try Data().write(to: folder.appending(path: name)) }
    let typed = (["dropcast"] + words).map { "'\($0)'" }.joined(separator: " ")
    let lines =
      "cd '\(folder.path)'\n\(CompletionScript.bash.text(options))COMP_WORDS=(\(typed))\nCOMP_CWORD=\(words.count)\n"
      + "_dropcast\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n"
    let result = try run("/bin/bash", ["--norc", "-s"], lines)
    #expect(result.code == 0)
    #expect(result.output.split(separator: "\n").map(String.init).sorted() == wanted)
  }

  private func run(_ shell: String, _ arguments: [String], _ input: String) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: shell)
    process.arguments = arguments
    let (inward, outward) = (Pipe(), Pipe())
    process.standardInput = inward
    process.standardOutput = outward
    process.standardError = outward
    try process.run()
    try inward.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try inward.fileHandleForWriting.close()
    let data = outward.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
