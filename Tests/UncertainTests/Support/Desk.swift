import Commands
import Language
import PtySupport
import Reports
import Scenarios
import Testing

/// A session at a prompt, in a temporary folder that holds `shop.yaml`, and all it replied to the last line.
final class Desk {
  let folder = TemporaryFolder()
  var session: Session
  private(set) var shown = ""
  private(set) var data = ""
  private(set) var notices: [String] = []
  private(set) var findings: [Finding] = []

  /// Notices of the load are there to be read when this is done.
  init(_ shop: Shop = Shop()) {
    var surroundings = Surroundings()
    surroundings.directory = folder.path
    surroundings.home = folder.path
    session = Session(surroundings: surroundings)
    folder.write(shop.yaml.utf8, to: "shop.yaml")
    perform("load shop.yaml")
  }

  @discardableResult
  func perform(_ line: String) -> Session.Ending {
    (shown, data, notices, findings) = ("", "", [], [])
    return session.perform(Source(name: "<prompt>", text: line)) { reply in
      switch reply {
      case .document(let document), .advice(let document): shown += document.rendered(on: Surface(width: 80, rows: 24))
      case .data(let text): data += text
      case .notice(let text): notices.append(text)
      case .failure(let failure): findings += failure.findings
      }
    }
  }

  func succeed(_ line: String) throws {
    try #require(perform(line) == .done, "\(line): \(complaints)")
  }

  /// The findings as they are printed, without the folder that nobody can know beforehand.
  var complaints: String {
    findings.map { $0.rendered().replacing(folder.path + "/", with: "") }.joined(separator: "\n")
  }
}
