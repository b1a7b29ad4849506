import Language
import YAML

extension PartReader {
  static var presetKey: String { "preset" }

  /// A part with the values of its preset where it gives none itself; nil where the preset that it names is none for it.
  func completed(_ value: YAMLValue, from group: PresetGroup) -> YAMLValue? {
    guard case .mapping(let pairs) = value.content,
      let named = pairs.first(where: { $0.key.fragment?.text == Self.presetKey })?.value
    else { return value }
    guard let preset = preset(named, group) else { return nil }
    if let successor = preset.successor {
      log.notes.append(
        Finding(.note, say("\(preset.name): \(successor.reason.said)"), at: named.span, in: log.source))
    }
    return value.over(preset.current.value(at: named.span))
  }

  /// The preset of that name; nil, with a finding, where there is none for such a part.
  func preset(_ named: YAMLValue, _ group: PresetGroup) -> Preset? {
    let place = child(Self.presetKey).path
    guard let name = named.fragment?.text, !named.isNull else {
      log.report(
        say("\(place): expected the name of a preset"), help: say("to list the presets, write: presets"), at: named.span
      )
      return nil
    }
    guard let preset = PresetCatalogue.find(name, for: group) ?? PresetCatalogue.find(name) else {
      let known = PresetCatalogue.presets(for: group).map(\.name)
      let nearest = Nearest.names(to: name, among: known)
      log.report(
        say("no such preset: \(name.shortened)"),
        help: nearest.isEmpty
          ? say("for \(group.rawValue), choose from: \(known.joined(separator: ", "))")
          : say("nearest: \(nearest.joined(separator: ", "))"), at: named.span)
      return nil
    }
    guard preset.group == group else {
      log.report(
        say("\(name) is not a preset for \(group.rawValue)"),
        help: say("it belongs in \(preset.group.place.replacing("…", with: name))"), at: named.span)
      return nil
    }
    return preset
  }

  func reportMisplacedPreset(at span: SourceSpan) {
    log.report(
      say("\(child(Self.presetKey).path): no preset is allowed here"),
      help: say("write a preset inside the part it is for; for example: stores: {shop: {preset: shopify-basic}}"),
      at: span)
  }
}
