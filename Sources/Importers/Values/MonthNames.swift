/// The months by their names in the five languages of exports.
enum MonthNames {
  private static let names: [[String]] = [
    ["january", "jan", "januar", "jänner", "janvier", "janv", "enero", "ene"],
    ["february", "feb", "februar", "février", "fevrier", "févr", "fév", "febrero"],
    ["march", "mar", "märz", "mär", "mrz", "mars", "marzo"],
    ["april", "apr", "avril", "avr", "abril", "abr"],
    ["may", "mai", "mayo"],
    ["june", "jun", "juni", "juin", "junio"],
    ["july", "jul", "juli", "juillet", "juil", "julio"],
    ["august", "aug", "août", "aout", "agosto", "ago"],
    ["september", "sep", "sept", "septembre", "septiembre"],
    ["october", "oct", "oktober", "okt", "octobre", "octubre"],
    ["november", "nov", "novembre", "noviembre"],
    ["december", "dec", "dezember", "dez", "décembre", "decembre", "déc", "diciembre", "dic"],
  ]

  private static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    for (index, names) in names.enumerated() { for name in names { numbers[name] = index + 1 } }
    return numbers
  }()

  /// 1 to 12; the name in lower case.
  static func number(_ name: String) -> Int? { numbers[name] }
}
