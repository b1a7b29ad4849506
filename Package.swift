// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A module of the house. Its dependencies are the arrows of the layout; `Tests/HouseTests` holds the imports to them.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource] = []
) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: strict)
}

/// In release the program carries Swift's libraries, Foundation among them, with it: they need not be found and joined at
/// each start, which took half of it, and the program runs where no Swift is installed. So it does with the library of
/// C++: a file in the folder that is searched first names the archive. The libraries after it are what Foundation's
/// archive asks for but does not name. What the loader resolves it resolves at the start, and then makes unwritable. Tests
/// are linked against the shared libraries; so no test target depends on the program (`swift test` builds it all the
/// same). Sanitizers cannot run with libraries inside: `.ci/sanitize` asks for shared ones.
let standalone: [LinkerSetting] =
  Context.environment["DROPCAST_SHARED_LIBRARIES"] != nil
  ? []
  : [
    .unsafeFlags(
      [
        "-static-stdlib", "-use-ld=lld", "-L", Context.packageDirectory + "/Sources/COldLibc/archives",
        "-lCoreFoundation", "-l_FoundationCShims", "-l_FoundationCollections", "-l_FoundationICU", "-Xlinker", "-z",
        "-Xlinker", "relro", "-Xlinker", "-z", "-Xlinker", "now",
      ],
      .when(platforms: [.linux], configuration: .release))
  ]

let package = Package(
  name: "dropcast",
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // Files that the program carries with it: texts, presets, and scenarios that it can run without any.
    .target(name: "Assets", exclude: ["presets", "report", "selftest", "texts"]),
    module("Language", ["Assets"]),
    module("Disk"),
    // SQLite's own archive, so that the program carries it too: nothing has to be installed where it runs.
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary(":libsqlite3.a"), .linkedLibrary("m")]),
    module("SQLite", ["CSQLite"]),
    .target(name: "CRows", exclude: ["draws.inc", "numbers.def", "numbers.inc", "passes.inc", "rows.def"]),
    module("Statistics", ["CRows"]),
    module("YAML", ["Language", .product(name: "Yams", package: "Yams")]),
    module("Scenarios", ["Language", "Statistics", "YAML"]),
    module("Simulation", ["CRows", "Language", "Statistics", "Scenarios"]),
    module("Analysis", ["Language", "Statistics", "Scenarios", "Simulation"]),
    module("Reports", ["Language", "Statistics", "Scenarios", "Simulation", "Analysis"]),
    module("Tabular"),
    // Unpacks the parts of zip files.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    module("Zip", ["CZlib"]),
    // Exports of platforms; it never sees the engine.
    module("Importers", ["Language", "Tabular", "Zip"]),
    module(
      "Commands",
      [
        "Language", "Disk", "SQLite", "Statistics", "YAML", "Scenarios", "Simulation", "Analysis", "Reports", "Tabular",
        "Importers", "Zip",
        "CLibmd",
      ]),
    // A part of what libedit needs, and so installed with it. Its map names the archive, as that of CZlib does.
    .systemLibrary(name: "CLibmd", providers: [.apt(["libmd-dev"])]),
    // Machines that only simulate have no libedit. The archives ask for each other in this order.
    .target(
      name: "CEdit",
      linkerSettings: [":libedit.a", ":libbsd.a", ":libmd.a", ":libtinfo.a"].map { .linkedLibrary($0) }),
    module("Terminal", ["CEdit", "Disk"]),
    // What keeps the program from needing a newer C library than it must.
    .target(name: "COldLibc", exclude: ["archives"]),
    .executableTarget(
      name: "dropcast",
      dependencies: [
        "Language", "Reports", "Commands", "Terminal", "COldLibc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: standalone),

    .executableTarget(
      name: "Benchmarks",
      dependencies: ["CRows", "Language", "Statistics", "Scenarios", "Simulation", "Analysis", "PtySupport"],
      path: "Tests/Benchmarks", swiftSettings: strict),
    // What strangers' bytes reach, for `.ci/fuzz` and for the test that keeps its findings.
    .target(
      name: "FuzzSupport",
      dependencies: [
        "Language", "Scenarios", "Simulation", "Tabular", "Importers", "Reports", "Commands", "PtySupport",
      ],
      path: "Tests/FuzzSupport", swiftSettings: strict),
    .executableTarget(
      name: "Fuzz", dependencies: ["FuzzSupport"], path: "Tests/Fuzz", exclude: ["Corpora"], swiftSettings: strict),
    .target(name: "CPty", path: "Tests/CPty"),
    tests("LanguageTests", ["Language"]),
    tests("DiskTests", ["Disk", "PtySupport"]),
    // Its fixtures are the scripts that made the reference values.
    tests("StatisticsTests", ["CRows", "Statistics"], exclude: ["Fixtures"]),
    tests("ScenariosTests", ["Language", "Scenarios", "YAML"]),
    tests("TabularTests", ["Tabular"]),
    tests("ZipTests", ["Zip"]),
    tests("ImportersTests", ["Language", "Tabular", "Importers"], exclude: ["Samples"]),
    tests("ReferenceTests", ["Language", "Statistics", "Scenarios", "Simulation"], exclude: ["Vectors"]),
    tests("HouseTests", ["Language", "Scenarios", "Simulation", "Analysis", "Reports", "Commands"]),
    tests("ReportsTests", ["Language", "Statistics", "Analysis", "Reports"], resources: [.copy("Fixtures")]),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal"], path: "Tests/TerminalProbe", swiftSettings: strict),
    .target(name: "PtySupport", dependencies: ["CPty"], path: "Tests/PtySupport", swiftSettings: strict),
    tests("TerminalTests", ["Terminal", "PtySupport", "TerminalProbe"]),
    // Its vectors are known answers, made by other programs.
    tests("AnalysisTests", ["Language", "Statistics", "Scenarios", "Simulation", "Analysis"], exclude: ["Vectors"]),
    tests(
      "CommandsTests",
      [
        "CSQLite", "Language", "Statistics", "Scenarios", "Simulation", "Analysis", "Reports", "Zip", "Commands",
        "PtySupport", "FuzzSupport",
      ]),
    tests("ShellTests", ["PtySupport"], exclude: ["Transcripts"]),
    tests(
      "UncertainTests",
      ["Language", "Statistics", "Scenarios", "Simulation", "Analysis", "Reports", "Commands", "PtySupport"]),
  ]
)
