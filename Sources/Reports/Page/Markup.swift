/// A piece of a page or of a picture: an element with its attributes, or text. What is written of it is well-formed, as XML
/// too, whatever the texts are: nothing is put into a page but through here.
indirect enum Markup: Sendable {
  case text(String)
  case element(String, [Attribute], [Markup])

  struct Attribute: Sendable {
    let name: String
    let value: String

    init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  /// - Parameter tone: the element's class; empty for none.
  static func tag(_ name: String, _ tone: String = "", _ attributes: [Attribute] = [], _ content: [Markup] = [])
    -> Markup
  {
    .element(name, (tone.isEmpty ? [] : [Attribute("class", tone)]) + attributes, content)
  }

  static func tag(_ name: String, _ tone: String = "", _ attributes: [Attribute] = [], _ text: String) -> Markup {
    tag(name, tone, attributes, [.text(text)])
  }
}

extension Markup {
  /// Elements of HTML that never have anything inside, and shapes of pictures, which may have nothing: all others are closed by
  /// a tag of their own, because readers of HTML do not know `<p/>`.
  private static let closedAtOnce: Set = [
    "meta", "line", "rect", "circle", "path", "use",
  ]

  func write(to text: inout String) {
    switch self {
    case .text(let words): text += Self.escaped(words)
    case .element(let name, let attributes, let content):
      text += "<" + name
      for attribute in attributes { text += " \(attribute.name)=\"\(Self.escaped(attribute.value))\"" }
      if content.isEmpty, Self.closedAtOnce.contains(name) {
        text += "/>"
        return
      }
      text += ">"
      for part in content {
        // Readers of HTML take a style as it stands; it is the house's own.
        if name == "style", case .text(let rules) = part { text += rules } else { part.write(to: &text) }
      }
      text += "</\(name)>"
    }
  }

  var written: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// Marks that steer the reader's screen or turn the line around are written out, as on the terminal; so are characters that
  /// XML does not have.
  private static func escaped(_ words: String) -> String {
    var text = ""
    for scalar in words.printable(.unicode, keeping: ["\n"]).unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
