// swift-tools-version: 6.2

import PackageDescription

/// What every Swift target is compiled with: Swift 6 mode, explicit existentials and imports, no warnings.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// What the laws make work most is optimised in debug builds, too, so that the tests take half the time.
let optimised = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// The commit that is built, where somebody says so, as the script for installing does.
///
/// The manifest does not ask git itself: its answer is kept, and is soon that of an old commit.
let commit: [CSetting] =
  Context.environment["CENSUS_COMMIT"].map { [.define("CENSUS_COMMIT", to: "\"\($0)\"")] } ?? []

/// In release builds the runtime of Swift is within the programs, which start without a toolchain.
///
/// Only linking differs, so that all objects are those of any release build; these were compiled for
/// the shared libraries and do not name two that FoundationEssentials needs.
let standalone: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-stdlib", "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "now",
      // Nobody looks for symbols in a program.
      "-Xlinker", "--no-export-dynamic",
    ],
    .when(configuration: .release)),
  .linkedLibrary("_FoundationCollections", .when(configuration: .release)),
  .linkedLibrary("_FoundationCShims", .when(configuration: .release)),
]

/// The documentation plugin is a dependency only where documentation is asked for.
let documentation: [Package.Dependency] =
  Context.environment["DOCS"] == nil
  ? []
  : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0")]

let package = Package(
  name: "site-census",
  products: [
    .library(name: "CensusCore", targets: ["CensusCore"]),
    .library(name: "CensusStore", targets: ["CensusStore"]),
    .executable(name: "census", targets: ["census"]),
    .executable(name: "census-tui", targets: ["census-tui"]),
    .executable(name: "census-convert", targets: ["census-convert"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.6.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ] + documentation,
  targets: [
    // Values and rules.
    .target(name: "DisplayText", swiftSettings: optimised),
    .target(name: "CensusCore", swiftSettings: optimised),
    // Files and texts.
    .target(name: "StrictJSON", swiftSettings: optimised),
    .target(name: "CFileSystem"),
    .target(
      name: "CensusStore", dependencies: ["CensusCore", "CFileSystem", "StrictJSON"],
      // What a new store knows from the first is what the store that ships has.
      resources: [
        .embedInCode("Standard/categories.json"), .embedInCode("Standard/holidays.json"),
        .embedInCode("Standard/prefectures.json"),
      ], swiftSettings: optimised),
    .target(name: "CensusLists", dependencies: ["CensusCore"], swiftSettings: optimised),
    .target(
      name: "CensusReports",
      dependencies: ["CensusCore", "CensusLists", "DisplayText", "StrictJSON"],
      // The wording of letters, where a store has none of its own.
      resources: [
        .embedInCode("Wording/chase.zh.md"), .embedInCode("Wording/chase.en.md"),
        .embedInCode("Wording/order.zh.md"), .embedInCode("Wording/order.en.md"),
        .embedInCode("Wording/transfer.zh.md"), .embedInCode("Wording/transfer.en.md"),
        .embedInCode("Wording/recheck.zh.md"), .embedInCode("Wording/recheck.en.md"),
      ], swiftSettings: optimised),
    .target(
      name: "CensusViews",
      dependencies: ["CensusCore", "CensusLists", "CensusStore", "StrictJSON"],
      swiftSettings: strict),
    // Notices: what documents say.
    .target(name: "CharacterSets", swiftSettings: strict),
    .target(name: "CensusNotices", dependencies: ["CensusCore"], swiftSettings: strict),
    .target(
      name: "CensusConversion", dependencies: ["CensusNotices", "StrictJSON"],
      swiftSettings: strict),
    .systemLibrary(name: "CLibXML2", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CLandlock"),
    .executableTarget(
      name: "census-convert",
      dependencies: [
        "CensusConversion", "CensusCore", "CensusNotices", "CharacterSets", "CLandlock", "CLibXML2",
        "CLibZip",
      ],
      // By pkg-config its libraries would be linked into what depends on it, too.
      swiftSettings: strict + [.unsafeFlags(["-Xcc", "-I/usr/include/libxml2"])],
      linkerSettings: standalone + [.linkedLibrary("xml2"), .linkedLibrary("zip")]),
    // The terminal.
    .target(name: "TerminalKit", dependencies: ["DisplayText"], swiftSettings: optimised),
    .target(
      name: "CNcurses",
      cSettings: [.define("_XOPEN_SOURCE", to: "700"), .define("_DEFAULT_SOURCE")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(
      name: "NcursesTerminal", dependencies: ["TerminalKit", "DisplayText", "CNcurses"],
      swiftSettings: strict),
    // Git: the one asynchronous target.
    .target(
      name: "CensusSharing",
      dependencies: [
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    // The two programs.
    .target(name: "CCommit", cSettings: commit),
    .target(
      name: "CensusDashboard",
      dependencies: ["CensusCore", "CensusLists", "CensusNotices", "TerminalKit", "DisplayText"],
      swiftSettings: optimised),
    .target(
      name: "CensusPreferences",
      dependencies: [
        "CensusCore", "CensusDashboard", "CensusLists", "CensusStore", "CensusViews",
        "StrictJSON", "TerminalKit",
      ],
      swiftSettings: strict),
    .target(
      name: "CensusCommand",
      dependencies: [
        "CensusConversion", "CensusCore", "CensusLists", "CensusNotices", "CensusReports",
        "CensusStore", "CensusViews", "CharacterSets", "DisplayText", "StrictJSON", argumentParser,
      ],
      swiftSettings: strict),
    .target(
      name: "CensusDesk",
      dependencies: [
        "CensusCommand", "CensusCore", "CensusDashboard", "CensusLists", "CensusNotices",
        "CensusReports", "CensusStore", "StrictJSON",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "census",
      dependencies: [
        "CCommit", "CensusCommand", "CensusCore", "CensusSharing", "census-convert",
      ],
      swiftSettings: strict, linkerSettings: standalone),
    .executableTarget(
      name: "census-tui",
      dependencies: [
        "CCommit", "CensusCommand", "CensusCore", "CensusDashboard", "CensusDesk", "CensusLists",
        "CensusPreferences", "CensusStore", "DisplayText", "NcursesTerminal", "TerminalKit",
        "census-convert", argumentParser,
      ],
      swiftSettings: strict, linkerSettings: standalone),
    // Tests.
    .target(
      name: "CensusTestSupport", dependencies: ["CensusCore", "CensusStore", "TerminalKit"],
      path: "Tests/CensusTestSupport", exclude: ["Pages"], swiftSettings: strict),
    .testTarget(
      name: "DisplayTextTests", dependencies: ["DisplayText", "CNcurses", "CensusTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CensusCoreTests", dependencies: ["CensusCore", "CensusStore", "CensusTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CensusStoreTests",
      dependencies: ["CensusStore", "CensusCore", "StrictJSON", "CensusTestSupport"],
      exclude: ["BadFiles", "FrozenStore", "GoodEvents", "GoodRevisions", "GoodSnapshots"],
      swiftSettings: strict),
    .testTarget(
      name: "CensusNoticesTests",
      dependencies: ["CensusNotices", "CensusCore", "CensusStore", "CensusTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CensusConvertTests",
      dependencies: [
        "CensusConversion", "CensusCore", "CensusNotices", "CensusStore", "CensusTestSupport",
        "CharacterSets", "census", "census-convert", "census-tui",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StrictJSONTests", dependencies: ["StrictJSON", "CensusTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CensusReportsTests",
      dependencies: ["CensusReports", "CensusLists", "CensusCore", "CensusTestSupport"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "TerminalKitTests",
      dependencies: ["TerminalKit", "DisplayText", "CensusTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NcursesTerminalTests",
      dependencies: ["NcursesTerminal", "TerminalKit", "CNcurses"], swiftSettings: strict),
    .testTarget(
      name: "CensusDashboardTests",
      dependencies: [
        "CensusDashboard", "CensusCore", "CensusLists", "CensusNotices", "CensusStore",
        "TerminalKit", "DisplayText",
        "CensusTestSupport",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "CensusPreferencesTests",
      dependencies: [
        "CensusPreferences", "CensusCore", "CensusDashboard", "CensusLists", "CensusStore",
        "StrictJSON", "TerminalKit", "CensusTestSupport",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "CensusCommandTests",
      dependencies: [
        "CensusCommand", "CensusConversion", "CensusCore", "CensusLists", "CensusNotices",
        "CensusReports", "CensusStore",
        "CensusViews", "StrictJSON", "CensusTestSupport", argumentParser,
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "LawTests",
      dependencies: [
        "CensusCommand", "CensusCore", "CensusDashboard", "CensusDesk", "CensusLists",
        "CensusNotices",
        "CensusReports", "CensusStore", "CensusTestSupport", "CensusViews", "StrictJSON",
        "TerminalKit", argumentParser,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CensusSharingTests", dependencies: ["CensusSharing"], swiftSettings: strict),
    .testTarget(
      name: "EndToEnd",
      dependencies: [
        "CensusTestSupport", "CensusCore", "CensusDashboard", "CensusLists", "CensusReports",
        "CensusStore", "TerminalKit", "census", "census-tui",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      path: "Tests/EndToEnd", exclude: ["ManualPlan.md"], swiftSettings: strict),
  ]
)
