import Testing

@testable import Language

@Suite("Command line")
struct CommandLineTests {
  private func words(_ text: String) throws -> [[String]] {
    try CommandLine(parsing: Fragment(text)).commands.map { $0.words.map(\.text) }
  }

  @Test(
    "words and commands",
    arguments: [
      ("run 20k --seed=7", [["run", "20k", "--seed=7"]]),
      ("load a.yaml; run ;; show", [["load", "a.yaml"], ["run"], ["show"]]),
      ("run\nshow\r\nundo", [["run"], ["show"], ["undo"]]),
      ("  ", []),
      ("", []),
      ("set a = uniform(3, 10) x", [["set", "a", "=", "uniform(3, 10)", "x"]]),
      ("strategy calm { a = 1 ; b\n}", [["strategy", "calm", "{ a = 1 ; b\n}"]]),
    ])
  func splitting(_ text: String, _ expected: [[String]]) throws {
    #expect(try words(text) == expected)
  }

  @Test(
    "comments begin at a word, run numbers do not",
    arguments: [
      ("run # twice; or not (", [["run"]]), ("#!/usr/bin/env x\nrun", [["run"]]), ("run;#x", [["run"]]),
      ("compare #3 #7", [["compare", "#3", "#7"]]), ("a#b", [["a#b"]]), ("a '# b'", [["a", "# b"]]),
      ("s { # why (\n a }", [["s", "{  \n a }"]]),
    ])
  func comments(_ text: String, _ expected: [[String]]) throws {
    #expect(try words(text) == expected)
    #expect(try !CommandLine(parsing: Fragment(text)).isIncomplete)
  }

  @Test(
    "quotes keep blanks, marks and full-width characters; escapes take a mark literally",
    arguments: [
      (#"a "b ; c" d"#, ["a", "b ; c", "d"]), (#"'it "is"'"#, [#"it "is""#]), (#""a\"b\\c\d""#, [#"a"b\c\d"#]),
      (#"name="my shop""#, ["name=my shop"]), (#""""#, [""]), ("“双十一　促销”", ["双十一　促销"]),
      (#""他说“好”""#, ["他说“好”"]), ("John's shop", ["John's", "shop"]), ("‘a b’", ["a b"]), ("“a b\"", ["a b"]),
      (#""（）""#, ["（）"]),
    ])
  func quotes(_ text: String, _ expected: [String]) throws {
    #expect(try words(text) == [expected])
  }

  @Test("a quoted word is no keyword")
  func keywords() throws {
    let command = try #require(try CommandLine(parsing: "RUN \"run\"").commands.first)
    #expect(command.words.map { $0.isKeyword("run") } == [true, false])
    #expect(command.words.map(\.wasQuoted) == [false, true])
  }

  @Test("words and remainders point into the original, full width or not")
  func spans() throws {
    let fragment = Fragment("ｓｅｔ　cpc = uniform（3, 10）  # note", start: 100)
    let command = try #require(try CommandLine(parsing: fragment).commands.first)
    #expect(command.words.map(\.text) == ["set", "cpc", "=", "uniform(3, 10)"])
    #expect(command.words.map { fragment.slice($0.span).text } == ["ｓｅｔ", "cpc", "=", "uniform（3, 10）"])
    #expect(command.remainder(from: 1).text == "cpc = uniform（3, 10）")
    #expect(command.remainder(from: 1).start == 112)
    #expect(command.fragment(of: 3).text == "uniform（3, 10）")
    #expect(command.remainder(from: 9).isEmpty && command.remainder(from: -1).isEmpty)
    #expect(command.remainder(from: 9).start == command.span.end)
  }

  @Test("a backslash joins lines, and a comment does not")
  func joining() throws {
    #expect(try words("run \\\n 20k \\\r\n --seed 7") == [["run", "20k", "--seed", "7"]])
    #expect(try words("run # x \\\nshow") == [["run"], ["show"]])
    #expect(try words("load a\\b") == [["load", "a\\b"]])
  }

  @Test(
    "incomplete lines say what they lack and where it began",
    arguments: [
      ("a \"b", "this quote is not closed", "\""), ("a 'b\nc", "this quote is not closed", "'"),
      ("f(1, [2", "this bracket needs a closing ]", "["), ("s { a", "this bracket needs a closing }", "{"),
      ("run \\", "nothing follows the \\ at the end of the line", "\\"), ("{ \"a", "this quote is not closed", "\""),
    ])
  func incomplete(_ text: String, _ message: String, _ under: String) throws {
    let line = try CommandLine(parsing: Fragment(text))
    let fault = try #require(line.missing?.fault)
    #expect(fault.message == message)
    #expect(Fragment(text).slice(fault.span).text == under)
  }

  @Test("incomplete lines still give their words")
  func incompleteWords() throws {
    #expect(try words("set a = f(1, ") == [["set", "a", "=", "f(1, "]])
    #expect(try words("load \"a b") == [["load", "a b"]])
  }

  @Test("a bracket that closes nothing, or the wrong one, is a fault")
  func brackets() {
    #expect(complaint("a ) b", CommandLine.init(parsing:)) == Complaint(") has no opening bracket", under: ")"))
    #expect(complaint("(a ]", CommandLine.init(parsing:)) == Complaint("found ], expected )", under: "]"))
  }
}
