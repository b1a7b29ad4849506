/// Completion of the process's words in other shells: verbs, their options, the process's own options, and files.
///
/// Written from the catalogue whenever somebody asks for it, so that no copy can be out of date.
package enum CompletionScript: String, CaseIterable, Sendable {
  case bash, zsh, fish

  package func text(_ options: [ProcessOption]) -> String {
    switch self {
    case .bash: bash(options)
    case .zsh: zsh(options)
    case .fish: fish(options)
    }
  }

  /// Verbs, and words for them that a shell can take as they are.
  private func names(_ command: CommandSpec) -> [String] {
    [command.verb]
      + command.synonyms.filter { word in
        word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "-" }
      }
  }

  private var source: String { "# Written by: dropcast --print \(rawValue)" }

  // MARK: bash

  private func bash(_ options: [ProcessOption]) -> String {
    func words(_ words: [String]) -> String { "$'" + words.joined(separator: "\\n") + "'" }
    let verbs = Catalogue.commands.map(\.verb)
    // What stands behind these is no verb.
    let withValue = options.filter { $0.value != nil }.flatMap(\.names)
    let choices = options.filter { !$0.choices.isEmpty }.map { option in
      "    \(option.names.joined(separator: "|"))) COMPREPLY=($(compgen -W \(words(option.choices)) -- \"$cur\")); return ;;"
    }
    let cases = Catalogue.commands.filter { !$0.options.isEmpty }.map { command in
      "    \(names(command).joined(separator: "|"))) words=\(words(command.options.map { "--" + $0.name })) ;;"
    }
    return """
      \(source)
      _dropcast() {
        local cur=${COMP_WORDS[COMP_CWORD]} verb= words= i IFS=$'\\n'
        case ${COMP_WORDS[COMP_CWORD - 1]} in
      \(choices.joined(separator: "\n"))
        esac
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
          \(withValue.joined(separator: "|"))) ((i++)) ;;
          -*) ;;
          *)
            verb=${COMP_WORDS[i]}
            break
            ;;
          esac
        done
        case $verb in
          '') words=\(words(verbs + options.flatMap(\.names))) ;;
      \(cases.joined(separator: "\n"))
        esac
        COMPREPLY=($(compgen -W "$words" -- "$cur"))
        if [[ $cur != -* ]]; then
          compopt -o filenames 2>/dev/null
          COMPREPLY+=($(compgen -d -- "$cur") $(compgen -f -- "$cur" | grep -E '\\.(yaml|yml|drop)$'))
        fi
      }
      complete -F _dropcast dropcast

      """
  }

  // MARK: zsh

  private func zsh(_ options: [ProcessOption]) -> String {
    func item(_ word: String, _ summary: String) -> String {
      Self.quoted(word.replacing(":", with: "\\:") + ":" + summary.replacing(":", with: "\\:"))
    }
    let verbs = Catalogue.commands.map { "    \(item($0.verb, $0.summary))" }
    let own = options.flatMap { option in option.names.map { "    \(item($0, option.summary))" } }
    let cases = Catalogue.commands.filter { !$0.options.isEmpty }.map { command in
      let items = command.options.map { "      \(item("--" + $0.name, $0.summary))" }
      return "    (\(names(command).joined(separator: "|"))) options=(\n\(items.joined(separator: "\n"))\n    ) ;;"
    }
    return """
      #compdef dropcast
      \(source)
      _dropcast() {
        local -a verbs own options
        verbs=(
      \(verbs.joined(separator: "\n"))
        )
        own=(
      \(own.joined(separator: "\n"))
        )
        if (( CURRENT == 2 )); then
          _describe -t commands command verbs
          _describe -o -t options option own
          _files -g '*.(yaml|yml)(-.)'
          return
        fi
        case $words[2] in
      \(cases.joined(separator: "\n"))
        esac
        _describe -o -t options option options
        _files -g '*.(yaml|yml|drop)(-.)'
      }
      _dropcast "$@"

      """
  }

  // MARK: fish

  private func fish(_ options: [ProcessOption]) -> String {
    let own = options.flatMap { option in
      option.names.map { name in
        let kind = name.hasPrefix("--") ? "-l \(name.dropFirst(2))" : "-s \(name.dropFirst())"
        return "complete -c dropcast -n __fish_use_subcommand \(kind)\(option.value == nil ? "" : " -r") "
          + (option.choices.isEmpty ? "" : "-f -a \(Self.quoted(option.choices.joined(separator: " "))) ")
          + "-d \(Self.quoted(option.summary))"
      }
    }
    let verbs = Catalogue.commands.flatMap { command -> [String] in
      let seen = "'__fish_seen_subcommand_from \(names(command).joined(separator: " "))'"
      return [
        "complete -c dropcast -n __fish_use_subcommand -a \(command.verb) -d \(Self.quoted(command.summary))"
      ]
        + command.options.map { option in
          "complete -c dropcast -n \(seen) -l \(option.name)\(option.value == nil ? "" : " -r") "
            + "-d \(Self.quoted(option.summary))"
        }
    }
    let files = ["yaml", "yml", "drop"].map { "complete -c dropcast -k -a '(__fish_complete_suffix .\($0))'" }
    return ([source, "complete -c dropcast -f"] + own + verbs + files).joined(separator: "\n") + "\n"
  }

  /// One word of all three shells.
  private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
