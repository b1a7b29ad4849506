import Commands
import Glibc
import Language
import PtySupport
import Reports

/// A session in a folder of its own, anew for each input.
final class Desk {
  nonisolated(unsafe) static let shared = Desk()

  private let folder = TemporaryFolder()
  private let session: Session

  private init() {
    folder.write(Readers.shopText.utf8, to: "shop.yaml")
    folder.write("cpc\n0.5\n0.7\n".utf8, to: "cpc.csv")
    folder.write("load shop.yaml\nrun 20\n".utf8, to: "x.drop")
    var surroundings = Surroundings()
    surroundings.directory = folder.path
    surroundings.home = folder.path
    surroundings.stateDirectory = folder.path("state")
    surroundings.isInteractive = true
    // Whatever is typed, no program of this machine is run.
    surroundings.call = { _ in ProgramResult(exitCode: 1, errors: "no") }
    // Few worlds fit, and long work is stopped: the language is tried here, not the engine.
    surroundings.memory = { MemoryRoom(200_000) }
    surroundings.beginWork = { _, _, _ in
      let end = ContinuousClock.now + .milliseconds(3)
      return WorkWatch(shouldStop: { ContinuousClock.now > end })
    }
    var session = Session(surroundings: surroundings)
    _ = session.perform(Source(name: "<fuzz>", text: "load shop.yaml; run 20 --threads 1")) { _ in }
    self.session = session
  }

  /// Nobody leaves the folder: names that lead out of it lead nowhere.
  private static func kept(_ text: String) -> String {
    text.replacing("..", with: ". .").replacing(" /", with: " ").replacing("~", with: "-")
      .replacing("\"/", with: "\"").replacing("'/", with: "'").replacing("=/", with: "=")
  }

  func perform(_ input: [UInt8]) -> String? {
    var session = session
    var wrong: String?
    let text = Self.kept(String(decoding: input, as: UTF8.self))
    _ = session.perform(Source(name: "<fuzz>", text: text)) { reply in
      guard wrong == nil else { return }
      switch reply {
      case .document(let document), .advice(let document):
        wrong = complaint(about: document.rendered(on: Surface(width: 80, rows: 24)), "an answer")
      case .data: break
      case .notice(let text): wrong = complaint(about: text.escapedForDisplay, "a notice")
      case .failure(let failure):
        for finding in failure.findings { wrong = wrong ?? complaint(about: finding.rendered(width: 80), "a finding") }
      }
    }
    _ = session.completions(of: text, at: text.utf8.count)
    return wrong
  }

  static var examples: [[UInt8]] {
    Catalogue.commands.filter { !["quit", "selftest", "niches", "log"].contains($0.verb) }
      .flatMap { $0.examples + [$0.syntax] }.map { Array($0.utf8) }
  }
}
