import Language

/// What the parser of YAML complains of, and what that means to whoever wrote the file. The parser (libyaml 0.2.5, and Yams
/// for aliases) speaks of tokens and contexts.
enum ParserComplaint {
  /// What is wrong and what to do, in the language of the moment; nil for a complaint that is not known.
  static func words(_ problem: String) -> (message: String, help: String)? {
    switch problem {
    case "did not find expected key":
      (
        say("this line does not fit the lines above it"),
        say(
          "names that belong together begin in the same column; check the indentation, and that quotes above are closed"
        )
      )
    case "did not find expected ',' or ']'":
      (say("a list in [ ] is not finished"), say("put a comma between two values, or close the list with ]"))
    case "did not find expected ',' or '}'":
      (say("entries in { } are not finished"), say("put a comma between two entries, or close them with }"))
    case "did not find expected '-' indicator":
      (
        say("this line is not an item of the list above it"),
        say("begin it with - in the same column as the other items, or indent it like the part it belongs to")
      )
    case "did not find expected node content":
      (say("a value is missing here"), say("write the value, or remove the sign before it"))
    case "could not find expected ':'":
      (say("a name without a colon"), say("write \"name: value\", with a space after the colon"))
    case "mapping values are not allowed in this context":
      (
        say("a colon is not allowed here"),
        say(
          "put quotes around a value that contains a colon; otherwise check the indentation of this line and the one above"
        )
      )
    case "mapping keys are not allowed in this context":
      (say("a ? is not allowed here"), say("put quotes around a value that begins with ?"))
    case "block sequence entries are not allowed in this context":
      (say("a list item is not allowed here"), say("begin the list on the line below its name"))
    case "found character that cannot start any token":
      (say("a value cannot begin with this sign"), say("put the value in quotes"))
    case "found unexpected end of stream",
      "found unexpected document indicator":
      (say("quotes are opened and never closed"), say("close them where the value ends"))
    case "found unexpected ':'":
      (say("a colon inside [ ] or { } has no name before it"), say("put the value in quotes"))
    case "found undefined alias",
      "did not find expected alphabetic or numeric character",
      "found duplicate anchor":
      (
        say("a value that begins with * or & refers to another value, which does not exist"),
        say("put the value in quotes")
      )
    case "found unknown escape character":
      (
        say("between double quotes, this backslash has no meaning"),
        say("write two backslashes for one, or use single quotes")
      )
    case "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      (say("the number after this backslash stands for no character"), say("write the character itself"))
    case "found undefined tag handle",
      "did not find expected '!'",
      "did not find expected tag URI",
      "did not find the expected '>'",
      "did not find URI escaped octet",
      "found an incorrect leading UTF-8 octet",
      "found an incorrect trailing UTF-8 octet",
      "did not find expected whitespace or line break":
      (say("! at the beginning of a value marks a type, and scenarios have no types"), say("put the value in quotes"))
    case "found an indentation indicator equal to 0",
      "did not find expected comment or line break":
      (
        say("where a value begins with | or >, the rest of that line may hold only a comment"),
        say("put the value in quotes, or its text on the lines below")
      )
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      (say("a tab where only spaces are allowed"), say("indent with two spaces per level"))
    case "found unknown directive name",
      "could not find expected directive name",
      "found unexpected non-alphabetical character",
      "did not find expected digit or '.' character",
      "found extremely long version number",
      "did not find expected version number",
      "did not find expected whitespace",
      "found duplicate %YAML directive",
      "found incompatible YAML document",
      "found duplicate %TAG directive":
      (
        say("a line that begins with % is a YAML directive, which scenarios do not use"),
        say("remove the line; a comment begins with #")
      )
    case "did not find expected <stream-start>",
      "block mapping start is not allowed in this context",
      "did not find expected digit or '-'",
      "control characters are not allowed":
      (say("the text cannot be read from here on"), say("check this line and the one above"))
    default: nil
    }
  }
}
