import Language

extension Source {
  /// What to say where the parser stumbled over a full-width colon or comma, as a Chinese input method writes them: on this
  /// line or one of the two above, which the parser joins.
  func wideMark(at offset: Int) -> Finding? {
    var line = lineSpan(at: offset)
    for _ in 0..<3 {
      if let mark = WideMark(in: fragment(line).text) {
        let start = line.start + mark.offset
        return Finding(
          .error, say("this is not valid YAML: \(mark.message)"), help: mark.help,
          at: SourceSpan(start, start + 3), in: self)
      }
      guard line.start > 0 else { return nil }
      line = lineSpan(at: line.start - 1)
    }
    return nil
  }
}

/// The first full-width colon behind a name, or comma between entries, of a line.
struct WideMark {
  /// In bytes, from the beginning of the line.
  let offset: Int
  /// What stands before the colon; nil for a comma.
  private let name: String?

  var message: String { name == nil ? say("a full-width comma") : say("a full-width colon") }

  var help: String {
    name.map { say("write \"\($0):\" with an ordinary colon, and put a space after it") }
      ?? say("write an ordinary comma")
  }

  init?(in line: String) {
    var (offset, depth, word) = (0, 0, "")
    var quote: Character?
    var hasName = false
    for character in line {
      defer { offset += character.utf8.count }
      if let open = quote {
        if character == open { quote = nil }
        continue
      }
      switch character {
      case "\"", "'": quote = character
      case "#" where word.isEmpty: return nil
      case "{", "[":
        depth += 1
        (word, hasName) = ("", false)
      case "}", "]": depth -= 1
      case ":": hasName = true
      case ",": (word, hasName) = ("", false)
      case "：" where !word.isEmpty && !hasName:
        (self.offset, name) = (offset, word)
        return
      case "，" where depth > 0:
        (self.offset, name) = (offset, nil)
        return
      case " ", "-": continue
      default: word.append(character)
      }
    }
    return nil
  }
}

extension String {
  /// What to write where this is a name and a value with a full-width colon between; nil where it is not.
  package var helpWithWideColon: String? { contains("：") ? WideMark(in: self)?.help : nil }
}
