/// Money's names: ISO letters, and the signs that mean just one of them.
enum Currency {
  /// ISO 4217 letters of the currencies that sellers are paid in.
  static let codes: Set<String> = [
    "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP", "HKD",
    "HUF", "IDR", "ILS", "INR", "JPY", "KRW", "MAD", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "PKR", "PLN",
    "QAR",
    "RON", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "VND", "ZAR",
  ]

  /// What stands before or behind an amount. `$`, `¥` and `kr` are money, but do not say whose: those are empty.
  static let signs: [String: String] = [
    "$": "", "US$": "USD", "CA$": "CAD", "C$": "CAD", "A$": "AUD", "AU$": "AUD", "MX$": "MXN", "R$": "BRL",
    "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "€": "EUR", "£": "GBP", "¥": "", "￥": "", "₹": "INR",
    "KR": "", "KR.": "", "ZŁ": "PLN", "KČ": "CZK", "元": "CNY", "CN¥": "CNY", "JP¥": "JPY",
  ]

  /// A code in any case, `usd`; nil where it is none.
  static func code(_ text: String) -> String? {
    let upper = text.uppercased()
    return codes.contains(upper) ? upper : nil
  }

  enum Word {
    case none
    case money(String?)
  }

  /// What letters beside a number mean.
  static func word(_ text: String) -> Word {
    let upper = text.uppercased()
    if codes.contains(upper) { return .money(upper) }
    if let sign = signs[upper] { return .money(sign.isEmpty ? nil : sign) }
    return .none
  }
}
