import Testing

@testable import Commands
@testable import Language

/// New texts must not be forgotten: whatever looks like words for people is said, or known to the catalogue of texts.
@Suite("Texts that nobody says")
struct UnsaidTextTests {
  /// Why a file's words are not for people, or not to be translated.
  private static let exceptions: [String: String] = [
    "Commands/Bundled/": "scenario files, whose comments have their own Chinese",
    "Commands/Programs/": "what other programs are told of tools is English, as data are",
    "Commands/Reference/": "files written for later reading are English",
    "Terminal/LineEditor+Keys.swift": "names of libedit's functions, in its own list of keys",
    "Commands/Asking/PlainQuestion+Catalogue.swift": "questions as they may be typed, and commands",
    "Reports/Documents/Check/AuditFinding+Words.swift": "commands to be typed",
    "Analysis/Stress/": "names of events and actions, which a scenario would write so",
    "Commands/Catalogue/HelpPages+Ranges.swift": "spellings to be typed",
    "Commands/Catalogue/HelpPages+Rules.swift": "spellings to be typed",
    "Commands/Catalogue/HelpPages+Printed.swift": "small words, and commands to be typed",
    "Commands/Starting/RunningShop.swift": "a section of a scenario file",
    "Commands/Starting/StartQuestion.swift": "answers as they may be typed",
    "Commands/Starting/Session+Interview.swift": "a command that is performed",
    "Commands/Session/ToldNumbers.swift": "commands to be typed",
    "Commands/Session/Journal.swift": "the first line of a script",
    "Commands/Catalogue/Opening.swift": "commands to be typed",
    "Commands/Catalogue/Run.swift": "commands to be typed",
    "Commands/Catalogue/Why.swift": "commands to be typed",
    "Reports/Documents/OptimizeReport.swift": "keys of data",
    "Commands/Catalogue/Strategy.swift": "keys of data",
    "Commands/Catalogue/Assert.swift": "figures as they are typed",
    "Analysis/Figures/Figure+Endings.swift": "words that help looks figures up by",
    "Reports/Documents/Comparison/CompareDocument.swift": "figures as they are typed",
    "Reports/Page/Page+HTML.swift": "classes of a page",
    "Reports/Page/Picture.swift": "classes of pictures",
    "Reports/Chart/Chart+SVG.swift": "classes of pictures",
    "Reports/Chart/DensityChart+SVG.swift": "classes of pictures",
    "Reports/Chart/StripChart+SVG.swift": "classes of pictures",
    "Reports/Chart/WaterfallChart+SVG.swift": "classes of pictures",
    "Reports/Documents/Page/DecisionPage+Causes.swift": "classes of a page, and a command as it is typed",
    "Reports/Documents/Page/DecisionPage+FindOut.swift": "a command as it is typed",
    "Reports/Documents/Page/DecisionPage+Paired.swift": "classes of a page",
    "Commands/Importing/ActualsFolder.swift": "a comment in a file",
    "Commands/KeptRuns/KeptRun.swift": "statements of SQL",
    "Commands/KeptRuns/RunSchema.swift": "statements of SQL",
    "Commands/KeptRuns/RunStore": "statements of SQL",
    "Commands/KeptRuns/SessionMemo.swift": "the first line of a file",
    "Commands/Catalogue/Report.swift": "a command as it is typed",
    "Analysis/Journal/": "what journals say of bookings: accounting programs keep it for years, as data",
    "Reports/Journal/": "files for accounting programs",
    "Commands/Catalogue/Export+Orders.swift": "titles of columns that another program expects",
    "Commands/Importing/ActualBooks.swift": "what journals say of bookings",
    "Commands/Importing/NicheDraft.swift": "a scenario file",
    "Commands/Clusters/TaskScript.swift": "a script for machines of a cluster",
    "Commands/Sharing/SharedReport.swift": "the first line of a script, and a command",
    "Commands/Catalogue/Backtest.swift": "events of a scenario that nobody sees",
    "Analysis/Track/Backtest.swift": "words of data; reports say them",
  ]

  /// Two small words beside each other.
  private func looksLikeWords(_ pattern: String) -> Bool {
    let bare = pattern.replacing(/\{\d+\}/, with: "0")
    return bare.contains(/(^|[\s(,;:"])[a-z]{2,}[,;:]? [a-z]{2,}($|[\s),;:.?!"])/)
  }

  @Test(
    "words for people are said",
    arguments: ["Language", "Analysis", "Reports", "Terminal", "Commands", "dropcast"])
  func unsaid(module: String) throws {
    let typed = Set(Catalogue.commands.flatMap { $0.examples + [$0.syntax] })
    let texts = try #require(Tongue.chinese.texts)
    let forgotten = try SwiftLiterals.all(below: "Sources/\(module)").filter { literal in
      literal.call != "say" && looksLikeWords(literal.pattern) && texts[literal.pattern] == nil
        && !typed.contains(literal.pattern)
        && !Self.exceptions.keys.contains { literal.file.hasPrefix("Sources/" + $0) }
    }
    #expect(forgotten.map { "\($0.file):\($0.line): \($0.pattern)" } == [])
  }
}
