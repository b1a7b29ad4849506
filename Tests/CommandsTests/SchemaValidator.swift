import Reports

/// Holds values to a JSON Schema, as far as the program's own schemas go: a keyword it does not know is a fault, too.
struct SchemaValidator {
  private let root: JSON

  init(_ root: JSON) { self.root = root }

  /// What is wrong with a value, and where; empty where nothing is.
  func faults(in value: JSON) -> [String] { faults(in: value, root, at: "") }

  private static let annotations: Set = ["$schema", "$defs", "title", "description"]

  private func faults(in value: JSON, _ schema: JSON, at place: String) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(place): the schema is no object"] }
    return keywords.flatMap { keyword -> [String] in
      switch keyword.key {
      case "$ref":
        guard let name = keyword.value.string, name.hasPrefix("#/$defs/"),
          let target = root["$defs"]?[String(name.dropFirst(8))]
        else { return ["\(place): the reference \(keyword.value.text()) leads nowhere"] }
        return faults(in: value, target, at: place)
      case "type":
        let names = elements(keyword.value) ?? [keyword.value]
        return names.contains { isOf(type: $0.string ?? "", value) }
          ? [] : ["\(place): \(value.text().prefix(60)) is no \(keyword.value.text())"]
      case "enum":
        return elements(keyword.value)?.contains(value) == true
          ? [] : ["\(place): \(value.text()) is none of \(keyword.value.text())"]
      case "anyOf":
        let all = (elements(keyword.value) ?? []).map { faults(in: value, $0, at: place) }
        return all.contains(where: \.isEmpty) ? [] : ["\(place): none of several: \(all.map { $0.first ?? "" })"]
      case "items":
        return (elements(value) ?? []).enumerated().flatMap { faults(in: $1, keyword.value, at: "\(place)/\($0)") }
      case "required":
        guard case .object = value else { return [] }
        return (elements(keyword.value) ?? []).filter { value[$0.string ?? ""] == nil }
          .map { "\(place): \($0.text()) is missing" }
      case "properties":
        guard case .object(let members) = value else { return [] }
        return members.flatMap { member in
          keyword.value[member.key].map { faults(in: member.value, $0, at: "\(place)/\(member.key)") } ?? []
        }
      case "additionalProperties":
        guard case .object(let members) = value else { return [] }
        let others = members.filter { schema["properties"]?[$0.key] == nil }
        if keyword.value == false { return others.map { "\(place): \($0.key) is not expected" } }
        return others.flatMap { faults(in: $0.value, keyword.value, at: "\(place)/\($0.key)") }
      default: return Self.annotations.contains(keyword.key) ? [] : ["\(place): unknown keyword \(keyword.key)"]
      }
    }
  }

  private func elements(_ value: JSON) -> [JSON]? {
    if case .array(let elements) = value { elements } else { nil }
  }

  private func isOf(type: String, _ value: JSON) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .bool), ("integer", .integer), ("number", .integer), ("number", .number),
      ("string", .string), ("array", .array), ("object", .object):
      true
    default: false
    }
  }
}
