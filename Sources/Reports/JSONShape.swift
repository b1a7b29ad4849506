/// What a JSON value is made of.
///
/// Each writer of JSON has its shape beside it. The schema that other programs are given is printed from the shapes, and
/// tests hold every answer to the schema.
package indirect enum JSONShape: Hashable, Sendable {
  case any
  case null
  case bool
  case integer
  /// Null where there is none: JSON has neither NaN nor infinities.
  case number
  case string
  /// One of these words.
  case words([String])
  case array(JSONShape)
  /// These members and, where others may stand beside them, what they are.
  case object([Member], others: JSONShape?)
  case either([JSONShape])
  /// What stands in several places is written once, under its name.
  case named(String, JSONShape)

  package struct Member: Hashable, Sendable {
    package let key: String
    package let shape: JSONShape
    /// Is it there in every answer?
    package let isCertain: Bool

    package init(_ key: String, _ shape: JSONShape, isCertain: Bool = true) {
      self.key = key
      self.shape = shape
      self.isCertain = isCertain
    }

    /// - Parameter key: with a `?` at its end where the member may be missing.
    fileprivate init(written key: String, _ shape: JSONShape) {
      if key.hasSuffix("?") {
        self.init(String(key.dropLast()), shape, isCertain: false)
      } else {
        self.init(key, shape)
      }
    }
  }
}

extension JSONShape: ExpressibleByDictionaryLiteral {
  /// Members of an object; one whose key ends in `?` may be missing: `"quantiles?": .number`.
  package init(dictionaryLiteral elements: (String, JSONShape)...) {
    self = .object(elements.map { Member(written: $0, $1) }, others: nil)
  }
}

extension JSONShape {
  /// The number of an order of random numbers: text where it is too large for readers of JSON.
  package static let seed = JSONShape.either([.integer, .string])

  /// An object whose keys are names that the answer chooses.
  package static func map(_ values: JSONShape) -> JSONShape { .object([], others: values) }

  /// Members with these keys, alike; one whose key ends in `?` may be missing.
  package static func members(_ keys: [String], _ shape: JSONShape) -> JSONShape {
    .object(keys.map { Member(written: $0, shape) }, others: nil)
  }

  /// A table: an object for each row.
  package static func rows(texts: [String] = [], numbers: [String] = [], others: JSONShape? = nil) -> JSONShape {
    .array(
      .object(
        texts.map { Member($0, .either([.string, .null])) } + numbers.map { Member($0, .number) }, others: others))
  }

  /// What stands in a cell of a table.
  package static let cell = JSONShape.either([.string, .number, .array(.number)])

  package func orNull() -> JSONShape { .either([self, .null]) }

  /// The same object, in which further members may stand.
  package func with(others: JSONShape) -> JSONShape { .object(members, others: others) }

  /// The members of two objects.
  package static func + (first: JSONShape, second: JSONShape) -> JSONShape {
    .object(first.members + second.members, others: first.others ?? second.others)
  }

  private var members: [Member] {
    switch self {
    case .object(let members, _): members
    case .named(_, let shape): shape.members
    default: []
    }
  }

  private var others: JSONShape? {
    switch self {
    case .object(_, let others): others
    case .named(_, let shape): shape.others
    default: nil
    }
  }

  /// Is every value of it an object?
  package var isObject: Bool {
    switch self {
    case .object: true
    case .named(_, let shape): shape.isObject
    case .either(let shapes): shapes.allSatisfy(\.isObject)
    default: false
    }
  }
}
