package import Analysis
import Language

extension Criterion {
  /// What is compared world by world: `Worth at the end`.
  package var title: String {
    guard isGain else { return measure.title }
    return measure.isWorth ? say("Gain") : say("Cash gained")
  }

  /// For the head of a narrow column.
  var heading: String { measure.isWorth && !isGain ? say("Worth") : title }

  /// What is not plain from the words.
  var note: String? {
    guard isGain else { return nil }
    return measure.isWorth
      ? say("Gain: final worth minus the money put in. The strategies do not all put in the same amount.")
      : say("Cash gained: final cash minus the money put in. The strategies do not all put in the same amount.")
  }
}
