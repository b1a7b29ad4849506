import Language
import Statistics

extension LawError {
  /// What is wrong, in the language of the moment. What the words are about may be words too: `the mean`.
  var said: String {
    var text = Phrase.StringInterpolation(literalCapacity: 0, interpolationCount: 0)
    for part in wording.parts {
      switch part {
      case .words(let words): text.appendLiteral(words)
      case .value(let value): text.appendInterpolation(value.said)
      }
    }
    let message = Phrase(stringInterpolation: text).text
    return usage.map { say("\($0): \(message)") } ?? message
  }
}
