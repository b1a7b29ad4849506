/// One of the parts of about equal size into which the worlds of a run are cut: the third of sixteen is `3/16`.
struct Shard: Equatable, CustomStringConvertible {
  static let most = 10_000

  /// From 1 on.
  let number: Int
  let count: Int

  /// Nil for what is not two whole numbers with a stroke between, the first not above the second.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }),
      let number = Int(parts[0]), let count = Int(parts[1]), (1...Self.most).contains(count),
      (1...count).contains(number)
    else { return nil }
    (self.number, self.count) = (number, count)
  }

  init(_ number: Int, of count: Int) { (self.number, self.count) = (number, count) }

  /// Its worlds of a run of so many.
  func worlds(of paths: Int) -> Range<Int> { (paths * (number - 1) / count)..<(paths * number / count) }

  var description: String { "\(number)/\(count)" }
}
