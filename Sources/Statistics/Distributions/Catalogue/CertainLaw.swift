/// One value, for sure.
package struct CertainLaw: LawForm {
  package let value: Double

  package init(_ value: Double) throws(LawError) {
    try LawError.check(value, "the value")
    self.value = value
  }

  package func quantile(_ u: Double) -> Double { u >= 0 && u <= 1 ? value : .nan }
  package func cdf(_ x: Double) -> Double { x >= value ? 1 : 0 }
  package func density(_ x: Double) -> Double { x == value ? .infinity : 0 }
  package var mean: Double { value }
  package var standardDeviation: Double { 0 }
}
