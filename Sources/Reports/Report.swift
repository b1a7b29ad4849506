/// An answer in its three forms: to read, as JSON, and as one flat table.
package protocol Report: Sendable {
  func document(_ glyphs: Surface.Glyphs) -> Document
  var json: JSON { get }
  /// What its JSON is made of.
  static var shape: JSONShape { get }
  var table: Table { get }
  /// What a script may hold it to, by name.
  var numbers: [AnswerNumber] { get }
}

extension Report {
  package var numbers: [AnswerNumber] { [] }
}
