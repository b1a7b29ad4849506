import Disk
import Language

extension SelfCheck {
  /// Kinds of characters that answers hold, and an example of each.
  private static let texts = ["▁▂▃▄▅▆▇█", "│─┤┬┴┼", "░▒▓▏▎▍", "±×·…−→", "破产概率", "：，（）"]

  /// Does the terminal draw characters as wide as tables and charts count them?
  static func glyphs(_ cells: (String) -> Int?) -> SelfCheck {
    let name = say("widths of characters")
    var wrong: [String] = []
    for text in texts {
      guard let drawn = cells(text) else { return SelfCheck(name, .skipped(say("this terminal does not report them"))) }
      if drawn != text.displayWidth { wrong.append(say("\(text) takes \(drawn) cells, not \(text.displayWidth)")) }
    }
    guard wrong.isEmpty else {
      return SelfCheck(name, .wrong(wrong.joined(separator: ", ") + say("; to avoid this, write: ui glyphs ascii")))
    }
    return SelfCheck(name, .right(say("characters are as wide as tables assume")))
  }

  /// Can files be written here, whole and with a lock that others see?
  static func folder(_ path: String) -> SelfCheck {
    let name = say("writing in this folder")
    do throws(DiskFault) {
      let knowsLocks = try FolderTrial.run(in: path)
      return SelfCheck(
        name,
        knowsLocks
          ? .right(say("written, replaced and locked"))
          : .wrong(say("written, but this file system does not support locks: open only one session at a time")))
    } catch {
      return SelfCheck(name, .wrong(Files.problem(error, say("a test file")).message))
    }
  }
}
