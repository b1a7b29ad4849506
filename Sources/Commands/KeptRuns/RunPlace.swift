import Disk

/// Where the runs of a scenario are kept.
struct RunPlace: Equatable {
  let folder: String
  private let name: String

  var file: String { folder + "/" + name }

  private static let hidden = ".dropcast"
  private static let usualName = "runs.db"

  private init(folder: String, name: String = usualName) { (self.folder, self.name) = (folder, name) }

  /// Of a file that the operator names.
  init(file path: String) {
    let folder = Files.directory(of: path)
    self.init(
      folder: Files.real(folder), name: path.split(separator: "/").last.map(String.init) ?? Self.usualName)
  }

  /// Beside the scenario where that can be written, or where its runs are already; nil elsewhere.
  init?(beside scenario: String) {
    let project = Files.real(Files.directory(of: scenario))
    self.init(folder: (project == "/" ? "" : project) + "/" + Self.hidden)
    guard Files.exists(file) || Folder(project).isWritable else { return nil }
  }

  /// For scenarios in folders that cannot be written.
  init(ofUser dataDirectory: String) { self.init(folder: Files.real(dataDirectory)) }

  /// The file without symbolic links in its folder, which is there by now.
  var realFile: String { Files.real(folder) + "/" + name }
}

extension Session {
  /// Where the runs of this session are looked for and kept; nil where there is no such place.
  var runPlace: RunPlace? {
    switch surroundings.runsPlace {
    case .nowhere: nil
    case .file(let path): RunPlace(file: resolve(path))
    case .besideScenario(let dataDirectory):
      RunPlace(beside: path ?? resolve("scenario.yaml")) ?? dataDirectory.map(RunPlace.init(ofUser:))
    }
  }

  /// Are finished runs kept?
  var keepsRuns: Bool {
    switch look.keep {
    case .auto: surroundings.keepsRuns && runPlace != nil
    case .on: true
    case .off: false
    }
  }
}
