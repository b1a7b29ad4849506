package import Language

/// Where a value lives in its owner.
package typealias ModelPath<Root, Value> = any WritableKeyPath<Root, Value> & Sendable

/// One parameter of the model, declared once: its name, where it lives, what it may hold, and a line of doc.
///
/// From these rows come YAML reading, findings, `set` and `show`, completion, the JSON Schema, the parameter reference
/// and the random scenarios of the tests.
package struct Field<Root>: Sendable {
  package let info: FieldInfo
  package let get: @Sendable (Root) -> FieldValue?
  package let set: @Sendable (inout Root, FieldValue?) -> Void
}

/// What is known of a parameter without its owner.
package struct FieldInfo: Sendable {
  package let name: String
  package let kind: Kind
  /// Allowed values; nil where the kind says all there is to say.
  package let range: ClosedRange<Double>?
  /// May rules and events assign to it inside a run?
  package let isLive: Bool
  /// Must a scenario give it?
  package let isRequired: Bool
  /// May it be left without a value?
  package let isOptional: Bool
  /// Must all worlds share it, so that a range is refused?
  package let isCertain: Bool
  /// Is it a supplier's price, given in the supplier's currency?
  package private(set) var isQuoted = false
  /// Is it money that is paid to others when it falls due? Paid in another currency, it also costs that currency's spread.
  package private(set) var isPaid = false
  package let doc: String

  fileprivate var paid: FieldInfo {
    var info = self
    info.isPaid = true
    return info
  }

  fileprivate var quoted: FieldInfo {
    var info = self
    info.isQuoted = true
    return info
  }
}

extension Field {
  /// The same as a supplier's price, in the currency that the supplier quotes in.
  var quoted: Field { Field(info: info.quoted, get: get, set: set) }

  /// The same as what is paid to others.
  var paid: Field { Field(info: info.paid, get: get, set: set) }

  /// A number.
  package init(
    _ name: String, _ path: ModelPath<Root, Double>, _ kind: Kind, _ range: ClosedRange<Double>,
    live: Bool = false, required: Bool = false, certain: Bool = false, _ doc: String
  ) {
    info = FieldInfo(
      name: name, kind: kind, range: range, isLive: live, isRequired: required, isOptional: false,
      isCertain: certain, doc: doc)
    get = { .number($0[keyPath: path]) }
    set = { root, value in if case .number(let number) = value { root[keyPath: path] = number } }
  }

  /// A number that may be absent.
  package init(
    _ name: String, _ path: ModelPath<Root, Double?>, _ kind: Kind, _ range: ClosedRange<Double>,
    live: Bool = false, certain: Bool = false, _ doc: String
  ) {
    info = FieldInfo(
      name: name, kind: kind, range: range, isLive: live, isRequired: false, isOptional: true, isCertain: certain,
      doc: doc)
    get = { $0[keyPath: path].map(FieldValue.number) }
    set = { root, value in
      if case .number(let number) = value { root[keyPath: path] = number } else { root[keyPath: path] = nil }
    }
  }

  /// Money with a period, such as `39 USD per month`.
  package init(
    _ name: String, _ path: ModelPath<Root, PeriodAmount>, _ range: ClosedRange<Double>,
    live: Bool = false, required: Bool = false, _ doc: String
  ) {
    info = FieldInfo(
      name: name, kind: .amount, range: range, isLive: live, isRequired: required, isOptional: false,
      isCertain: false, doc: doc)
    get = { .amount($0[keyPath: path]) }
    set = { root, value in if case .amount(let amount) = value { root[keyPath: path] = amount } }
  }

  /// A lag in days: a number, or a distribution drawn per order.
  package init(
    _ name: String, _ path: ModelPath<Root, Lag>, _ range: ClosedRange<Double>, _ doc: String
  ) {
    info = FieldInfo(
      name: name, kind: .lag, range: range, isLive: false, isRequired: false, isOptional: false, isCertain: true,
      doc: doc)
    get = { .lag($0[keyPath: path]) }
    set = { root, value in if case .lag(let lag) = value { root[keyPath: path] = lag } }
  }

  /// A lag that may be absent, drawn each time something happens.
  package init(_ name: String, _ path: ModelPath<Root, Lag?>, _ range: ClosedRange<Double>, _ doc: String) {
    info = FieldInfo(
      name: name, kind: .lag, range: range, isLive: false, isRequired: false, isOptional: true, isCertain: true,
      doc: doc)
    get = { $0[keyPath: path].map(FieldValue.lag) }
    set = { root, value in
      if case .lag(let lag) = value { root[keyPath: path] = lag } else { root[keyPath: path] = nil }
    }
  }

  /// How likely an event is.
  package init(_ name: String, _ path: ModelPath<Root, Chance?>, _ doc: String) {
    info = FieldInfo(
      name: name, kind: .chance, range: 0...1, isLive: false, isRequired: false, isOptional: true, isCertain: true,
      doc: doc)
    get = { $0[keyPath: path].map(FieldValue.chance) }
    set = { root, value in
      if case .chance(let chance) = value { root[keyPath: path] = chance } else { root[keyPath: path] = nil }
    }
  }

  /// How large something is each time it happens.
  package init(_ name: String, _ path: ModelPath<Root, Size>, _ range: ClosedRange<Double>, _ doc: String) {
    info = FieldInfo(
      name: name, kind: .size, range: range, isLive: false, isRequired: false, isOptional: false, isCertain: true,
      doc: doc)
    get = { .size($0[keyPath: path]) }
    set = { root, value in if case .size(let size) = value { root[keyPath: path] = size } }
  }

  /// A day counted from the start, or a date; days below 0 and dates before it lie in the past.
  package init(_ name: String, _ path: ModelPath<Root, Opening>, required: Bool = false, _ doc: String) {
    info = FieldInfo(
      name: name, kind: .opening, range: -3650...3650, isLive: false, isRequired: required, isOptional: false,
      isCertain: true,
      doc: doc)
    get = { .opening($0[keyPath: path]) }
    set = { root, value in if case .opening(let opening) = value { root[keyPath: path] = opening } }
  }

  /// A day counted from the start, or a date; may be absent.
  package init(_ name: String, _ path: ModelPath<Root, Opening?>, _ doc: String) {
    info = FieldInfo(
      name: name, kind: .opening, range: 0...3650, isLive: false, isRequired: false, isOptional: true, isCertain: true,
      doc: doc)
    get = { $0[keyPath: path].map(FieldValue.opening) }
    set = { root, value in
      if case .opening(let opening) = value { root[keyPath: path] = opening } else { root[keyPath: path] = nil }
    }
  }

  /// Words: a name, a currency, a reference to another part of the scenario. All but the currency may be left open.
  package init(
    _ name: String, _ path: ModelPath<Root, String>, _ kind: Kind, required: Bool = false,
    _ doc: String
  ) {
    info = FieldInfo(
      name: name, kind: kind, range: nil, isLive: false, isRequired: required,
      isOptional: !required && kind != .currency, isCertain: true, doc: doc)
    get = { $0[keyPath: path].isEmpty ? nil : .text($0[keyPath: path]) }
    set = { root, value in
      if case .text(let text) = value { root[keyPath: path] = text } else { root[keyPath: path] = "" }
    }
  }

  /// Yes or no.
  package init(
    _ name: String, _ path: ModelPath<Root, Bool>, live: Bool = false, _ doc: String
  ) {
    info = FieldInfo(
      name: name, kind: .flag, range: nil, isLive: live, isRequired: false, isOptional: false, isCertain: true, doc: doc
    )
    get = { .flag($0[keyPath: path]) }
    set = { root, value in if case .flag(let flag) = value { root[keyPath: path] = flag } }
  }

  /// Yes or no, or unknown.
  package init(_ name: String, _ path: ModelPath<Root, Bool?>, _ doc: String) {
    info = FieldInfo(
      name: name, kind: .flag, range: nil, isLive: false, isRequired: false, isOptional: true, isCertain: true, doc: doc
    )
    get = { $0[keyPath: path].map(FieldValue.flag) }
    set = { root, value in
      if case .flag(let flag) = value { root[keyPath: path] = flag } else { root[keyPath: path] = nil }
    }
  }

  /// A calendar date.
  package init(_ name: String, _ path: ModelPath<Root, CalendarDate>, _ doc: String) {
    info = FieldInfo(
      name: name, kind: .date, range: nil, isLive: false, isRequired: true, isOptional: false, isCertain: true, doc: doc
    )
    get = { .date($0[keyPath: path]) }
    set = { root, value in if case .date(let date) = value { root[keyPath: path] = date } }
  }

  /// Twelve factors, January to December.
  package init(
    _ name: String, _ path: ModelPath<Root, [Double]>, _ range: ClosedRange<Double>, _ doc: String
  ) {
    info = FieldInfo(
      name: name, kind: .season, range: range, isLive: false, isRequired: false, isOptional: false, isCertain: true,
      doc: doc)
    get = { .list($0[keyPath: path]) }
    set = { root, value in if case .list(let list) = value { root[keyPath: path] = list } }
  }

  /// One of a few words.
  package init<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ path: ModelPath<Root, Choice>, _ doc: String
  ) {
    info = FieldInfo(
      name: name, kind: .choice(Choice.allCases.map(\.rawValue)), range: nil, isLive: false, isRequired: false,
      isOptional: false, isCertain: true, doc: doc)
    get = { .text($0[keyPath: path].rawValue) }
    set = { root, value in
      if case .text(let text) = value, let choice = Choice(rawValue: text) { root[keyPath: path] = choice }
    }
  }
}
