import Foundation

/// What the report holds, in the order it was put in.
indirect enum Figure {
  case number(Double, digits: Int)
  case text(String)
  case object([(String, Figure)])
  case list([Figure])

  func json(indent: String = "") -> String {
    switch self {
    case .number(let value, let digits): return value.isFinite ? String(format: "%.\(digits)f", value) : "null"
    case .text(let text): return "\"\(text)\""
    case .object(let members):
      let inner = members.map { "\(indent)  \"\($0)\": \($1.json(indent: indent + "  "))" }
      return "{\n\(inner.joined(separator: ",\n"))\n\(indent)}"
    case .list(let items): return "[\(items.map { $0.json(indent: indent) }.joined(separator: ", "))]"
    }
  }
}

/// The middle one; of an even number the lower of the two.
func median(_ values: [Double]) -> Double {
  values.isEmpty ? .nan : values.sorted()[(values.count - 1) / 2]
}

func tell(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
