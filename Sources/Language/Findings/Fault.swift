/// What a parser found wrong, and where: a finding that does not know yet in whose text it stands.
package struct Fault: Error, Hashable, Sendable {
  /// What is wrong, without capital and full stop.
  package let message: String
  /// What to do about it.
  package let help: String?
  package let span: SourceSpan

  package init(_ message: String, at span: SourceSpan, help: String? = nil) {
    self.message = message
    self.help = help
    self.span = span
  }
}
