import Testing

@testable import Language

@Suite("Change")
struct ChangeTests {
  @Test(
    "setting, with and without =",
    arguments: [
      ("ads.budget = 40 USD/day", "ads.budget", "40 USD/day"), ("ads.budget 40", "ads.budget", "40"),
      ("budget=40", "budget", "40"), ("cost=3 to 5", "cost", "3 to 5"),
      ("cost 80%: 0 | 20%: 5", "cost", "80%: 0 | 20%: 5"), ("cost 25% chance 3", "cost", "25% chance 3"),
      ("cost from a.csv column x", "cost", "from a.csv column x"), ("niche pets  ", "niche", "pets"),
      ("niche = \"home decor\"", "niche", "home decor"), ("name xbox", "name", "xbox"), ("name x", "name", "x"),
      ("suppliers.*.price = -1", "suppliers.*.price", "-1"), ("suppliers.\"a b\".price 3", "suppliers.a b.price", "3"),
      ("价格＝４０", "价格", "４０"), ("a-b = 1", "a-b", "1"), ("a = 1 # note", "a", "1"),
    ])
  func set(_ text: String, _ path: String, _ value: String) throws {
    let change = try Change(parsing: Fragment(text))
    #expect(change.path.text == path)
    guard case .set(let fragment) = change.operation else {
      Issue.record("\(change.operation)")
      return
    }
    #expect(fragment.text == value)
    #expect(Fragment(text).slice(fragment.span) == fragment)
  }

  @Test("adding and subtracting")
  func arithmetic() throws {
    guard case .add(let added) = try Change(parsing: "a += 1,000 USD").operation,
      case .subtract(let subtracted) = try Change(parsing: "a-=5%").operation
    else {
      Issue.record("wrong operation")
      return
    }
    #expect(added.unplaced == Quantity(1000, currency: "USD"))
    #expect(subtracted.unplaced == Quantity(5, isPercent: true))
  }

  @Test(
    "multiplying",
    arguments: [
      ("a *= 1.2", 1.2), ("a*=80%", 0.8), ("a +20%", 1.2), ("a -10%", 0.9), ("a -100%", 0), ("a x2", 2),
      ("a x .5", 0.5),
      ("a ×3", 3), ("a X2k", 2000), ("suppliers.*.rate x2", 2), ("a *= -1", -1), ("ａ　＋２０％", 1.2), ("a −10%", 0.9),
      ("a + 20%", 1.2), ("a x200%", 2),
    ])
  func multiply(_ text: String, _ factor: Double) throws {
    #expect(try Change(parsing: Fragment(text)).operation == .multiply(factor))
  }

  @Test(
    "faults stand where they are",
    arguments: [
      ("", "expected a parameter", ""), ("= 4", "expected a parameter, found =", "="), ("a", "expected a value", ""),
      ("a =", "expected a value", ""), ("a == 4", "one = is enough", "="), ("a +=", "expected a number", ""),
      ("a += x", "expected a number, found x", "x"), ("a += 1 2", "unexpected 2", "2"),
      ("a +20", "write a percentage after + or -, such as +20%", "+20"),
      ("a -5 to 5", "write a percentage after + or -, such as +20%", "-5"),
      ("a +20% per month", "write a percentage after + or -, such as +20%", "+20% per month"),
      ("a -120%", "a value cannot fall by more than 100%", "-120%"),
      ("a +-20%", "expected a percentage, found -20%", "-20%"),
      ("a *= 2 USD", "a factor must be a plain number or a percentage", "2 USD"), ("a x2pro", "unexpected pro", "pro"),
      ("a *= 1e999", "this number is too large", "1e999"),
    ])
  func faults(_ text: String, _ message: String, _ under: String) {
    #expect(complaint(text, Change.init(parsing:)) == Complaint(message, under: under))
  }

  @Test("a fall without % says what to write instead")
  func help() {
    let fault = #expect(throws: Fault.self) { try Change(parsing: "cash -500") }
    #expect(fault?.help == "write = to set a new value, -= to subtract")
  }

  @Test("the remainder of a command is a change, with its places")
  func fromCommand() throws {
    let command = try #require(try CommandLine(parsing: "run; set ads.cpc += 0.10 USD # more").commands.last)
    let change = try Change(parsing: command.remainder(from: 1))
    #expect(change.path == Word("ads.cpc", at: SourceSpan(9, 16)))
    #expect(change.span == SourceSpan(9, 28))
  }
}
