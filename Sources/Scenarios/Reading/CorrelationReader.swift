import Language
import YAML

/// Reads `correlations:`: names of parameters, and how far their draws go together.
///
/// `{ads.meta.cpc, ads.tiktok.cpc: 0.6}` is to YAML a name without a value and a name with one; both spellings, that one
/// and `ads.meta.cpc, ads.tiktok.cpc: 0.6` on a line of its own, mean the same.
struct CorrelationReader {
  let log: ReadLog

  func read(_ block: YAMLValue) -> [Correlation] {
    let reader = PartReader(log: log, path: "correlations")
    guard let pairs = reader.mapping(block) else { return [] }
    var names: [Fragment] = []
    var correlations: [Correlation] = []
    for (key, value) in pairs {
      guard let fragment = key.fragment else {
        log.report(say("expected names of parameters"), at: key.span)
        continue
      }
      names += fragment.separatedByCommas(thousands: false)
      if value.isNull {
        // Between braces a name may stand alone: the number follows the last of them. Behind a colon it is missing.
        if hasColon(key) {
          names = []
          reportMissingNumber(at: key.span)
        }
        continue
      }
      if let correlation = correlation(names.map(\.text), value, at: key.span) {
        correlations.append(correlation)
        for name in names { log.spans["correlations.\(correlations.count).\(name.text)"] = name.span }
        log.spans["correlations.\(correlations.count)"] = key.span
      }
      names = []
    }
    if !names.isEmpty { reportMissingNumber(at: block.span) }
    return correlations
  }

  /// Is the key written as one, with a colon behind it?
  private func hasColon(_ key: YAMLValue) -> Bool {
    let rest = log.source.fragment(SourceSpan(key.span.end, log.source.text.utf8.count))
    return rest.text.first { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "'" } == ":"
  }

  private func reportMissingNumber(at span: SourceSpan) {
    log.report(
      say("how strongly do these move together?"), help: say("for example: ads.meta.cpc, ads.tiktok.cpc: 0.6"), at: span
    )
  }

  private func correlation(_ names: [String], _ value: YAMLValue, at span: SourceSpan) -> Correlation? {
    guard names.count >= 2, Set(names).count == names.count else {
      log.report(
        say("two different parameters are needed"), help: say("for example: ads.meta.cpc, ads.tiktok.cpc: 0.6"),
        at: span)
      return nil
    }
    guard let text = value.fragment else {
      log.report(
        say("expected one number"),
        help: say("for example: 0.6, or, if their extreme values also tend to come together: crash together 0.6"),
        at: value.span)
      return nil
    }
    let words = Fold.folded(text.text).split(separator: " ")
    let crashes = words.count == 3 && words[0].lowercased() == "crash" && words[1].lowercased() == "together"
    guard let rho = Double(crashes ? words[2] : words.first ?? ""), words.count == (crashes ? 3 : 1), abs(rho) < 1
    else {
      log.report(
        say("expected a correlation between -1 and 1"),
        help: say("for example: 0.6, or, if their extreme values also tend to come together: crash together 0.6"),
        at: text.span)
      return nil
    }
    return Correlation(paths: names, rho: rho, crashesTogether: crashes)
  }
}
