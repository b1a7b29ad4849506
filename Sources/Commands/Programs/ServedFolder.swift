import Language

/// The folder whose scenarios another program may ask about.
struct ServedFolder {
  /// Without links.
  let path: String

  /// So many are listed.
  private static let mostListed = 1000

  init(_ name: String) throws(Files.Problem) {
    let real = Files.real(name)
    guard Files.isDirectory(real) else {
      throw Files.exists(real)
        ? Files.Problem(say("this is not a folder"), help: say("name the folder that holds the scenarios"))
        : Files.reason(2, name)
    }
    path = real
  }

  /// The scenarios that lie in it, by name; links that lead out of it are none of them.
  var scenarios: [String] {
    let names = Files.names(in: path).filter { Self.isScenario($0) && (try? file($0)) != nil }
    return Array(names.prefix(Self.mostListed))
  }

  private static func isScenario(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }

  /// The path, without links, of a scenario in the folder or in one below it. Of what lies elsewhere nothing is told, not
  /// even whether it is there.
  func file(_ name: String) throws(Files.Problem) -> String {
    guard !name.isEmpty, !name.utf8.contains(0), !name.split(separator: "/").contains("..") else { throw Files.outside }
    let wanted = Files.resolve(name, from: path, home: nil)
    guard Files.isPath(wanted, below: path) else { throw Files.outside }
    guard Self.isScenario(name) else {
      throw Files.Problem(say("this is not a scenario: its name does not end in .yaml"), help: nearest(to: name))
    }
    guard let real = Files.resolved(wanted) else {
      throw Files.Problem(say("there is no such scenario"), help: nearest(to: name))
    }
    guard Files.isPath(real, below: path) else { throw Files.outside }
    return real
  }

  private func nearest(to name: String) -> String? {
    let known = Files.names(in: path).filter(Self.isScenario)
    let near = Nearest.names(to: name, among: known)
    if !near.isEmpty { return say("nearest: \(near.joined(separator: ", "))") }
    return known.isEmpty ? nil : say("available: \(known.prefix(20).joined(separator: ", "))")
  }
}
