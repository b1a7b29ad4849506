import Testing

@testable import Language

@Suite("Texts in a gettext file")
struct TextCatalogueTests {
  private let texts = TextCatalogue(
    Array(
      #"""
      # A head.
      msgid ""
      msgstr ""
      "Language: zz\n"
      "Content-Type: text/plain; charset=UTF-8\n"

      #. What is said of it.
      msgid "one"
      msgstr "uno"

      msgctxt "month"
      msgid "May"
      msgstr "mayo"

      msgid "May"
      msgstr "puede"

      msgid ""
      "first\n"
      "second \"{1}\" \\ \t"
      msgstr ""
      "primero\n"
      "segundo «{1}» \\ \t"

      #~ msgid "gone"
      #~ msgstr "ido"

      msgid "{1} world"
      msgid_plural "{1} worlds"
      msgstr[0] "{1} mundo"
      msgstr[1] "{1} mundos"
      msgid "last"
      msgstr "último"
      """#.utf8))

  @Test("a text is found by its English, and by its context where it has one")
  func found() {
    #expect(texts["one"] == "uno" && texts["last"] == "último")
    #expect(texts["May"] == "puede" && texts["May", context: "month"] == "mayo")
    #expect(texts["one", context: "month"] == nil && texts["monthMay"] == nil)
  }

  @Test("escapes are read, and a text over several lines is one")
  func escapes() {
    #expect(texts["first\nsecond \"{1}\" \\ \t"] == "primero\nsegundo «{1}» \\ \t")
  }

  @Test("neither the head of a file nor what is commented out is a text")
  func noTexts() {
    #expect(texts[""] == nil && texts["gone"] == nil && texts["Language: zz\n"] == nil)
    #expect(
      texts.messages.map(\.translation) == [
        "uno", "mayo", "puede", "primero\nsegundo «{1}» \\ \t", "{1} mundo", "último",
      ])
  }

  @Test(
    "a file that is none has no texts",
    arguments: [
      "", "\n", "msgid", "msgid \"", "\"loose\"", "msgid \"a\"", "msgstr \"b\"", "msgstr[x \"b\"", "mess \"a\"",
    ])
  func broken(file: String) {
    #expect(TextCatalogue(Array(file.utf8)).messages == [])
  }
}
