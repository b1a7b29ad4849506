/// The languages the program speaks. Verbs, paths and everything a script reads stay English in all of them.
package enum Tongue: String, CaseIterable, Sendable {
  case english = "en"
  case chinese = "zh"

  /// The language of the texts made here. Set once around the whole program; tests set it around what they ask.
  @TaskLocal package static var current = Tongue.english

  /// What is made in this language, whatever the one of the moment.
  package func speaking<Result, Failure: Error>(_ make: () throws(Failure) -> Result) throws(Failure) -> Result {
    let made = Tongue.$current.withValue(self) { Swift.Result { () throws(Failure) -> Result in try make() } }
    return try made.get()
  }

  /// The language a word asks for: `zh`, `zh-CN`, `zh_CN.UTF-8`, `en_US`; nil for any other.
  package init?(locale: String) {
    let language = locale.prefix { $0 != "_" && $0 != "-" && $0 != "." && $0 != "@" }.lowercased()
    guard let tongue = Tongue(rawValue: language) else { return nil }
    self = tongue
  }

  /// The language a terminal's surroundings ask for, by the first of its variables that is set.
  package init(environment: (String) -> String?) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
    self = locale.flatMap(Tongue.init(locale:)) ?? .english
  }

  /// Between the items of a list.
  package var comma: String { self == .english ? ", " : "、" }
  package var semicolon: String { self == .english ? "; " : "；" }

  /// The texts of this language; nil for English, whose texts are the keys of all others.
  package var texts: TextCatalogue? {
    switch self {
    case .english: nil
    case .chinese: Self.chineseTexts
    }
  }

  private static let chineseTexts = TextCatalogue(Asset.bytes("texts/zh.po") ?? [])
}
