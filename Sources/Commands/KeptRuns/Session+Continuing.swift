import Disk
import Language
import Reports
import SQLite
import Scenarios

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Session {
  private var memoFile: String? { surroundings.stateDirectory.map { $0 + "/last-session" } }

  private var memo: SessionMemo? {
    guard let memoFile, let bytes = try? Files.read(memoFile) else { return nil }
    return SessionMemo(String(decoding: bytes, as: UTF8.self))
  }

  // MARK: Leaving

  /// Keeps what a session leaves behind when it ends: unsaved changes, and where it was.
  ///
  /// - Returns: where the changes are; nil when there are none.
  package func leave() throws(Files.Problem) -> String? {
    let recovered = try rescued()
    writeMemo(recovered)
    return recovered.map { say("unsaved changes are kept in \($0); to continue with them, write: open") }
  }

  /// What cannot be noted is no reason to stay: the scenario's file is where it was.
  private func writeMemo(_ recovered: String?) {
    guard surroundings.isInteractive, let path, let memoFile else { return }
    let run = finished.all.last { $0.kept?.file == runPlace?.file }?.kept?.number
    let memo = SessionMemo(scenario: Files.absolute(path), recovered: recovered, run: run)
    guard let text = memo.text else { return }
    do throws(Files.Problem) {
      try Files.makeDirectory(Files.directory(of: memoFile))
      try Files.write(Array(text.utf8), to: memoFile, over: .anything, mode: 0o600)
    } catch {}
  }

  // MARK: Beginning

  /// What to tell whoever begins a session: changes that were not saved, each once, and what can be continued.
  ///
  /// - Parameter isLoaded: has it begun with a scenario already?
  package func welcome(isLoaded: Bool = false) -> [String] {
    let memo = memo
    var notices = newRecoveries(memo)
    if !isLoaded, let memo, Files.exists(memo.scenario) || memo.recovered.map(Files.exists) == true {
      let name = memo.scenario.split(separator: "/").last.map(String.init) ?? memo.scenario
      notices.append(say("to continue \(name), write: open"))
    }
    return notices
  }

  /// Files of unsaved changes that nobody was told of, and that `open` does not continue with.
  private func newRecoveries(_ memo: SessionMemo?) -> [String] {
    guard let state = surroundings.stateDirectory else { return [] }
    let folder = state + "/recovered"
    let mark = folder + "/.told"
    let told = Self.changed(mark) ?? -1
    let all = Files.names(in: folder).filter { $0.hasSuffix(".yaml") }.map { folder + "/" + $0 }
    let new = all.filter { (Self.changed($0) ?? 0) > told }
    guard let last = new.max(by: { (Self.changed($0) ?? 0, $0) < (Self.changed($1) ?? 0, $1) }) else { return [] }
    try? Files.write([], to: mark, over: .anything, mode: 0o600)
    if new.count == 1, last == memo?.recovered { return [say("the last session ended with unsaved changes")] }
    return [
      new.count == 1
        ? say("unsaved changes of an earlier session are in \(last)")
        : say("unsaved changes of \(new.count) earlier sessions are in \(folder)")
    ]
  }

  /// When a file was changed, in nanoseconds; nil where there is none.
  private static func changed(_ path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }

  // MARK: Continuing

  /// The scenario of the last session with the changes it was left with, and its last run.
  mutating func continueLast(_ invocation: Invocation) throws(CommandFailure) -> Answer {
    guard let memo, surroundings.isInteractive else {
      throw invocation.failure(
        say("there is no session to continue"), at: invocation.command.words[0].span, help: say("write: open FILE.yaml")
      )
    }
    var answer = try load(memo.scenario)
    noteLoaded(memo.recovered ?? memo.scenario)
    if let recovered = memo.recovered {
      answer.notices.append(try takeChanges(from: recovered))
      answer.document = Document([.paragraph([TextRun(overviewLine)])])
    }
    if let number = memo.run,
      let kept = try asking(invocation, { store throws(DatabaseFault) in try store.run(number) }) ?? nil
    {
      let (format, cash) = (NumberFormat(glyphs: glyphs), kept.medianCash)
      let figures = say(
        "runs out of money in \(format.share(kept.ruin)) of the worlds; typical final cash \(format.money(cash)) \(kept.currency)"
      )
      let worlds = format.worlds(kept.paths)
      answer.document.blocks.append(
        .paragraph([.dim(say("last run \(kept.title): \(kept.strategy) · \(worlds) · \(figures)"))]))
      answer.hint = say("Try: show \(kept.label) · rerun \(kept.label) · run · help")
    }
    return answer
  }

  /// What was not saved becomes a change again, which `undo` takes back.
  private mutating func takeChanges(from recovered: String) throws(CommandFailure) -> String {
    do throws(FindingsError) {
      let bytes: [UInt8]
      do throws(Files.Problem) { bytes = try Files.read(recovered) } catch {
        return say("the unsaved changes of the last session cannot be read: \(recovered): \(error.message)")
      }
      let source = Source(name: recovered, text: String(decoding: bytes, as: UTF8.self))
      let file = try ScenarioFile(reading: source, columns: columns)
      let changed = Workpiece(scenario: file.scenario, strategies: file.strategies)
      guard changed != work else { return say("the unsaved changes of the last session are already in the file") }
      edit(to: changed)
      return say("your unsaved changes are restored; to drop them, write: undo")
    } catch {
      throw CommandFailure(error.findings)
    }
  }
}
