import Glibc
import PtySupport
import Testing

extension LineEditorTests {
  @Suite("Signals and ends")
  struct Signals {
    let home = TemporaryFolder()

    func start() throws -> ProbeSession {
      let session = try ProbeSession(home: home)
      try session.waitForPrompt()
      return session
    }

    @Test("^C forgets the line, not the session")
    func interruptLine() throws {
      let session = try start()
      session.type("half a li\u{3}")
      try session.wait(for: "^C")
      try session.wait(for: "interrupted")
      try session.waitForPrompt()
      session.type("next\r")
      try session.wait(for: "line: \"next\"")
    }

    @Test("^C stops work and the prompt comes back")
    func interruptWork() throws {
      let session = try start()
      session.type("work\r")
      try session.wait(for: "work begins")
      session.type("\u{3}")
      try session.wait(for: "work interrupted")
      try session.waitForPrompt()
      session.type("next\r")
      try session.wait(for: "line: \"next\"")
    }

    @Test("a second ^C ends work that does not stop, with 130 and the terminal restored")
    func interruptTwice() throws {
      let session = try start()
      session.type("stuck\r")
      try session.wait(for: "work begins")
      session.type("\u{3}")
      usleep(100_000)
      session.type("\u{3}")
      #expect(try session.waitForExit() == 130)
      #expect(session.isRestored)
    }

    @Test("keys typed during work are not echoed and wait for the prompt")
    func typeAhead() throws {
      let session = try start()
      session.type("short\r")
      try session.wait(for: "work begins")
      #expect(!session.modes.echoes)
      session.type("ahead\n")
      let shownMeanwhile = try session.wait(for: "work done")
      #expect(!shownMeanwhile.contains("ahead"))
      try session.wait(for: "line: \"ahead\"")
    }

    @Test("work that takes longer than half a second shows a line and erases it")
    func progress() throws {
      let session = try start()
      session.type("long\r")
      try session.wait(for: "working █")
      try session.wait(for: "Ctrl-C: stop")
      try session.wait(for: "work done")
      try session.waitForPrompt()
      #expect(String(decoding: session.raw, as: UTF8.self).contains("\r\u{1B}[K"))
    }

    @Test("^D at an empty line ends the input")
    func endOfInput() throws {
      let session = try start()
      session.type("\u{4}")
      try session.wait(for: "end of input")
      #expect(try session.waitForExit() == 0)
      #expect(session.isRestored)
    }

    @Test("SIGTERM and SIGHUP end the line, and the terminal is as before", arguments: [SIGTERM, SIGHUP])
    func ending(signal: Int32) throws {
      let session = try start()
      session.type("half a line")
      try session.wait(for: "half a line")
      #expect(session.modes != session.modesBefore)
      session.signal(signal)
      try session.wait(for: "ended by \(signal)")
      #expect(try session.waitForExit() == 128 + signal)
      #expect(session.isRestored)
    }

    @Test("SIGTERM during work stops the work first", arguments: [SIGTERM, SIGHUP])
    func endingDuringWork(signal: Int32) throws {
      let session = try start()
      session.type("work\r")
      try session.wait(for: "work begins")
      session.signal(signal)
      try session.wait(for: "work interrupted")
      #expect(try session.waitForExit() == 128 + signal)
      #expect(session.isRestored)
    }

    @Test("SIGQUIT does nothing")
    func quitSignal() throws {
      let session = try start()
      session.signal(SIGQUIT)
      session.type("still here\r")
      try session.wait(for: "line: \"still here\"")
    }

    @Test("SIGINT from elsewhere forgets the line as ^C does")
    func interruptFromElsewhere() throws {
      let session = try start()
      session.type("half")
      try session.wait(for: "half")
      session.signal(SIGINT)
      try session.wait(for: "interrupted")
      try session.waitForPrompt()
    }

    @Test("^Z gives the terminal back, and the line is there again after the stop")
    func suspend() throws {
      let session = try start()
      session.type("half")
      try session.wait(for: "half")
      session.type("\u{1A}")
      // A pseudo-terminal without a shell has no job control: nothing stops, the line is only drawn again.
      try session.wait(for: "probe› half")
      session.type(" and half\r")
      try session.wait(for: "line: \"half and half\"")
    }

    @Test("a terminal that cannot move its cursor gets no editor", arguments: ["dumb", ""])
    func dumbTerminal(name: String) throws {
      let session = try ProbeSession(home: home, terminal: name)
      try session.wait(for: "no editor")
      #expect(try session.waitForExit() == 2)
    }
  }
}
