import Commands
import Glibc
import Language
import PtySupport
import Scenarios
import Testing

@Suite("Editing a scenario")
struct EditingTests {
  @Test("a change says old and new, and the unit once")
  func setSays() throws {
    let desk = try Desk()
    #expect(desk.perform("set ads.meta.budget = 40") == .done)
    #expect(desk.shown == "  ads.meta.budget   30 → 40 USD per day   undo takes it back\n")
    #expect(desk.value("ads.meta.budget") == "40 USD per day")
    #expect(desk.session.isChanged)
    #expect(desk.session.prompt == "shop*")
  }

  @Test(
    "changes may be relative",
    arguments: [
      ("set ads.meta.budget +20%", "36 USD per day"), ("set ads.meta.budget x2", "60 USD per day"),
      ("set ads.meta.budget += 5", "35 USD per day"), ("set ads.meta.budget -= 5", "25 USD per day"),
      ("set ads.meta.budget += 70 USD per week", "40 USD per day"),
      ("set ads.meta.budget *= 1.5", "45 USD per day"), ("set ads.meta.budget -50%", "15 USD per day"),
      ("set ads.meta.budget 45 USD/day", "45 USD per day"), ("set ads.meta.budget = 1,000", "1000 USD per day"),
    ])
  func relative(line: String, value: String) throws {
    let desk = try Desk()
    #expect(desk.perform(line) == .done, "\(desk.complaint)")
    #expect(desk.value("ads.meta.budget") == value)
  }

  @Test("the end of a path is enough where only one has it")
  func suffix() throws {
    let desk = try Desk()
    #expect(desk.perform("set cpc = 0.80") == .done)
    #expect(desk.value("ads.meta.cpc") == "0.8 USD per click")
    #expect(desk.perform("set budget = 40") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("cash.budget") && desk.complaint.contains("ads.meta.budget"))
  }

  @Test("a star stands for every name")
  func star() throws {
    let desk = try Desk()
    desk.session.scenario.ads["tiktok"] = desk.session.scenario.ads["meta"]
    #expect(desk.perform("set ads.*.budget x2") == .done)
    #expect(desk.value("ads.meta.budget") == "60 USD per day")
    #expect(desk.value("ads.tiktok.budget") == "60 USD per day")
    #expect(desk.perform("undo") == .done)
    #expect(desk.value("ads.tiktok.budget") == "30 USD per day")
  }

  @Test(
    "what cannot be is refused, and nothing changes",
    arguments: [
      "set cash.budget = -5 USD", "set cash.budget = 40 %", "set cash.budget = 40 CHF", "set cash.budget = lots",
      "set stores.shop.conversion = 140 %", "set stores.shop.conversion = nan", "set ads.meta.cpc = 0",
      "set start = 2027-02-30", "set start = tomorrow", "set months = 0", "set months = 1.5",
      "set suppliers.yiwu.transit_days = lognormal(0, 1)", "set ads.*.cpc = 100000", "set ads.meta.store = nowhere",
      "set suppliers.yiwu.failure_rate = 5 % per year per month",
    ])
  func refused(line: String) throws {
    let desk = try Desk()
    let before = desk.session.scenario
    #expect(desk.perform(line) == .failed(exitCode: 1), "\(line): \(desk.shown)")
    #expect(desk.findings.first?.place != nil)
    #expect(desk.session.scenario == before)
    #expect(!desk.session.isChanged && desk.session.past.isEmpty)
  }

  @Test("a scenario that would make no sense as a whole is refused")
  func issues() throws {
    let desk = try Desk()
    // Fraud, loss and defects are shares of the same orders.
    #expect(desk.perform("set suppliers.yiwu.defect_rate = 99 %") == .failed(exitCode: 1), "\(desk.shown)")
    #expect(!desk.session.isChanged)
  }

  @Test("undo takes changes back one by one or several at once, redo makes them again")
  func undoRedo() throws {
    let desk = try Desk()
    let steps = ["10", "20", "30"]
    for step in steps { desk.perform("set cash.budget = \(step)") }
    desk.perform("undo")
    #expect(desk.shown == "  cash.budget   30 → 20 USD\n")
    desk.perform("undo 2")
    #expect(desk.value("cash.budget") == "3000 USD")
    desk.perform("undo")
    #expect(desk.shown.contains("nothing to undo"))
    desk.perform("redo 2")
    #expect(desk.value("cash.budget") == "20 USD")
    desk.perform("set cash.budget = 70")
    desk.perform("redo")
    #expect(desk.shown.contains("nothing to redo"))
  }

  @Test("a change to the value that is there already is none")
  func noChange() throws {
    let desk = try Desk()
    desk.perform("set cash.budget = 3000")
    #expect(desk.shown.contains("no change"))
    #expect(desk.session.past.isEmpty)
  }

  @Test("reset takes back a parameter, a part, or everything")
  func reset() throws {
    let desk = try Desk()
    desk.perform("set ads.meta.budget = 1; set ads.meta.cpc = 2; set cash.budget = 3")
    desk.perform("reset ads.meta.cpc")
    #expect(desk.value("ads.meta.cpc") == "0.5 USD per click")
    desk.perform("reset ads")
    #expect(desk.value("ads.meta.budget") == "30 USD per day")
    #expect(desk.value("cash.budget") == "3 USD")
    desk.perform("reset")
    #expect(!desk.session.isChanged)
    desk.perform("undo")
    #expect(desk.value("cash.budget") == "3 USD")
  }

  @Test("diff lists what differs from the file, also as data")
  func diff() throws {
    let desk = try Desk()
    desk.perform("diff")
    #expect(desk.shown.contains("no differences"))
    desk.perform("set cash.budget = 10; set ads.meta.cpc x2")
    desk.perform("diff")
    #expect(desk.shown == "  cash.budget    3000 → 10 USD\n  ads.meta.cpc   0.5 → 1 USD per click\n")
    desk.perform("diff --json")
    #expect(desk.data.contains(#""parameter":"cash.budget""#) || desk.data.contains(#""parameter": "cash.budget""#))
  }

  @Test("show tells value, meaning, range and origin of one parameter")
  func showOne() throws {
    let desk = try Desk()
    desk.perform("show cash.budget")
    for text in ["3000 USD", "from the file", "Cash on the first day.", "allowed"] {
      #expect(desk.shown.contains(text))
    }
    desk.perform("set cash.budget = 1; show cash.budget")
    #expect(desk.shown.contains("from a change you made") && desk.shown.contains("as loaded"))
    desk.perform("show ads.meta.carryover")
    #expect(desk.shown.contains("from the default"))
  }

  @Test("show lists a part whole, and of the scenario what was given")
  func showParts() throws {
    let desk = try Desk()
    desk.perform("show ads")
    #expect(desk.shown.contains("carryover"))
    desk.perform("show")
    #expect(!desk.shown.contains("carryover"))
    #expect(desk.shown.contains("small shop"))
    for line in desk.shown.split(separator: "\n") { #expect(line.count <= 80) }
  }
}

@Suite("Scenario files")
struct FileTests {
  @Test("a saved scenario loads to the same scenario with the same strategies")
  func roundTrip() throws {
    let desk = try Desk()
    desk.perform("set ads.meta.budget = 41.7; set suppliers.yiwu.transit_days = lognormal(24, 0.5)")
    let (scenario, strategies) = (desk.session.scenario, desk.session.strategies)
    #expect(desk.perform("save copy.yaml") == .done)
    #expect(!desk.session.isChanged && desk.session.prompt == "copy")
    #expect(desk.perform("load copy.yaml") == .done, "\(desk.complaint)")
    #expect(desk.session.scenario == scenario)
    #expect(desk.session.strategies == strategies)
  }

  @Test(
    "the bundled scenarios survive saving and loading",
    arguments: Files.names(in: bundledScenarios).filter { $0.hasSuffix(".yaml") })
  func bundled(name: String) throws {
    let desk = try Desk(loaded: false)
    #expect(desk.perform("load '\(bundledScenarios)\(name)'") == .done, "\(desk.complaint)")
    let (scenario, strategies) = (desk.session.scenario, desk.session.strategies)
    #expect(desk.perform("save copy.yaml; load copy.yaml") == .done, "\(desk.complaint)")
    #expect(desk.session.scenario == scenario)
    #expect(desk.session.strategies == strategies)
  }

  @Test("saving overwrites another file only by force, whole or not at all")
  func overwrite() throws {
    let desk = try Desk()
    desk.folder.write("mine".utf8, to: "other.yaml")
    #expect(desk.perform("save other.yaml") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("--force"))
    #expect(desk.folder.read("other.yaml") == "mine")
    #expect(desk.perform("save other.yaml --force") == .done)
    #expect(desk.folder.read("other.yaml") == smallShop)
    #expect(Files.names(in: desk.folder.path) == ["other.yaml", "shop.yaml"])
  }

  @Test("a file that is wrong leaves the loaded scenario as it was, and all that is wrong is told with its place")
  func badFile() throws {
    let desk = try Desk()
    desk.perform("set cash.budget = 7")
    desk.folder.write("name: x\nbugdet: 3\nmonths: 99\ncash: {budget: -1}\n".utf8, to: "bad.yaml")
    #expect(desk.perform("load bad.yaml") == .failed(exitCode: 1))
    #expect(desk.findings.count >= 3)
    #expect(desk.findings.compactMap(\.place?.line).contains(2))
    #expect(desk.findings.allSatisfy { $0.source.hasSuffix("bad.yaml") })
    #expect(desk.value("cash.budget") == "7 USD" && desk.session.prompt == "shop*")
  }

  @Test(
    "--to writes by the file's ending", arguments: [("json", "["), ("csv", "parameter"), ("md", "| "), ("txt", "  ")])
  func to(ending: String, begin: String) throws {
    let desk = try Desk()
    #expect(desk.perform("show ads --to ads.\(ending)") == .done, "\(desk.complaint)")
    #expect(desk.folder.read("ads.\(ending)").hasPrefix(begin))
    #expect(desk.shown.isEmpty && desk.notices == ["written: ads.\(ending)"])
    #expect(desk.perform("show ads --to ads.\(ending)") == .failed(exitCode: 1))
    #expect(desk.perform("show ads --to ads.\(ending) --force") == .done)
  }

  @Test("--to into what is no place for files leaves nothing behind")
  func toNowhere() throws {
    let desk = try Desk()
    #expect(mkdir(desk.folder.path("dir.txt"), 0o700) == 0)
    #expect(mkfifo(desk.folder.path("pipe.txt"), 0o600) == 0)
    for target in ["none/x.txt", "dir.txt", "pipe.txt", "shop.yaml/x.txt"] {
      #expect(desk.perform("show --to \(target) --force") == .failed(exitCode: 1), "\(target)")
    }
    #expect(Files.names(in: desk.folder.path) == ["dir.txt/", "pipe.txt", "shop.yaml"])
  }

  @Test("loading another scenario keeps unsaved changes where they can be found, when somebody types")
  func rescue() throws {
    let desk = try Desk(interactive: true)
    desk.perform("set cash.budget = 7; load shop.yaml")
    let notice = try #require(desk.notices.first)
    #expect(notice.contains(desk.folder.path("state/recovered/shop-1.yaml")))
    #expect(desk.perform("load state/recovered/shop-1.yaml") == .done, "\(desk.complaint)")
    #expect(desk.value("cash.budget") == "7 USD")
  }

  @Test("a supplier's price is set, told and completed in the supplier's currency")
  func supplierCurrency() throws {
    let desk = try Desk()
    desk.folder.write(
      smallShop.replacing("yiwu: {failure_rate", with: "yiwu: {currency: CNY, failure_rate")
        .replacing("unit_cost: 11 USD", with: "unit_cost: 70")
        .replacing("costs:", with: "fx: {CNY: {rate: 0.14}}\ncosts:").utf8, to: "yuan.yaml")
    try #require(desk.perform("load yuan.yaml") == .done, "\(desk.complaint)")
    let path = "products.lamp.offers.yiwu.unit_cost"
    desk.perform("show \(path)")
    #expect(desk.shown.contains("70 CNY per unit") && !desk.shown.contains("USD"), "\(desk.shown)")
    #expect(desk.perform("set \(path) = 80 CNY") == .done)
    #expect(desk.shown.contains("70 → 80 CNY per unit"), "\(desk.shown)")
    #expect(desk.perform("set \(path) += 5 USD") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("wrong currency: USD, but this is in CNY"), "\(desk.complaint)")
    #expect(desk.perform("set \(path) = 12 USD") == .done)
    #expect(desk.shown.contains("80 CNY per unit → 12 USD per unit"), "\(desk.shown)")
    #expect(desk.perform("undo") == .done)
    #expect(desk.perform("sweep \(path) over 60..80 CNY step 20 --paths 10") == .done, "\(desk.complaint)")
    let notes = desk.session.completions(of: "set \(path) ", at: "set \(path) ".count).candidates.map(\.note)
    #expect(notes.contains { $0.contains("80 CNY per unit") }, "\(notes)")
  }

  @Test(
    "what is calculated has no dust of binary fractions",
    arguments: [
      ("ads.meta.cpc = 0.72", "ads.meta.cpc +30%", "0.936 USD per click"),
      ("cash.budget = 141", "cash.budget +10%", "155.1 USD"), ("ads.meta.cpc = 0.1", "ads.meta.cpc += 0.2", "0.3 USD"),
      ("ads.meta.cpc = 0.123456789012345", "ads.meta.cpc x1", "0.123456789012345 USD"),
    ])
  func dust(value: String, change: String, wanted: String) throws {
    let desk = try Desk()
    desk.perform("set " + value)
    #expect(desk.perform("set " + change) == .done, "\(desk.complaint)")
    desk.perform("show " + (change.split(separator: " ").first.map(String.init) ?? ""))
    #expect(desk.shown.contains(wanted), "\(desk.shown)")
  }

  @Test("kept changes are for the operator alone, and loading is refused where there is no place for them")
  func noPlaceForChanges() throws {
    let desk = try Desk(interactive: true)
    desk.perform("set cash.budget = 7; load shop.yaml; set cash.budget = 8")
    #expect(desk.folder.mode("state/recovered/shop-1.yaml") == 0o600)
    for state in [desk.folder.path("shop.yaml"), nil] {
      desk.session.surroundings.stateDirectory = state
      #expect(desk.perform("load shop.yaml") == .failed(exitCode: 1))
      #expect(desk.complaint.hasPrefix("unsaved changes cannot be kept: "), "\(desk.complaint)")
      #expect(desk.value("cash.budget") == "8 USD")
    }
  }

  @Test("changes of a scenario with a long name are kept, too")
  func longName() throws {
    let desk = try Desk(interactive: true)
    let name = String(repeating: "长", count: 80)
    #expect(desk.perform("save \(name).yaml; set cash.budget = 7; load shop.yaml") == .done, "\(desk.complaint)")
    #expect(desk.folder.names(in: "state/recovered") == [String(repeating: "长", count: 66) + "-1.yaml"])
  }

  @Test("a file that somebody else has written since is not saved over, unless by force")
  func changedOnDisk() throws {
    let desk = try Desk()
    desk.perform("set cash.budget = 7")
    desk.folder.write("theirs".utf8, to: "shop.yaml")
    #expect(desk.perform("save") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("has changed on disk") && desk.complaint.contains("--force"))
    #expect(desk.folder.read("shop.yaml") == "theirs" && desk.session.isChanged)
    #expect(desk.perform("save --force") == .done && desk.folder.read("shop.yaml").contains("7 USD"))
  }

  @Test(
    "only scenarios are saved, under names of scenarios",
    arguments: ["x", "x.txt", "/dev/stdout", "x.yaml.bak", ".ssh"])
  func strangeNames(name: String) throws {
    let desk = try Desk()
    #expect(desk.perform("save \(name) --force") == .failed(exitCode: 1))
    #expect(desk.complaint.contains(".yaml"))
    #expect(desk.folder.names() == ["shop.yaml"])
  }
}
