import Commands
import Foundation
import Language
import PtySupport
import Testing

@Suite("Rules and events at the prompt")
struct RuleDisplayTests {
  private func desk(_ extra: String) throws -> Desk {
    let desk = try Desk(loaded: false)
    desk.folder.write((smallShop + extra).utf8, to: "ruled.yaml")
    #expect(desk.perform("load ruled.yaml") == .done, "\(desk.complaint)")
    return desk
  }

  private let ruled = """
        rules: [when cash < 100 then pause ads]
    rules:
      - when roas(7) < 1.2 then ads.meta.budget *= 0.8 min 10 every 3 days
    events:
      - {name: ban, chance: 2 % per month, lasts: 10 days, then: pause ads.meta}

    """

  @Test("are listed, those of strategies under their names")
  func listed() throws {
    let desk = try desk(ruled)
    desk.perform("show rules")
    #expect(
      desk.shown == """
          #   Rule
          base
          1   when roas(7) < 1.2 then ads.meta.budget *= 0.8 min 10 every 3 days

          lean
          1   when cash < 100 then pause ads

        """)
    desk.perform("show events")
    #expect(desk.shown.contains("ban") && desk.shown.contains("2 % per month") && desk.shown.contains("10 days"))
    desk.perform("show")
    #expect(desk.shown.contains("1 rule, 1 event, 1 rule in lean; to list them: show rules, show events"))
    desk.perform("show events --json")
    #expect(desk.data.contains("\"then\""))
    desk.perform("show rules --json")
    #expect(desk.data.contains("\"strategy\""))
  }

  @Test("events from presets say so, and what the file gives instead")
  func presetEvents() throws {
    let desk = try desk("events:\n  - preset: ad-account-ban\n    lasts: 9 days\n")
    desk.perform("show events")
    #expect(
      desk.shown == """
          ad-account-ban  preset ad-account-ban
          chance   1.4 % per month
          lasts    9 days   set in your scenario
          then     pause ads

        """)
    desk.perform("show events --json")
    #expect(desk.data.contains("\"origin\":\"preset ad-account-ban\""), "\(desk.data)")
  }

  @Test("there may be none")
  func none() throws {
    let desk = try Desk()
    desk.perform("show rules")
    #expect(desk.notices.joined().contains("no rules") || desk.shown.contains("no rules"))
    desk.perform("show")
    #expect(!desk.shown.contains("show rules"))
  }

  @Test("an edit that a rule cannot follow is refused")
  func refused() throws {
    let desk = try desk("rules: [when cash < 500 USD then pause ads]\n")
    #expect(desk.perform("set currency = CHF") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("no exchange rate is given for USD"))
  }

  @Test("a rule that never fires changes no byte of an answer but the fingerprint")
  func idle() throws {
    let idle = try desk(
      "rules: [\"when day > 3000 and margin(7) < 0 then products.lamp.price *= 2, close suppliers, quit\"]\n")
    let plain = try desk("")
    for command in ["run 200 --json", "run --plan --json"] {
      idle.perform(command)
      plain.perform(command)
      #expect(withoutFingerprint(idle.data) == withoutFingerprint(plain.data))
      #expect(!plain.data.isEmpty)
    }
    idle.perform("run 200")
    plain.perform("run 200")
    for desk in [idle, plain] { #expect(desk.perform("export paths worlds.csv --force") == .done, "\(desk.complaint)") }
    let files = try [idle, plain].map { try Data(contentsOf: URL(filePath: $0.folder.path("worlds.csv"))) }
    #expect(files[0] == files[1])
  }

  private func withoutFingerprint(_ text: String) -> String {
    text.replacing(/"fingerprint": ?"[0-9a-f]+"/, with: "")
  }

  @Test("quitting is told beside ruin, and asserted")
  func quitting() throws {
    let desk = try desk("rules: [when day = 20 then quit]\n")
    desk.perform("run 100")
    #expect(
      desk.shown.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("close the shop in every world.")
    )
    #expect(desk.perform("assert quit >= 100%") == .done, "\(desk.complaint)")
    #expect(desk.perform("assert ruin <= 0%") == .done)
    desk.perform("run 100 --json")
    #expect(desk.data.contains("\"quit\""))
  }

  @Test("help explains them with every figure there is")
  func help() throws {
    let desk = try Desk()
    desk.perform("help rules")
    for word in ["refund_rate(days)", "every 7 days", "lasts:"] { #expect(desk.shown.contains(word), "\(word)") }
  }

  @Test("the pages on rules and ranges hold no English sentence in Chinese", arguments: ["rules", "ranges"])
  func chinese(topic: String) throws {
    let desk = try Desk()
    Tongue.$current.withValue(.chinese) { _ = desk.perform("help \(topic)") }
    #expect(desk.shown.contains(topic == "rules" ? "refund_rate(天数)" : "例如 pert(10, 18, 30)"), "\(desk.shown)")
    #expect(desk.shown.firstMatch(of: /[a-z]+ [a-z]+ [a-z]+ [a-z]+/)?.output == nil, "\(desk.shown)")
  }
}
