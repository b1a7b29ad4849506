import Glibc

/// One line on standard error that shows how far long work has come; erased at the end.
///
/// It appears after half a second and is drawn at most ten times a second, and only on a terminal that can move its
/// cursor. To be used from one thread; `update` is cheap enough to be called for every small step.
package final class Progress {
  private let line: ProgressLine
  private let clock: () -> Duration
  private let write: (String) -> Void
  /// Is there a terminal that shows it?
  package let isShown: Bool
  /// The cells of a row that it may take.
  package let columns: Int
  private let start: Duration
  private var nextDraw: Duration
  private var isDrawn = false

  private static let delay = Duration.milliseconds(500)
  private static let interval = Duration.milliseconds(100)

  /// - Parameters:
  ///   - label: what is being done, in a few words.
  ///   - total: how many steps make the whole; 0 or less shows no line.
  ///   - isASCII: is the bar drawn in ASCII, whatever the terminal can show?
  package convenience init(label: String, total: Int, isASCII: Bool = false) {
    let info = TerminalInfo(descriptor: STDERR_FILENO)
    let terminal = ProcessEnvironment.value("TERM") ?? ""
    let origin = ContinuousClock.now
    self.init(
      line: ProgressLine(
        label: label, total: total, columns: info.size.columns - 1, isUTF8: info.isUTF8 && !isASCII),
      isShown: info.isTerminal && terminal != "" && terminal != "dumb",
      clock: { ContinuousClock.now - origin },
      // A progress line that cannot be written is no reason to stop the work.
      write: { try? Output.standardError.write($0) })
  }

  /// - Parameter clock: time since any fixed moment.
  package init(
    line: ProgressLine, isShown: Bool, clock: @escaping () -> Duration, write: @escaping (String) -> Void
  ) {
    self.line = line
    self.isShown = isShown && line.total > 0
    columns = line.columns
    self.clock = clock
    self.write = write
    start = clock()
    nextDraw = start + Self.delay
  }

  /// - Parameter done: steps done so far, of all.
  package func update(done: Int) {
    guard isShown else { return }
    let now = clock()
    guard now >= nextDraw else { return }
    nextDraw = now + Self.interval
    isDrawn = true
    write("\r" + line.text(done: done, elapsed: now - start) + "\u{1B}[K")
  }

  /// Writes lines that stay above the line.
  package func tell(_ lines: [String]) {
    guard isShown else { return }
    finish()
    write(lines.map { $0 + "\n" }.joined())
  }

  /// Erases the line, if it was drawn.
  package func finish() {
    guard isDrawn else { return }
    isDrawn = false
    write("\r\u{1B}[K")
  }
}

/// What a progress line says.
package struct ProgressLine {
  let label: String
  let total: Int
  /// Cells it may take.
  let columns: Int
  let isUTF8: Bool

  package init(label: String, total: Int, columns: Int, isUTF8: Bool) {
    self.label = label
    self.total = total
    self.columns = columns
    self.isUTF8 = isUTF8
  }

  /// Room for the rest of the line: `  100 %  1000:00 left  Ctrl-C stops` and a blank.
  private static let besideBar = 35
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// The bar gives way where the line is short: how to stop matters more.
  private var barWidth: Int { min(24, max(8, columns - DisplayWidth.of(label) - Self.besideBar)) }

  /// Label, bar, share and time left; the last is the time so far, scaled by what is still to do.
  package func text(done: Int, elapsed: Duration) -> String {
    let share = min(max(Double(done) / Double(max(total, 1)), 0), 1)
    let percent = String(Int(share * 100))
    let padded = String(repeating: " ", count: 3 - percent.count) + percent
    let text = "\(label) \(bar(share)) \(padded) %  \(timeLeft(share, elapsed))  " + say("Ctrl-C: stop")
    return DisplayWidth.prefix(of: text, cells: columns)
  }

  private func bar(_ share: Double) -> String {
    guard isUTF8 else {
      let full = Int(share * Double(barWidth))
      return "[" + String(repeating: "#", count: full) + String(repeating: ".", count: barWidth - full) + "]"
    }
    let eighths = Int(share * Double(barWidth * 8))
    let filled = String(repeating: "█", count: eighths / 8) + Self.eighths[eighths % 8]
    return filled + String(repeating: " ", count: barWidth - filled.count)
  }

  private func timeLeft(_ share: Double, _ elapsed: Duration) -> String {
    guard share > 0 else { return "" }
    let left = (elapsed / .seconds(1)) * (1 - share) / share
    // Beyond a hundred hours nobody waits for the number.
    guard left < 360_000 else { return "" }
    let seconds = Int(left.rounded(.up))
    let rest = seconds % 60
    return say("\("\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)") left")
  }
}
