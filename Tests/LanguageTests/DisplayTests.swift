import Testing

@testable import Language

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "cells of single characters",
    arguments: [
      ("a", 1), ("é", 1), ("价", 2), ("（", 2), ("　", 2), ("가", 2), ("ｱ", 1), ("😀", 2), ("─", 1), ("█", 1), ("±", 1),
      ("\u{301}", 0), ("\u{200B}", 0), ("\u{202E}", 0), ("\u{FE0F}", 0), ("\u{1B}", 0), ("\u{7F}", 0), ("\u{20000}", 2),
      ("\u{1160}", 0), ("…", 1), ("€", 1), ("￥", 2), ("\u{3099}", 0),
    ])
  func cells(_ text: String, _ width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test("a flag of two regional indicators takes two cells")
  func flag() {
    #expect("🇨🇳".displayWidth == 2)
  }

  @Test("the table is ascending and disjoint: every range answers for its ends and not beyond")
  func table() {
    #expect(DisplayWidth.isWide(0x1100) && !DisplayWidth.isWide(0x10FF))
    #expect(DisplayWidth.isWide(0x3FFFD) && !DisplayWidth.isWide(0x3FFFE))
    #expect(!DisplayWidth.isWide(0) && !DisplayWidth.isWide(UInt32.max))
    #expect((UInt32(0x4E00)...0x9FFF).allSatisfy { DisplayWidth.isWide($0) })
  }

  @Test("padding counts cells")
  func padding() {
    #expect("价格".padded(to: 6) == "价格  ")
    #expect("价格".padded(to: 6, .trailing) == "  价格")
    #expect("价格".padded(to: 3) == "价格")
    #expect("a".padded(to: Int.min) == "a")
  }

  @Test("truncating never exceeds the cells and never halves a character")
  func truncating() {
    #expect("abcdef".truncated(to: 4) == "abc…")
    #expect("abcd".truncated(to: 4) == "abcd")
    #expect("价格表".truncated(to: 4) == "价…")
    #expect("价格表".truncated(to: 1) == "…")
    #expect("价格表".truncated(to: 0) == "")
    #expect("价格表".truncated(to: -3) == "")
    #expect("e\u{301}e\u{301}e\u{301}".truncated(to: 2) == "e\u{301}…")
  }
}

@Suite("Escaping")
struct EscapingTests {
  @Test(
    "what a terminal would act on or hide is written out",
    arguments: [
      ("\u{1B}[31m", "\\u{1B}[31m"), ("a\nb", "a\\u{A}b"), ("\u{7F}", "\\u{7F}"), ("\u{9B}m", "\\u{9B}m"),
      ("\u{202E}x", "\\u{202E}x"), ("\u{2066}", "\\u{2066}"), ("\u{200F}", "\\u{200F}"), ("\u{61C}", "\\u{61C}"),
      ("\u{200B}", "\\u{200B}"), ("\u{FEFF}", "\\u{FEFF}"), ("\u{2028}", "\\u{2028}"), ("\u{AD}", "\\u{AD}"),
      ("\u{3164}", "\\u{3164}"), ("\u{E0041}", "\\u{E0041}"), ("a\r\nb", "a\\u{D}\\u{A}b"),
    ])
  func unsafe(_ text: String, _ shown: String) {
    #expect(text.escapedForDisplay == shown)
  }

  @Test("text of any script stays as it is")
  func ordinary() {
    let text = "price 价格 prix é e\u{301} ж 😀 ±…─"
    #expect(text.escapedForDisplay == text)
  }
}

@Suite("Fold")
struct FoldTests {
  @Test("all full-width ASCII becomes ASCII")
  func ascii() {
    let ascii = String(String.UnicodeScalarView((0x20...0x7E).compactMap(Unicode.Scalar.init)))
    #expect(Fold.folded(fullWidth(ascii)) == ascii)
  }

  @Test("typographic quotes, Chinese punctuation, odd blanks and the minus sign")
  func punctuation() {
    #expect(Fold.folded("“a”‘b’、c。d\u{A0}e\u{2003}f−1") == "\"a\"'b',c.d e f-1")
  }

  @Test("everything else stays")
  func rest() {
    #expect(Fold.folded("价格 é ≤ ￥") == "价格 é ≤ ￥")
    #expect(Fold.key("ＡdS") == "ads")
  }
}
