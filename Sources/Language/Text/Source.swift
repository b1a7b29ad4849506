/// Text with a name, and the way from byte offsets to lines and columns.
///
/// The name is a file name, or `<prompt>`, `<command>` for text that comes from no file. A reader that keeps one
/// logical line at a time says with `firstLine` where in the file its text begins.
package struct Source: Sendable {
  package let name: String
  package let text: String
  package let firstLine: Int

  /// Byte offset of each line's first byte; never empty, ascending.
  private let lineStarts: [Int]
  /// What the text was before values took the place of variables; nil for text as somebody wrote it.
  let origin: Origin?

  package init(name: String, text: String, firstLine: Int = 1) {
    self.init(name: name, text: text, firstLine: firstLine, origin: nil)
  }

  init(name: String, text: String, firstLine: Int, origin: Origin?) {
    self.name = name
    self.text = text
    self.firstLine = firstLine
    self.origin = origin
    lineStarts = Self.lineStarts(in: text)
  }

  /// Lines end with LF, CR LF or a lone CR. Other separators (U+0085, U+2028) are ordinary characters here, as they
  /// are to editors and compilers.
  private static func lineStarts(in text: String) -> [Int] {
    var starts = [0]
    var offset = 0
    var afterReturn = false
    for byte in text.utf8 {
      offset += 1
      if byte == UInt8(ascii: "\n") && afterReturn {
        starts[starts.count - 1] = offset
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        starts.append(offset)
      }
      afterReturn = byte == UInt8(ascii: "\r")
    }
    return starts
  }

  package var lineCount: Int { lineStarts.count }

  /// The whole text, ready to parse.
  package var fragment: Fragment { Fragment(text) }

  /// The text of a span, ready to parse; spans outside the text are clipped.
  package func fragment(_ span: SourceSpan) -> Fragment { fragment.slice(span) }

  /// The place of a byte offset. Offsets outside the text mean its ends; an offset inside a character means that
  /// character. O(log lines + length of the line).
  package func place(at offset: Int) -> Place {
    let index = lineIndex(at: offset)
    let before = text.slice(lineStarts[index], offset)
    return Place(line: firstLine + index, column: before.unicodeScalars.count + 1)
  }

  /// The byte offset of a place, clipped to the text. A column beyond its line means the line's end.
  package func offset(of place: Place) -> Int {
    guard place.line >= firstLine else { return 0 }
    let (index, overflow) = place.line.subtractingReportingOverflow(firstLine)
    guard !overflow, index < lineStarts.count else { return text.utf8.count }
    let span = lineSpan(index)
    let line = text.slice(span.start, span.end).unicodeScalars
    let before = line.prefix(max(1, place.column) - 1)
    return span.start + before.reduce(0) { $0 + UTF8.width($1) }
  }

  /// The line that holds a byte offset, without its line end.
  package func lineSpan(at offset: Int) -> SourceSpan {
    lineSpan(lineIndex(at: offset))
  }

  private func lineSpan(_ index: Int) -> SourceSpan {
    let start = lineStarts[index]
    guard index + 1 < lineStarts.count else { return SourceSpan(start, text.utf8.count) }
    let line = text.slice(start, lineStarts[index + 1])
    return SourceSpan(start, lineStarts[index + 1] - line.utf8.reversed().prefix { $0 == 10 || $0 == 13 }.count)
  }

  /// Index of the last line that starts at or before the offset.
  private func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

extension String {
  /// The text between two byte offsets, clipped to the string. An offset inside a character is moved to its start.
  func slice(_ start: Int, _ end: Int) -> Substring {
    let bytes = utf8
    func index(_ offset: Int) -> String.Index {
      var index = bytes.index(bytes.startIndex, offsetBy: min(max(0, offset), bytes.count))
      while index < bytes.endIndex, index > bytes.startIndex, bytes[index] & 0xC0 == 0x80 {
        index = bytes.index(before: index)
      }
      return index
    }
    let first = index(start)
    return self[first..<max(first, index(end))]
  }
}
