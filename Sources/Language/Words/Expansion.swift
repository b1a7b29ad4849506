extension Source {
  /// A variable that was replaced by its value.
  package struct Replacement: Hashable, Sendable {
    /// Without the `$`.
    package let name: String
    package let value: String
    /// Where it is written, `$` included.
    let written: SourceSpan
    /// Where its value stands in the expanded text.
    let expanded: SourceSpan
  }

  /// The text that this one was made of, so that findings show what somebody wrote.
  final class Origin: Sendable {
    let source: Source
    let replacements: [Replacement]

    init(_ source: Source, _ replacements: [Replacement]) {
      self.source = source
      self.replacements = replacements
    }
  }

  /// No expanded text is longer, in bytes: values may hold values that hold values.
  package static let longestExpansion = 1 << 20

  /// Have values taken the place of variables?
  package var isExpanded: Bool { origin != nil }

  /// Has that happened between `source` and this one?
  package func isExpanded(from source: Source) -> Bool { origin !== source.origin }

  /// The source with each `$name` and `${name}` in `span` replaced by its value, and where that span lies then.
  ///
  /// Nothing is replaced in comments and between single quotes; `\$` and a `$` before anything but a letter stand for
  /// themselves. What `value` does not know is a fault; `known` is what to suggest then.
  package func expanding(
    _ span: SourceSpan, known: @autoclosure () -> [String] = [], value: (String) -> String?
  ) throws(Fault) -> (source: Source, span: SourceSpan) {
    let references = VariableReference.all(in: fragment(span))
    if references.isEmpty { return (self, span) }
    var result = String(text.slice(0, span.start))
    var end = span.start
    var replacements: [Replacement] = []
    for reference in references {
      result += text.slice(end, reference.span.start)
      end = reference.span.end
      guard let name = reference.name else {
        result += "$"
        continue
      }
      guard let value = value(name) else {
        let nearest = Nearest.names(to: name, among: known())
        guard name != VariableName.lastValue else {
          throw Fault(
            say("$_ stands for the last answer that was a single value, but there is none yet"), at: reference.span,
            help: say("it gets a value from: need, solve or show PARAMETER"))
        }
        throw Fault(
          say("no such variable: $\(name)"), at: reference.span,
          help: nearest.isEmpty
            ? say("to set it, write: let \(name) = VALUE, or run a script with: script FILE \(name)=VALUE")
            : say("nearest: \(nearest.map { "$" + $0 }.joined(separator: ", "))"))
      }
      let start = result.utf8.count
      result += value
      replacements.append(
        Replacement(
          name: name, value: value, written: reference.span, expanded: SourceSpan(start, start + value.utf8.count)))
      guard result.utf8.count <= Self.longestExpansion else {
        throw Fault(
          say("with the values of its variables filled in, this line is longer than 1 MiB"), at: reference.span)
      }
    }
    result += text.slice(end, span.end)
    let expanded = SourceSpan(span.start, result.utf8.count)
    result += text.slice(span.end, text.utf8.count)
    let source = Source(name: name, text: result, firstLine: firstLine, origin: Origin(self, replacements))
    return (source, expanded)
  }

  /// The span as it was written, before values took the place of variables, and the variables it touches.
  package func written(_ span: SourceSpan) -> (source: Source, span: SourceSpan, variables: [Replacement]) {
    guard let origin else { return (self, span, []) }
    var shift = 0
    var start: Int?
    var end: Int?
    var touched: [Replacement] = []
    for replacement in origin.replacements {
      let place = replacement.expanded
      if place.start < span.end, span.start < place.end { touched.append(replacement) }
      if start == nil, span.start < place.end {
        start = span.start < place.start ? span.start - shift : replacement.written.start
      }
      if end == nil, span.end <= place.end {
        end = span.end <= place.start ? span.end - shift : replacement.written.end
      }
      shift = place.end - replacement.written.end
    }
    let own = SourceSpan(start ?? span.start - shift, end ?? span.end - shift)
    let outer = origin.source.written(own)
    return (outer.source, outer.span, touched + outer.variables)
  }
}

/// A `$name`, `${name}` or `\$` as it stands in a text.
private struct VariableReference {
  /// nil for a `$` that stands for itself.
  let name: String?
  let span: SourceSpan

  static func all(in fragment: Fragment) -> [VariableReference] {
    guard fragment.text.unicodeScalars.contains(where: { Fold.folded($0) == "$" }) else { return [] }
    let letters = Letters(fragment).all
    var references: [VariableReference] = []
    var quote: Unicode.Scalar?
    var index = 0
    while index < letters.count {
      let letter = letters[index]
      index += 1
      if letter.role == .mark { quote = quote == nil ? letter.scalar : nil }
      guard quote != "'", letter.role != .mark else { continue }
      if letter.scalar == "\\", index < letters.count, letters[index].scalar == "$" {
        references.append(VariableReference(name: nil, span: letter.span.joined(with: letters[index].span)))
        index += 1
      } else if letter.scalar == "$", let (reference, end) = named(letters, from: index - 1) {
        references.append(reference)
        index = end
      }
    }
    return references
  }

  /// Reads the name behind the `$` at `dollar`, and says where to go on; nil when there is none.
  private static func named(_ letters: [Letter], from dollar: Int) -> (VariableReference, Int)? {
    let isBraced = dollar + 1 < letters.count && letters[dollar + 1].scalar == "{"
    let start = dollar + (isBraced ? 2 : 1)
    var end = start
    while end < letters.count, letters[end].role != .mark, letters[end].scalar.isVariableLetter(first: end == start) {
      end += 1
    }
    guard end > start else { return nil }
    if isBraced {
      guard end < letters.count, letters[end].scalar == "}" else { return nil }
    }
    let name = String(String.UnicodeScalarView(letters[start..<end].map(\.scalar)))
    let last = isBraced ? end : end - 1
    let span = letters[dollar].span.joined(with: letters[last].span)
    return (VariableReference(name: name, span: span), last + 1)
  }
}

extension Unicode.Scalar {
  fileprivate func isVariableLetter(first: Bool) -> Bool { isNameLetter || (!first && isDigit) }
}

/// What may be the name of a variable: letters of any script, digits and `_`, no digit first.
package enum VariableName {
  /// Stands for what the last answer came to.
  package static let lastValue = "_"

  package static func isValid(_ name: String) -> Bool {
    let scalars = name.unicodeScalars
    guard name != lastValue, let first = scalars.first, scalars.count <= 40 else { return false }
    return first.isVariableLetter(first: true) && scalars.allSatisfy { $0.isVariableLetter(first: false) }
  }
}
