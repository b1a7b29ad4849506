/// What a candidate must show.
struct TestCondition {
  init?(_ text: String) { return nil }
}
