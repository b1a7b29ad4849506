extension Scanner {
  /// `[sign] [currency] number ["%" | currency | unit] ["per" [number] unit]`, blanks before it skipped.
  mutating func quantity(grouped: Bool) throws(Fault) -> Quantity {
    skipBlanks()
    let first = position
    var sign = takeSign()
    let leading = leadingCurrency()
    if leading != nil {
      skipBlanks()
      sign = sign ?? takeSign()
      if !beginsNumber {
        // Three capitals without a number are no currency but a mistake, e.g. INF.
        rewind(to: first)
        throw expectedNumber()
      }
    }
    let size = try number(grouped: grouped)

    let isPercent = takeAfterBlanks { $0.take("%") ? true : nil } ?? false
    let currency = isPercent ? leading : try trailingCurrency(leading)
    if isPercent, let currency {
      throw Fault(say("a percentage has no currency, but this has \(currency)"), at: span(from: first))
    }
    let unit = isPercent || currency != nil ? nil : takeAfterBlanks { $0.valueUnit() }
    let per = try perClause()
    return Quantity(
      sign == "-" && size != 0 ? -size : size, isPercent: isPercent, currency: currency, unit: unit, per: per,
      span: span(from: first))
  }

  private mutating func takeSign() -> Unicode.Scalar? {
    guard let sign = next?.plain, sign == "+" || sign == "-" else { return nil }
    advance()
    return sign
  }

  // MARK: Currency

  private mutating func leadingCurrency() -> String? {
    currencySymbol() ?? currencyCode()
  }

  /// The currency after the number, or the one before it. Both may be given if they agree: `$40 USD`.
  private mutating func trailingCurrency(_ leading: String?) throws(Fault) -> String? {
    let before = position
    let trailing = takeAfterBlanks { $0.currencySymbol() ?? $0.currencyCode() }
    if let leading, let trailing, leading != trailing {
      throw Fault(say("two currencies: \(leading) and \(trailing)"), at: trimmed(from: before).span)
    }
    return trailing ?? leading
  }

  private mutating func currencySymbol() -> String? {
    let code: String
    switch next?.plain {
    case "$": code = "USD"
    case "¥", "\u{FFE5}", "元": code = "CNY"
    case "€": code = "EUR"
    case "£", "\u{FFE1}": code = "GBP"
    default: return nil
    }
    advance()
    return code
  }

  /// Three ASCII capitals that are a word of their own, or a currency as it is called in Chinese.
  private mutating func currencyCode() -> String? {
    for (name, code) in Self.chineseCurrencies where take(name) { return code }
    let name = peekName()
    if name == "RMB" {
      advance(3)
      return "CNY"
    }
    guard name.utf8.count == 3, name.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
    advance(3)
    return name
  }

  /// A unit may follow without a blank: `300 美元每月`.
  private static let chineseCurrencies = [
    ("人民币", "CNY"), ("块钱", "CNY"), ("块", "CNY"), ("美元", "USD"), ("美金", "USD"), ("欧元", "EUR"), ("英镑", "GBP"),
    ("港币", "HKD"), ("港元", "HKD"), ("日元", "JPY"), ("加元", "CAD"), ("澳元", "AUD"),
  ]

  // MARK: Units

  /// A unit of time, weight or length. Other words are left alone: they may be the caller's keywords, as in `70 for 3 days`.
  private mutating func valueUnit() -> UnitWord? {
    let name = peekName()
    if let unit = UnitWord(time: name) ?? UnitWord(measure: name) {
      advance(name.unicodeScalars.count)
      return unit
    }
    // In Chinese the next word follows at once: `3天到30天`.
    for word in Self.chineseUnits where name.hasPrefix(word) {
      let next = name.dropFirst(word.count).first
      guard next == "到" || next == "至" || next == "每" else { continue }
      advance(word.unicodeScalars.count)
      return UnitWord(word)
    }
    return nil
  }

  private static let chineseUnits = [
    "分钟", "小时", "个月", "星期", "天", "日", "周", "月", "年", "公斤", "千克", "克", "斤", "磅", "盎司", "毫米", "厘米", "公分",
    "英寸",
  ]

  private mutating func perClause() throws(Fault) -> Quantity.Per? {
    guard takeAfterBlanks({ $0.take("/") || $0.take("每") || $0.takeKeyword("per") ? true : nil }) != nil else {
      return nil
    }
    skipBlanks()
    let countStart = position
    let count = beginsNumber ? try number(grouped: true) : 1
    guard count > 0 else { throw Fault(say("expected a number above zero"), at: span(from: countStart)) }
    skipBlanks()
    let name = compoundName()
    guard !name.isEmpty else { throw expected(say("a unit, such as day or month")) }
    return Quantity.Per(count, UnitWord(name))
  }

  /// A word, or several joined by hyphens or points: `unit-month`, `件·月`.
  private mutating func compoundName() -> String {
    var name = peekName()
    advance(name.unicodeScalars.count)
    while !name.isEmpty, next?.plain == "-" || next?.plain == "·" {
      let hyphen = position
      advance()
      let more = peekName()
      guard more.unicodeScalars.first?.properties.isAlphabetic == true else {
        rewind(to: hyphen)
        break
      }
      advance(more.unicodeScalars.count)
      name += "-" + more
    }
    return name
  }
}
