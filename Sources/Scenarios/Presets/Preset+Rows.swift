import Language
import YAML

extension Preset {
  /// Its rows as if they stood in a file, all at the place where the preset is named.
  func value(at span: SourceSpan) -> YAMLValue {
    // An event is called like its preset unless it is given another name.
    let called = group == .events ? [(path: ["name" as Substring][...], value: name)] : []
    let rows = rows.map { (path: $0.path.split(separator: ".")[...], value: $0.value) }
    return tree(called + rows, span)
  }

  private func tree(_ rows: [(path: ArraySlice<Substring>, value: String)], _ span: SourceSpan) -> YAMLValue {
    if let row = rows.first, rows.count == 1, row.path.isEmpty { return scalar(row.value, span) }
    var names: [Substring] = []
    for row in rows { if let name = row.path.first, !names.contains(name) { names.append(name) } }
    let children = names.map { name in
      (
        key: name,
        value: tree(rows.filter { $0.path.first == name }.map { ($0.path.dropFirst(), $0.value) }, span)
      )
    }
    // Numbers count the items of a list.
    let content: YAMLValue.Content =
      !names.isEmpty && names.allSatisfy { $0.allSatisfy(\.isNumber) }
      ? .sequence(children.map(\.value))
      : .mapping(children.map { (scalar(String($0.key), span), $0.value) })
    return YAMLValue(content, span: span, origin: name)
  }

  private func scalar(_ text: String, _ span: SourceSpan) -> YAMLValue {
    YAMLValue(.scalar(text), span: span, origin: name)
  }
}

extension YAMLValue {
  /// What is written here over what another value gives: names of both keep this one's value, parts are joined.
  func over(_ other: YAMLValue) -> YAMLValue {
    guard case .mapping(var pairs) = content, case .mapping(let others) = other.content else {
      return isNull ? other : self
    }
    for (key, value) in others {
      guard let name = key.fragment?.text else { continue }
      guard let index = pairs.firstIndex(where: { $0.key.fragment?.text == name }) else {
        pairs.append((key, value))
        continue
      }
      if case .mapping = value.content { pairs[index].value = pairs[index].value.over(value) }
    }
    return YAMLValue(.mapping(pairs), span: span)
  }
}
