/// What is put into a statement.
package enum Value: Equatable, Sendable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)

  package init(_ text: String?) { self = text.map(Value.text) ?? .null }
}
