import Language
import YAML

extension Evidence {
  /// The sources that presets name, by their names in `Sources/Assets/presets/sources.yaml`.
  static let sources: [String: Evidence] = {
    let text = Asset.text("presets/sources.yaml") ?? ""
    guard let file = try? YAMLValue.parse(Source(name: "presets/sources.yaml", text: text)) else { return [:] }
    let pairs = file.entries.compactMap { name, entry -> (String, Evidence)? in
      guard let grade = entry["grade"]?.text.flatMap(Grade.init(rawValue:)), let source = entry["text"]?.text else {
        return nil
      }
      return (name, Evidence(grade: grade, source: source))
    }
    return Dictionary(pairs) { first, _ in first }
  }()

  /// An assumption with its reason.
  static func assumed(_ reason: String) -> Evidence { Evidence(grade: .assumption, source: "assumption: \(reason)") }
}
