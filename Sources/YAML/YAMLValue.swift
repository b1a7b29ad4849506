package import Language
import Yams

/// A YAML document as a tree of texts with their places. Scalars stay text: what `NO`, `017` or `12:30` means is for the
/// field they are given to.
package struct YAMLValue {
  package enum Content {
    case scalar(String)
    case mapping([(key: YAMLValue, value: YAMLValue)])
    case sequence([YAMLValue])
  }

  package let content: Content
  /// Where it begins; a scalar on one line is covered whole.
  package let span: SourceSpan
  package private(set) var isQuoted = false
  /// Set on keys that are written again in the same mapping.
  package private(set) var repeats = false
  /// What gives it, such as a preset, where it does not stand in the file.
  package private(set) var origin: String?

  package init(_ content: Content, span: SourceSpan, origin: String? = nil) {
    self.content = content
    self.span = span
    self.origin = origin
  }

  fileprivate init(scalar text: String, span: SourceSpan, isQuoted: Bool, repeats: Bool) {
    self.init(.scalar(text), span: span)
    self.isQuoted = isQuoted
    self.repeats = repeats
  }

  /// The scalar as a piece of the source; nil for mappings and sequences.
  package var fragment: Fragment? {
    guard case .scalar(let text) = content else { return nil }
    return Fragment(text, start: span.start)
  }

  /// A value of which brackets were opened and not closed: inside `{ }` YAML ends it at a comma.
  package var endsInsideBrackets: Bool {
    guard case .scalar(let text) = content, !isQuoted else { return false }
    return text.count { $0 == "(" } > text.count { $0 == ")" }
  }

  /// Nothing was written: `key:` or `~`.
  package var isNull: Bool {
    guard case .scalar(let text) = content, !isQuoted else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }
}

extension YAMLValue {
  /// Reads a document. Every failure is a finding in `source`.
  package static func parse(_ source: Source) throws(FindingsError) -> YAMLValue {
    let refusals = source.yamlRefusals
    guard refusals.isEmpty else { throw FindingsError(refusals) }
    var duplicates = DuplicateKeys(source)
    while true {
      do {
        // The basic resolver leaves scalars alone: 1 and "1" are the same key here.
        guard let node = try Yams.compose(yaml: duplicates.text, .basic, .default, .utf8) else {
          throw FindingsError([Finding(.error, say("the file is empty"), source: source.name)])
        }
        var walker = NodeWalker(source: source, duplicates: duplicates)
        return try walker.value(node, depth: 0)
      } catch YamlError.duplicatedKeysInMapping(_, let context)
        where duplicates.maskKey(at: source.offset(of: context.mark))
      {
        continue
      } catch let error as YamlError {
        throw FindingsError([error.finding(in: source)])
      } catch let error as FindingsError {
        throw error
      } catch {
        throw FindingsError([Finding(.error, say("this is not valid YAML"), source: source.name)])
      }
    }
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

  mutating func value(_ node: Node, depth: Int) throws(FindingsError) -> YAMLValue {
    nodes += 1
    let start = node.mark.map(source.offset(of:)) ?? 0
    let span = SourceSpan(start, start + 1)
    guard depth <= YAMLBudget.depth else {
      throw refusal(say("too many levels"), help: say("a scenario needs only four levels"), at: span)
    }
    guard nodes <= YAMLBudget.nodes else {
      throw refusal(
        say("with its aliases written out, the file exceeds the size limit for scenarios"),
        help: say("write the values out, without aliases"),
        at: span)
    }
    switch node {
    case .scalar(let scalar): return self.scalar(scalar, start)
    case .mapping(let mapping):
      var pairs: [(key: YAMLValue, value: YAMLValue)] = []
      for (key, child) in mapping {
        pairs.append((try value(key, depth: depth + 1), try value(child, depth: depth + 1)))
      }
      return YAMLValue(.mapping(pairs), span: span)
    case .sequence(let sequence):
      var items: [YAMLValue] = []
      for item in sequence { items.append(try value(item, depth: depth + 1)) }
      return YAMLValue(.sequence(items), span: span)
    case .alias:
      // Composing has put what they stand for in the place of aliases.
      throw refusal(say("an alias is not allowed here"), help: say("write the value out"), at: span)
    }
  }

  private func scalar(_ scalar: Node.Scalar, _ start: Int) -> YAMLValue {
    let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
    let begin = isQuoted ? start + 1 : start
    var text = scalar.string
    let original = duplicates.originals[begin]
    if let original { text = String(original) + String(String.UnicodeScalarView(text.unicodeScalars.dropFirst())) }
    return YAMLValue(
      scalar: text, span: SourceSpan(begin, begin + text.utf8.count), isQuoted: isQuoted, repeats: original != nil)
  }

  private func refusal(_ message: String, help: String, at span: SourceSpan) -> FindingsError {
    FindingsError([Finding(.error, message, help: help, at: span, in: source)])
  }
}

extension Source {
  /// Some editors begin a file with a byte order mark. The parser would take it for indentation.
  var startsWithMark: Bool { text.unicodeScalars.first == "\u{FEFF}" }

  fileprivate func offset(of mark: Mark) -> Int {
    let hidden = mark.line == 1 && startsWithMark ? 1 : 0
    return offset(of: Place(line: mark.line, column: mark.column + hidden))
  }
}

extension YamlError {
  /// The parser's complaint in words for people, at its place. Its own excerpts echo raw bytes and are not used.
  fileprivate func finding(in source: Source) -> Finding {
    func at(_ mark: Mark, _ message: String) -> Finding {
      let offset = source.offset(of: mark)
      return Finding(.error, message, at: SourceSpan(offset, offset + 1), in: source)
    }
    switch self {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let offset = source.offset(of: mark)
      func finding(_ message: String, _ help: String) -> Finding {
        Finding(.error, message, help: help, at: SourceSpan(offset, offset + 1), in: source)
      }
      if problem.hasSuffix("another document") || problem.hasSuffix("<document start>") {
        return finding(
          say("a scenario file can contain only one scenario"),
          say("remove --- and what follows, or put it in a file of its own"))
      }
      if source.fragment(SourceSpan(offset, offset + 1)).text == "\t" {
        return finding(say("a tab where only spaces are allowed"), say("indent with two spaces per level"))
      }
      if let mark = source.wideMark(at: offset) { return mark }
      if let colon = source.unquotedColon(at: offset) { return colon }
      guard let known = ParserComplaint.words(problem) else {
        return finding(say("this is not valid YAML: \(problem)"), say("check this line and the one above"))
      }
      return finding(say("this is not valid YAML: \(known.message)"), known.help)
    case .duplicatedKeysInMapping(let names, let context):
      return at(
        context.mark, say("given more than once: \(names.map { $0.truncated(to: 40) }.joined(separator: ", "))"))
    default:
      return Finding(.error, say("this is not valid YAML"), source: source.name)
    }
  }
}
