import Language
import Testing

@testable import Reports

@Suite struct WrappingTests {
  private func wrap(_ text: String, _ width: Int) -> [String] {
    StyledLine(text).wrapped(to: width).map { $0.painted(.none) }
  }

  @Test("lines break at spaces, which are dropped there")
  func spaces() {
    #expect(wrap("one two three", 7) == ["one two", "three"])
    #expect(wrap("one two three", 8) == ["one two", "three"])
    #expect(wrap("one", 3) == ["one"])
    #expect(wrap("", 10) == [""])
  }

  @Test("a word longer than the line is cut, and nothing of it is lost")
  func longWords() {
    #expect(wrap("abcdefghij kl", 4) == ["abcd", "efgh", "ij", "kl"])
    #expect(wrap("abc", 0) == ["a", "b", "c"])
    // Names break between their parts, numbers do not.
    #expect(wrap("pause_ads_when_out_of_stock", 20) == ["pause_ads_when_out_", "of_stock"])
    #expect(wrap("ads.meta.price_sd", 9) == ["ads.meta.", "price_sd"])
    #expect(wrap("12345.678", 7) == ["12345.6", "78"])
    #expect(wrap("is a_b", 5) == ["is", "a_b"])
  }

  @Test("Chinese breaks between any two characters, two cells each")
  func chinese() {
    #expect(wrap("预算不够 ruin", 6) == ["预算不", "够", "ruin"])
    #expect(wrap("预算", 1) == ["预", "算"])
  }

  @Test("a percent sign stays with its number")
  func percent() {
    #expect(wrap("ruin is 23.4 % now", 13) == ["ruin is", "23.4 % now"])
  }

  @Test("inks survive the break")
  func inks() {
    let lines = [TextRun("see "), .strong("why and need")].styled(.unicode).wrapped(to: 8)
    #expect(lines.map { $0.painted(.ansi16) } == ["see \u{1B}[1mwhy\u{1B}[0m", "\u{1B}[1mand need\u{1B}[0m"])
  }

  @Test(
    "display widths: wide characters two, marks none",
    arguments: [
      ("abc", 3), ("北京", 4), ("e\u{301}", 1), ("−…·", 3), ("（", 2), ("カ", 2), ("한", 2), ("🛒", 2), ("", 0), ("▀█", 2),
    ])
  func displayWidth(text: String, cells: Int) {
    #expect(text.displayWidth == cells)
    #expect(text.padded(to: 8).displayWidth == 8)
    #expect(text.leftPadded(to: 8).displayWidth == 8)
    #expect(text.padded(to: -1) == text)
  }

  @Test("Chinese breaks between characters, but no line begins with a comma or ends with an opening bracket")
  func chinesePunctuation() {
    #expect(wrap("一二三，四五", 6) == ["一二", "三，四", "五"])
    #expect(wrap("一二（三）四", 6) == ["一二", "（三）", "四"])
    #expect(wrap("共 3 个世界。", 12) == ["共 3 个世", "界。"])
  }
}
