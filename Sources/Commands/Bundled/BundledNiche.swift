import Language

/// A scenario of a niche, kept inside the program: `niches` needs no files.
struct BundledNiche: Sendable {
  /// The file in `scenarios` that it is.
  let file: String
  let text: String

  static let all = ["craft-tools", "camping-gear", "small-appliances", "pet-feeder"].map { name in
    BundledNiche(file: name + ".yaml", text: Asset.text("scenarios/\(name).yaml") ?? "")
  }
}
