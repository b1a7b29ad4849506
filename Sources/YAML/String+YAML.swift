import Language

extension String {
  /// Plain where YAML reads it as the same text, else in double quotes.
  package var asYAMLScalar: String {
    let isPlain =
      !isEmpty && self != "~" && self != "null"
      && unicodeScalars.first.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) } == true
      && unicodeScalars.last != " "
      && unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || " %._-+/(),".unicodeScalars.contains(scalar)
      }
    guard !isPlain else { return self }
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.isUnsafeToDisplay || scalar == "\u{FEFF}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let isLong = digits.count > 4
        quoted += (isLong ? "\\U" : "\\u") + String(repeating: "0", count: (isLong ? 8 : 4) - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
