import Language
import YAML

/// What the owner does (model 12): presets for the scenario as a whole, `owner: careful`.
///
/// They give how products are tested, where the scenario tests any, and rules with names. What the file says itself
/// counts: its own rule of a name takes the place of the owner's.
extension PartReader {
  static var ownerKey: String { "owner" }

  /// The scenario with its owner's preset beneath what it gives itself.
  func owned(_ root: YAMLValue) -> YAMLValue {
    guard case .mapping(var pairs) = root.content,
      let entry = pairs.first(where: { $0.key.fragment?.text == Self.ownerKey })
    else { return root }
    _ = name(entry.key)
    pairs.removeAll { $0.key.fragment?.text == Self.ownerKey }
    guard let preset = owner(entry.value) else { return YAMLValue(.mapping(pairs), span: root.span) }
    let given = preset.current.value(at: entry.value.span)
    if let place = pairs.firstIndex(where: { $0.key.fragment?.text == Self.rulesKey }) {
      pairs[place].value = (given[Self.rulesKey] ?? given).rules(before: pairs[place].value)
    } else if let rules = given[Self.rulesKey] {
      pairs.append((YAMLValue(.scalar(Self.rulesKey), span: entry.key.span), rules.rules(before: nil)))
    }
    return YAMLValue(.mapping(pairs), span: root.span).over(given)
  }

  /// The preset of an owner: its name, or `{preset: NAME}`.
  func owner(_ value: YAMLValue) -> Preset? {
    let reader = child(Self.ownerKey)
    guard case .mapping = value.content else { return reader.preset(value, .owner) }
    var named: Preset?
    for (key, value) in reader.mapping(value) ?? [] {
      guard let name = reader.name(key) else { continue }
      if name == Self.presetKey {
        named = reader.preset(value, .owner)
      } else {
        log.report(
          say("no such parameter: \(reader.child(name).path.shortened)"),
          help: say("an owner is a preset; write: owner: NAME"), at: key.span)
      }
    }
    return named
  }

  private static var rulesKey: String { Preset.rulesKey }
}

extension YAMLValue {
  /// The rules of a preset, a mapping by name, as a list before those of the file; those whose names the file uses are
  /// left out.
  fileprivate func rules(before own: YAMLValue?) -> YAMLValue {
    let items = own?.items ?? []
    let names = items.compactMap { item -> String? in
      item.entries.first?.name ?? item.text.flatMap { Rule($0).name }
    }
    guard case .mapping(let pairs) = content, own?.items != nil || own?.isNull ?? true else { return own ?? self }
    let mine = pairs.filter { pair in pair.key.text.map { !names.contains($0) } ?? false }
    return YAMLValue(
      .sequence(mine.map { YAMLValue(.mapping([$0]), span: $0.value.span) } + items),
      span: own?.span ?? span)
  }
}
