import Commands
import Testing

@Suite("What to know of uncertain numbers is told once")
struct NotesOnceTests {
  private let cut: KeyValuePairs<String, String> = [
    "stores.shop.conversion": "normal(3 %, 3 %)", "ads.meta.cpc": "0.60 to 1.40", "cash.budget": "2k to 8k",
  ]
  private let impossible = """
    correlations:
      cash.budget, ads.meta.cpc: 0.9
      cash.budget, stores.shop.conversion: 0.9
      ads.meta.cpc, stores.shop.conversion: -0.9

    """

  private func isCut(_ notice: String) -> Bool { notice.contains("are never drawn") }
  private func isRepaired(_ notice: String) -> Bool { notice.hasPrefix("these correlations contradict each other") }

  @Test("of a file when it is loaded, not again at any run")
  func ofFile() throws {
    let desk = Desk(Shop(cut, blocks: impossible))
    #expect(desk.notices.count == 2 && desk.notices.count(where: isCut) == 1)
    #expect(desk.notices.count(where: isRepaired) == 1)
    for line in [
      "run 20", "run 20 --seed 5", "run 20 --set cash.credit_line=500", "set cash.credit_line = 7", "run 20",
    ] {
      try desk.succeed(line)
      #expect(desk.notices == [], "\(line)")
    }
  }

  @Test("of an edit when it is made")
  func ofEdit() throws {
    let desk = Desk(Shop(["ads.meta.cpc": "0.60 to 1.40"]))
    #expect(desk.notices == [])
    try desk.succeed("set stores.shop.conversion = normal(3 %, 3 %)")
    #expect(desk.notices.count == 1 && desk.notices.allSatisfy(isCut))
    try desk.succeed("run 20")
    #expect(desk.notices == [])
  }

  @Test("of --set at that run")
  func ofOption() throws {
    let desk = Desk()
    for _ in 0..<2 {
      try desk.succeed("run 20 --set 'stores.shop.conversion = normal(3 %, 3 %)'")
      #expect(desk.notices.count == 1 && desk.notices.allSatisfy(isCut))
    }
  }

  @Test("that a correlated parameter is certain now")
  func certain() throws {
    let desk = Desk(
      Shop(
        ["ads.meta.cpc": "0.60 to 1.40", "cash.budget": "2k to 8k"],
        blocks: "correlations:\n  cash.budget, ads.meta.cpc: 0.6\n"))
    try desk.succeed("set ads.meta.cpc = 0.9")
    #expect(desk.notices == ["correlations: ads.meta.cpc is the same in every world"])
    try desk.succeed("run 20")
    #expect(desk.notices == [])
    try desk.succeed("run 20 --set cash.budget=3000")
    #expect(desk.notices == ["correlations: cash.budget is the same in every world"])
  }
}
