/// A scenario of the article's niche table, kept inside the program: `niches` needs no files.
struct BundledNiche: Sendable {
  /// The file in `scenarios` that it is a copy of.
  let file: String
  let text: String
}
