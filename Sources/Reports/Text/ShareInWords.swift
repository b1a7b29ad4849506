import Analysis
import Language

extension Estimated {
  /// A share as a sentence tells it: by chance it may be estimated as less than nothing, or as more than all.
  var shareInWords: String {
    value < 0.005 && isWithinError
      ? say("0 % (within the margin of error)")
      : NumberFormat().text(min(1, max(0, value)), NumberStyle(.share(decimals: 0)))
  }
}
