extension Fragment {
  /// The last command of a text that may be unfinished: what stands behind the last `;`, line end or `{` outside quotes
  /// and other brackets. A block that is closed again belongs to its command.
  ///
  /// Completion and hints ask for it with the text before the cursor.
  package var openCommand: Fragment {
    var starts = [span.start]
    var brackets: [Unicode.Scalar] = []
    for letter in Letters(self).all {
      guard let scalar = letter.plain else { continue }
      switch scalar {
      case "(", "[": brackets.append(scalar)
      case "{":
        brackets.append(scalar)
        starts.append(letter.span.end)
      case ")", "]": if brackets.last != "{" { _ = brackets.popLast() }
      case "}":
        if brackets.last == "{" {
          brackets.removeLast()
          starts.removeLast()
        }
      case ";" where brackets.last ?? "{" == "{", "\n" where brackets.last ?? "{" == "{",
        "\r" where brackets.last ?? "{" == "{":
        starts[starts.count - 1] = letter.span.end
      default: break
      }
    }
    return slice(SourceSpan(starts.last ?? span.start, span.end))
  }
}
