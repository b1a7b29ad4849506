import Language
import Scenarios
import Simulation
import Statistics

/// The files that `merge` was given, and what is wrong with them: all of it is told at once.
struct PartFiles {
  /// A part that can be used.
  struct Part {
    /// As typed.
    let word: Word
    let path: String
    let header: RunPart.Header
  }

  private let invocation: Invocation
  private(set) var parts: [Part] = []
  private(set) var findings: [Finding] = []

  init(_ invocation: Invocation, _ session: Session) {
    self.invocation = invocation
    for word in invocation.operands {
      let paths = Self.files(word.text, session)
      if paths.isEmpty { refuse(word, say("no such file: \(word.text)")) }
      for path in paths {
        do throws(CommandFailure) {
          parts.append(Part(word: word, path: path, header: try Self.read(path, word, invocation, session).header))
        } catch { findings += error.findings }
      }
    }
    keepThose(of: session)
    keepOneRun()
    keepEachOnce()
    findMissing()
  }

  /// The part in a file; refuses what cannot be read and what is no part.
  static func read(
    _ path: String, _ word: Word, _ invocation: Invocation, _ session: Session
  ) throws(CommandFailure) -> RunPart {
    let bytes: [UInt8]
    do throws(Files.Problem) {
      bytes = try Files.read(session.resolve(path), atMost: RunPart.mostBytes)
    } catch { throw invocation.failure("\(path): \(error.message)", at: word.span, help: error.help) }
    do throws(RunPart.Problem) {
      return try RunPart(bytes)
    } catch { throw invocation.failure("\(path): \(error.message.said)", at: word.span, help: error.help.said) }
  }

  /// The files that a name with `*` in its last part means, in order; a name without means itself.
  private static func files(_ name: String, _ session: Session) -> [String] {
    let directory = Files.directory(of: name)
    let prefix = directory.isEmpty ? "" : directory == "/" ? "/" : directory + "/"
    let pattern = name.dropFirst(prefix.count).split(separator: "*", omittingEmptySubsequences: false)
    guard pattern.count > 1 else { return [name] }
    return Files.names(in: session.resolve(directory)).filter { fits($0, pattern) }.map { prefix + $0 }
  }

  /// Do the pieces stand in the name in this order, the first at its begin and the last at its end?
  private static func fits(_ name: String, _ pieces: [Substring]) -> Bool {
    guard let first = pieces.first, let last = pieces.last, name.hasPrefix(first), !name.hasPrefix("."),
      name.hasSuffix(last), name.count >= first.count + last.count
    else { return false }
    var rest = name.dropFirst(first.count).dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let range = rest.firstRange(of: piece) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }

  private mutating func refuse(_ word: Word, _ message: String, help: String? = nil) {
    findings += invocation.failure(message, at: word.span, help: help).findings
  }

  /// Only parts of what is on the desk can be shown and asked about.
  private mutating func keepThose(of session: Session) {
    let all = parts
    parts = []
    for part in all {
      guard let program = session.program(of: part, invocation) else {
        refuse(
          part.word, say("\(part.path): this part belongs to another scenario"),
          help: say("load that scenario, and use the same --set and --months as the run that wrote this part"))
        continue
      }
      // What a run keeps follows from its size, in every version that knows this one's parts.
      guard part.header.keepsWorlds == (session.keeping(program, part.header.paths) == .worlds) else {
        let problem = RunPart.Problem.otherVersion
        refuse(part.word, "\(part.path): \(problem.message.said)", help: problem.help.said)
        continue
      }
      parts.append(part)
    }
  }

  /// The run that most parts are of; the others do not belong to it.
  private mutating func keepOneRun() {
    func isSame(_ a: RunPart.Header, _ b: RunPart.Header) -> Bool {
      a.fingerprint == b.fingerprint && a.shard.count == b.shard.count
    }
    let sizes = parts.map { part in parts.count { isSame($0.header, part.header) } }
    guard let most = sizes.max(), let place = sizes.firstIndex(of: most) else { return }
    let run = parts[place].header
    for part in parts where !isSame(part.header, run) {
      refuse(part.word, say("\(part.path): this part belongs to another run: \(part.header.difference(from: run))"))
    }
    parts.removeAll { !isSame($0.header, run) }
  }

  private mutating func keepEachOnce() {
    var seen: [Int: String] = [:]
    for part in parts {
      let shard = part.header.shard
      if let other = seen[shard.number] {
        refuse(
          part.word, say("shard \(shard) appears twice: in \(other) and \(part.path)"),
          help: say("leave one of them out"))
      } else {
        seen[shard.number] = part.path
      }
    }
  }

  private mutating func findMissing() {
    guard let count = parts.first?.header.shard.count else { return }
    let there = Set(parts.map(\.header.shard.number))
    let missing = (1...count).filter { !there.contains($0) }.map { Shard($0, of: count).description }
    guard !missing.isEmpty else { return }
    let shown = missing.prefix(24).joined(separator: ", ") + (missing.count > 24 ? ", …" : "")
    findings +=
      invocation.failure(
        missing.count == 1 ? say("shard \(shown) is missing") : say("shards are missing: \(shown)"),
        at: invocation.command.words[0].span, help: say("a run needs all of its parts")
      ).findings
  }
}

extension RunPart.Header {
  /// What tells two runs of one scenario apart.
  fileprivate func difference(from other: RunPart.Header) -> String {
    var differences: [String] = []
    func note(_ what: String, _ mine: String, _ theirs: String) {
      if mine != theirs { differences.append("\(what) \(mine), not \(theirs)") }
    }
    note("strategy", strategy, other.strategy)
    note("seed", String(seed), String(other.seed))
    note("worlds", String(paths), String(other.paths))
    note("sampling", sampling.rawValue, other.sampling.rawValue)
    note("shards", String(shard.count), String(other.shard.count))
    return differences.joined(separator: "; ")
  }
}

extension Session {
  /// The program that a part is of; nil when that is not what is loaded, with what the command changes in it.
  fileprivate func program(of part: PartFiles.Part, _ invocation: Invocation) -> Program? {
    let header = part.header
    let strategy = Word(header.strategy, at: part.word.span)
    guard let scenario = try? scenario(asked: invocation, under: strategy).scenario.normalized else { return nil }
    let fingerprint = Fingerprint.text(
      of: scenario, strategy: header.strategy, seed: header.seed, paths: header.paths, sampling: header.sampling)
    return header.fingerprint == fingerprint ? Program(scenario, seed: header.seed) : nil
  }
}

extension Scenario {
  /// As the engine sees it.
  var normalized: Scenario {
    var scenario = self
    _ = scenario.normalizeSeasons()
    return scenario
  }
}
