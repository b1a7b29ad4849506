import Testing

@testable import Language

@Suite("Nearest")
struct NearestTests {
  private let paths = [
    "ads.meta.budget", "ads.meta.cpc", "ads.tiktok.budget", "cash.budget", "suppliers.yiwu.failure_rate",
  ]

  @Test(
    "slips find their name",
    arguments: [
      ("swep", ["sweep"]), ("sweeep", ["sweep"]), ("seewp", ["sweep"]), ("SWEEP", ["sweep"]), ("ｓｗｅｐ", ["sweep"]),
      ("hlep", ["help"]), ("compre", ["compare"]), ("sh", ["show"]), ("explode", []), ("xyz", []), ("", []),
    ])
  func verbs(_ typed: String, _ expected: [String]) {
    #expect(Nearest.names(to: typed, among: ["show", "help", "sweep", "compare", "quit"]) == expected)
  }

  @Test(
    "dotted names are compared by segments",
    arguments: [
      ("ads.meta.bugdet", ["ads.meta.budget"]), ("asd.mtea.bugdet", ["ads.meta.budget"]),
      ("bugdet", ["ads.meta.budget", "ads.tiktok.budget", "cash.budget"]), ("meta.budgt", ["ads.meta.budget"]),
      ("supliers.yuwi.failure_rat", ["suppliers.yiwu.failure_rate"]), ("ads.meta.revenue", []), ("a.b.c.d.e", []),
    ])
  func paths(_ typed: String, _ expected: [String]) {
    #expect(Nearest.names(to: typed, among: paths) == expected)
  }

  @Test("all ties are named, in alphabetical order, at most twelve")
  func ties() {
    #expect(Nearest.names(to: "cat", among: ["rat", "bat", "hat", "cow"]) == ["bat", "hat", "rat"])
    #expect(Nearest.names(to: "cat", among: ["rat", "fat", "bat", "hat", "bat"]) == ["bat", "fat", "hat", "rat"])
    let many = (0..<30).map { "channel\($0 + 10)" }
    #expect(Nearest.names(to: "channel", among: many) == Array(many.prefix(12)))
  }

  @Test("two edits, or a third of the length, and something in common")
  func limits() {
    #expect(Nearest.names(to: "ab", among: ["cd"]) == [])
    #expect(Nearest.names(to: "abcd", among: ["abxy"]) == ["abxy"])
    #expect(Nearest.names(to: "abcd", among: ["axyz"]) == [])
    #expect(Nearest.names(to: "abcdefghi", among: ["abcdefxyz"]) == ["abcdefxyz"])
    #expect(Nearest.names(to: "abcdefghi", among: ["abcdewxyz"]) == [])
  }

  @Test("of a short word one letter may differ, or its end be missing")
  func shortWords() {
    #expect(Nearest.names(to: "foo", among: ["fan", "for", "food"]) == ["food", "for"])
    #expect(Nearest.names(to: "ru", among: ["run", "runs", "redo"]) == ["run"])
    #expect(Nearest.names(to: "why", among: ["\\h", "?"]) == [])
  }

  @Test("swapped neighbours are one edit")
  func swaps() {
    #expect(Nearest.names(to: "ca", among: ["ac", "abc"]) == ["ac"])
  }

  @Test("an endless word costs nothing")
  func endless() {
    #expect(Nearest.names(to: String(repeating: "a", count: 100_000), among: paths) == [])
    #expect(Nearest.names(to: String(repeating: ".", count: 100_000), among: paths) == [])
  }
}
