// A small interactive program for the tests to drive through a pseudo-terminal.
//
// It answers each line with `line: …` and the other ways a line can end by their names. The commands below try the
// parts that have to work between two lines.

import Glibc
import Terminal

Interrupts.prepareProcess()

func say(_ text: String) {
  do { try Output.standard.write(text + "\n") } catch { exit(1) }
}

/// Waits as a simulation would: in small steps, asking whether to stop after each.
func work(steps: Int, stopsWhenAsked: Bool) {
  Interrupts.begin()
  defer { Interrupts.end() }
  let progress = Progress(label: "working", total: steps)
  say("work begins")
  var step = 0
  while step < steps && !(stopsWhenAsked && Interrupts.isRequested) {
    usleep(10_000)
    step += 1
    progress.update(done: step)
  }
  progress.finish()
  say(step == steps ? "work done" : "work interrupted")
}

let words = ["compare", "compute", "set", "预算", "预测"]

func complete(_ line: String, _ cursor: Int) -> Completion {
  let before = Array(line)[..<cursor]
  let start = before.lastIndex(of: " ").map { $0 + 1 } ?? 0
  let typed = String(before[start...])
  let candidates = words.filter { $0.hasPrefix(typed) }.map { Completion.Candidate($0, note: "\($0.count) letters") }
  return Completion(replace: start..<cursor, candidates: candidates)
}

let history = ProcessEnvironment.value("PROBE_HISTORY").map { HistoryFile(path: $0) }
guard let editor = LineEditor(program: "probe", history: history) else {
  say("no editor")
  exit(2)
}
editor.complete = complete
editor.pasteJoint = { _ in "; " }
editor.isIncomplete = { text in text.count { $0 == "{" } > text.count { $0 == "}" } }

say("probe ready")
var exitCode: Int32 = 0
reading: while true {
  switch editor.readLine(prompt: "\u{1B}[1m\u{1B}[36mprobe\u{1B}[0m› ") {
  case .line("quit"): break reading
  case .line("work"): work(steps: 1000, stopsWhenAsked: true)
  case .line("stuck"): work(steps: 1000, stopsWhenAsked: false)
  case .line("short"): work(steps: 30, stopsWhenAsked: true)
  case .line("long"): work(steps: 80, stopsWhenAsked: true)
  case .line("size"): say("columns: \(TerminalSize(descriptor: STDOUT_FILENO).columns)")
  case .line(let text):
    if let notice = editor.remember(text) { say("notice: \(notice)") }
    say("line: \(String(reflecting: text))")
  case .interrupted: say("interrupted")
  case .endOfInput:
    say("end of input")
    break reading
  case .ended(let signal):
    say("ended by \(signal)")
    exitCode = 128 + signal
    break reading
  }
}
editor.close()
exit(exitCode)
