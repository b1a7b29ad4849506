import Language
import Yams

/// A YAML document as a tree of texts with their places. Scalars stay text: what `NO`, `017` or `12:30` means is for the
/// field they are given to.
package struct YAMLValue {
  enum Content {
    case scalar(String)
    case mapping([(key: YAMLValue, value: YAMLValue)])
    case sequence([YAMLValue])
  }

  let content: Content
  /// Where it begins; a scalar on one line is covered whole.
  let span: SourceSpan
  /// Set on keys that were met before in the same mapping.
  var repeats = false

  /// The scalar as a piece of the source; nil for mappings and sequences.
  var fragment: Fragment? {
    guard case .scalar(let text) = content else { return nil }
    return Fragment(text, start: span.start)
  }

  /// Nothing was written: `key:` or `~`.
  var isNull: Bool {
    guard case .scalar(let text) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }
}

/// Limits on what a scenario file may make us do.
enum YAMLBudget {
  static let bytes = 1 << 20
  static let nodes = 100_000
  static let depth = 20
  /// So many aliases can at most multiply a file by e^(32/e), some 130,000: no alias bomb.
  static let aliases = 32
  static let duplicates = 100
}

extension YAMLValue {
  /// Reads a document. Every failure is a finding in `source`.
  static func parse(_ source: Source) -> Result<YAMLValue, FindingsError> {
    if source.text.utf8.count > YAMLBudget.bytes {
      return .failure(FindingsError([Finding(.error, "the file is larger than 1 MiB", source: source.name)]))
    }
    if let refusal = refusal(of: source) { return .failure(FindingsError([refusal])) }
    var duplicates = DuplicateKeys(source)
    while true {
      do {
        guard let node = try Yams.compose(yaml: duplicates.text) else {
          return .failure(FindingsError([Finding(.error, "the file is empty", source: source.name)]))
        }
        var walker = NodeWalker(source: source, duplicates: duplicates)
        let value = try walker.value(node, depth: 0)
        return .success(value)
      } catch YamlError.duplicatedKeysInMapping(_, let context) where duplicates.mask(at: context.mark) {
        continue
      } catch let error as YamlError {
        return .failure(FindingsError([error.finding(in: source)]))
      } catch let error as FindingsError {
        return .failure(error)
      } catch {
        return .failure(FindingsError([Finding(.error, "this is not YAML", source: source.name)]))
      }
    }
  }

  /// What is refused before the parser sees it: nesting and aliases that would make it work without end.
  private static func refusal(of source: Source) -> Finding? {
    var aliases = 0
    var depth = 0
    var previous = UInt8(ascii: "\n")
    var offset = 0
    var indents: [Int] = []
    var lineStart = 0
    var atLineStart = true
    for byte in source.text.utf8 {
      let opens = previous <= 32 || previous == UInt8(ascii: "[") || previous == UInt8(ascii: ",")
        || previous == UInt8(ascii: "{") || previous == UInt8(ascii: ":")
      if byte == UInt8(ascii: "*"), opens { aliases += 1 }
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
      if byte == UInt8(ascii: "\n") {
        lineStart = offset + 1
        atLineStart = true
      } else if atLineStart, byte != UInt8(ascii: " "), byte != UInt8(ascii: "-") {
        atLineStart = false
        let indent = offset - lineStart
        while let last = indents.last, last >= indent { indents.removeLast() }
        indents.append(indent)
      }
      let span = SourceSpan(offset, offset + 1)
      if aliases > YAMLBudget.aliases {
        return Finding(
          .error, "too many aliases", help: "write the values out; at most \(YAMLBudget.aliases) aliases are read",
          at: span, in: source)
      }
      if depth + indents.count > YAMLBudget.depth {
        return Finding(.error, "nested too deeply", help: "a scenario needs four levels", at: span, in: source)
      }
      previous = byte
      offset += 1
    }
    return nil
  }
}

/// The parser stops at the first repeated key. Masking it with a character that no key has lets the parser go on, so
/// that all findings are told at once.
private struct DuplicateKeys {
  private(set) var text: String
  private let source: Source
  /// What stood at each masked offset.
  private(set) var originals: [Int: Unicode.Scalar] = [:]

  /// Private-use characters, one for each repetition.
  private static let masks: UInt32 = 0xE000

  init(_ source: Source) {
    self.source = source
    text = source.text
  }

  /// Masks the key at a mark; false when that cannot help.
  mutating func mask(at mark: Mark) -> Bool {
    guard originals.count < YAMLBudget.duplicates else { return false }
    let offset = source.offset(of: Place(line: mark.line, column: mark.column))
    guard originals[offset] == nil, let mask = Unicode.Scalar(Self.masks + UInt32(originals.count)) else {
      return false
    }
    var scalars = Array(text.unicodeScalars)
    let before = source.text.utf8.prefix(offset)
    let position = String(Substring(before)).unicodeScalars.count
    guard scalars.indices.contains(position), scalars[position] != "*", scalars[position] != "\"",
      scalars[position] != "'"
    else { return false }
    originals[offset] = scalars[position]
    scalars[position] = mask
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    text = String(view)
    return true
  }
}

/// Turns Yams' nodes into values, within a budget.
private struct NodeWalker {
  let source: Source
  let duplicates: DuplicateKeys
  private var nodes = 0

  init(source: Source, duplicates: DuplicateKeys) {
    self.source = source
    self.duplicates = duplicates
  }

  mutating func value(_ node: Node, depth: Int) throws -> YAMLValue {
    nodes += 1
    let start = offset(of: node.mark)
    guard nodes <= YAMLBudget.nodes, depth <= YAMLBudget.depth else {
      throw FindingsError([
        Finding(
          .error, "the file unfolds to more than a scenario can hold", help: "write the values out, without aliases",
          at: SourceSpan(start, start + 1), in: source)
      ])
    }
    switch node {
    case .scalar(let scalar): return self.scalar(scalar, start)
    case .mapping(let mapping):
      var pairs: [(key: YAMLValue, value: YAMLValue)] = []
      for (key, child) in mapping {
        pairs.append((try value(key, depth: depth + 1), try value(child, depth: depth + 1)))
      }
      return YAMLValue(content: .mapping(pairs), span: SourceSpan(start, start + 1))
    case .sequence(let sequence):
      var items: [YAMLValue] = []
      for item in sequence { items.append(try value(item, depth: depth + 1)) }
      return YAMLValue(content: .sequence(items), span: SourceSpan(start, start + 1))
    case .alias:
      return YAMLValue(content: .scalar(""), span: SourceSpan(start, start + 1))
    }
  }

  private func scalar(_ scalar: Node.Scalar, _ start: Int) -> YAMLValue {
    if let original = duplicates.originals[start] {
      var text = scalar.string.unicodeScalars
      text.removeFirst()
      let name = String(original) + String(text)
      return YAMLValue(
        content: .scalar(name), span: SourceSpan(start, start + name.utf8.count), repeats: true)
    }
    let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
    let begin = isQuoted ? start + 1 : start
    return YAMLValue(content: .scalar(scalar.string), span: SourceSpan(begin, begin + scalar.string.utf8.count))
  }

  private func offset(of mark: Mark?) -> Int {
    source.offset(of: Place(line: mark?.line ?? 1, column: mark?.column ?? 1))
  }
}

extension YamlError {
  /// The parser's words, at their place. Its own excerpts echo raw bytes and are not used.
  fileprivate func finding(in source: Source) -> Finding {
    func at(_ mark: Mark, _ message: String) -> Finding {
      let offset = source.offset(of: Place(line: mark.line, column: mark.column))
      return Finding(.error, message, at: SourceSpan(offset, offset + 1), in: source)
    }
    switch self {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return at(mark, "this is not YAML: \(problem)")
    case .duplicatedKeysInMapping(let names, let context):
      return at(context.mark, "given more than once: \(names.joined(separator: ", "))")
    case .reader(let problem, let offset, _, _):
      let place = offset ?? 0
      return Finding(.error, "this is not YAML: \(problem)", at: SourceSpan(place, place + 1), in: source)
    default:
      return Finding(.error, "this is not YAML", source: source.name)
    }
  }
}
