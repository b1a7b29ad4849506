import CEdit

/// The user's wish to stop long work, and the system's wish to end the process.
///
///     Interrupts.begin()
///     defer { Interrupts.end() }
///     while !finished && !Interrupts.isRequested { … }
///
/// Between the two calls ^C sets a flag instead of ending the process, and typed keys are not echoed into the progress
/// line; they wait for the next prompt. A second ^C within two seconds, should the work not stop, restores the terminal
/// and ends the process with 130. Call `begin` and `end` from one thread; they do not nest.
package enum Interrupts {
  /// To be called once, first thing in `main`: unblocks signals that a parent left blocked, has a closed pipe or a file at
  /// its limit be an error of writing instead of a death, and keeps files from taking the place of closed streams.
  package static func prepareProcess() { ced_prepare_process() }

  package static func begin() { ced_work_begin() }

  package static func end() { ced_work_end() }

  /// Whether the current work should stop. Any thread may ask, as often as it likes: it is an atomic load.
  package static var isRequested: Bool { ced_interrupt_requested() }

  /// SIGTERM or SIGHUP, when one came while an editor was open or work was going on. The process should put its things
  /// in order and exit with 128 plus this.
  package static var endingSignal: Int32? {
    let signal = ced_ending_signal()
    return signal == 0 ? nil : signal
  }
}
