import Commands
import Glibc
import Language
import Terminal

/// Standard input and output as the messages and answers of the program that has started this one.
enum ProgramPipe {
  /// Nil where the system gives no thread to read with.
  static func open() -> MessageChannel? {
    let urgent = UrgentMessages { line in
      do throws(Output.Failure) {
        try Output.standard.write(line + "\n")
        return true
      } catch { return false }
    }
    let lines = LineQueue(descriptor: STDIN_FILENO) { urgent.take($0) }
    guard lines.start() else { return nil }
    return MessageChannel(
      next: { lines.next().map(ScriptFile.row) }, send: { urgent.send($0) },
      // Whoever has closed both pipes waits for nothing.
      isWithdrawn: { urgent.isWithdrawn($0) || lines.hasEnded && Output.standard.hasLostReader })
  }
}
