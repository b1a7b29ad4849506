extension Glossary {
  /// Words of listings.
  static let listingTerms: [Term] = [
    Term(
      "assumed",
      ["假设的值"],
      "Values in a preset for which there is no published source: change these first.",
      ["presets"]),
    Term(
      "live",
      ["规则可改"],
      "Whether rules and events can change the parameter while the shop runs.",
      ["rules", "schema"]),
    Term(
      "value",
      ["值"],
      "The value that the scenario has for a parameter. “From”: the file, a preset, a default, or a change of this session.",
      ["show", "set"],
      printed: ["From", "file", "default", "preset {1}", "none"]),
    Term(
      "grade",
      ["等级"],
      "How good the source of a number is. Grade A: official. B: vendor with data. C: blog or rule of thumb. M: assumption.",
      ["presets", "show"],
      printed: ["Source"]),
    Term(
      "unit",
      ["单位"],
      "The unit of a number. “Allowed”: the smallest and the largest value. “As loaded”: the value before the changes of this session. “Correlated”: how closely the number moves together with others.",
      ["schema"],
      printed: [
        "Allowed", "allowed", "kind of value", "write", "meaning", "rules use it for", "as loaded", "correlated",
        "{1} (required)",
      ]),
    Term(
      "strategy",
      ["方案"],
      "A named set of changes to the scenario that can be compared with it; base is the scenario itself.",
      ["strategy", "compare"],
      printed: ["strategy {1}", "base", "Builds on", "Changes"]),
    Term(
      "scenario",
      ["场景"],
      "The store as a file: its numbers, strategies, rules and events.",
      ["load", "new", "save"],
      printed: ["Name", "File", "Date", "Changed", "Changes since the run"]),
    Term(
      "preset", ["预设值"], "Ready-made values for a part of the scenario, each with its source.", ["presets", "show"]),
    Term(
      "parameter", ["参数"], "A value of the scenario with a path of its own, such as ads.meta.cpc.",
      ["show", "set", "schema"]),
    Term(
      "what it is",
      ["内容"],
      "In a few words, what the row describes.",
      ["help"],
      printed: ["What", "Meaning", "By", "Figure"]),
    Term(
      "asked and answered",
      ["问与答"],
      "A question that you can type, and the commands that answer it.",
      ["questions"],
      printed: ["Question", "Answered by", "nothing in this scenario", "answer"]),
    Term(
      "niche",
      ["利基市场"],
      "A market segment with an example store to compare with. To copy that store, write: new NAME from NICHE.",
      ["niches", "new"],
      printed: ["{1}, yours", "included in the unit cost"]),
    Term(
      "verified report",
      ["核对报告"],
      "Where a shared report comes from: who made it, from which run, and the fingerprint (SHA-256) that shows whether a file was changed.",
      ["verify", "share"],
      printed: ["report on", "made by", "SHA-256"]),
    Term(
      "kept run",
      ["留存的运行"],
      "A finished run in the list, with its number, strategy, worlds, and how many of them run out of money. “Whole”: not just one part of a run.",
      ["runs", "rerun"],
      printed: ["Out of money", "Run", "Seed", "Worlds", "Scenario", "whole"]),
  ]

  /// The program itself.
  static let programTerms: [Term] = [
    Term(
      "dropcast",
      [],
      "This program and its version.",
      ["about"]),
    Term(
      "engine",
      ["引擎"],
      "The version of the simulation code that is used on this machine's processor; all versions give the same results.",
      ["about", "selftest"],
      printed: [
        "the same results", "the same results as on other machines", "random numbers", "processors", "memory", "system",
      ]),
    Term(
      "terminal",
      ["终端"],
      "What the program knows about your terminal: language, colours, characters and their widths.",
      ["about", "ui"],
      printed: ["glyphs", "widths of characters", "colours", "writing in this folder"]),
    Term(
      "known answer",
      ["已知答案"],
      "A check that the command selftest makes. Its right answer is known from another source; one example is the day on which the money runs out.",
      ["selftest"],
      printed: [
        "the example shop's table", "the example shop's cash gaps", "the day the money runs out",
        "how often the money runs out", "distributions",
      ]),
    Term(
      "marks",
      ["记号"],
      "The sign * marks: in tables of months, an incomplete month; in “drivers”, a number that moves with others; at the prompt, unsaved changes. The sign · means: none.",
      ["actuals", "drivers", "save"],
      printed: ["*", "·"]),
  ]
}
