/// When the money that was put in is back (model 10).
package enum BreakEven {
  /// A month closes: the first month, counted from 1, since which every month has ended with more worth than was put in; 0
  /// where this one did not.
  ///
  /// - Parameters:
  ///   - since: the same as the month before told it.
  ///   - month: counted from 0.
  @inline(__always)
  package static func month(after since: Double, worth: Double, putIn: Double, month: Int) -> Double {
    guard worth > putIn else { return 0 }
    return since > 0 ? since : Double(month + 1)
  }
}
