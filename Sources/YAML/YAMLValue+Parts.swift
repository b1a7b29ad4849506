import Language

extension YAMLValue {
  /// The scalar's text; nil for mappings and sequences.
  package var text: String? { fragment?.text }

  /// The items of a sequence; nil for anything else.
  package var items: [YAMLValue]? {
    guard case .sequence(let items) = content else { return nil }
    return items
  }

  /// The names and values of a mapping, in its order; none for anything else.
  package var entries: [(name: String, value: YAMLValue)] {
    guard case .mapping(let pairs) = content else { return [] }
    return pairs.compactMap { key, value in key.text.map { ($0, value) } }
  }

  package subscript(name: String) -> YAMLValue? { entries.first { $0.name == name }?.value }
}
