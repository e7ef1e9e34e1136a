// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let serviceLifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let unixSignals = Target.Dependency.product(
  name: "UnixSignals", package: "swift-service-lifecycle")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")

/// Pictures are worked on pixel by pixel: without optimisation that takes a hundred times as long,
/// too long for tests. With XIAOPIAO_CHECKED, as `scripts/soak` sets it, the checks stay that are
/// left out of optimised code.
let quickInTests: [SwiftSetting] =
  Context.environment["XIAOPIAO_CHECKED"] == nil
  ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : []

/// A module of ours: what it may import of ours is its dependency list, and the test
/// `ImportTableTests` holds the sources to the table in docs/architecture.md.
func module(
  _ name: String, _ dependencies: [Target.Dependency], settings: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict + settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: "\(name)Tests", dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "xiaopiao",
  products: [
    .executable(name: "xiaopiao", targets: ["xiaopiao"]),
    .executable(name: "receipt-press", targets: ["receipt-press"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", .upToNextMinor(from: "0.6.0")),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CTesseract", pkgConfig: "tesseract",
      providers: [.apt(["libtesseract-dev", "libleptonica-dev"])]),
    .systemLibrary(name: "COpenVINO"),
    .systemLibrary(name: "CSandbox"),
    .systemLibrary(
      name: "CPango", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(
      name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),

    module("Receipts", []),
    module("Intake", ["Receipts", crypto, system]),
    module(
      "Recognition",
      [
        "Receipts", "CTesseract", "CTurboJPEG", "COpenVINO", "CSandbox", crypto, subprocess, system,
        logging,
      ],
      settings: quickInTests),
    module("Extraction", ["Receipts"]),
    module("Screening", ["Receipts"]),
    module("Accrual", ["Receipts", toml]),
    module("Ledger", ["Receipts", grdb, crypto]),
    module(
      "Claiming",
      [
        "Receipts", "Intake", "Recognition", "Extraction", "Screening", "Accrual", "Ledger",
        logging, toml, crypto, serviceLifecycle, subprocess, system, unixSignals,
      ]),
    module("Commands", ["Claiming", "Ledger", "Receipts", argumentParser, logging]),
    .executableTarget(
      name: "xiaopiao", dependencies: ["Commands"], swiftSettings: strict),
    module("ReceiptPress", ["Receipts", "CPango", "CTurboJPEG"]),
    .executableTarget(
      name: "receipt-press", dependencies: ["ReceiptPress", argumentParser],
      swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("Receipts", ["Receipts"]),
    tests("Intake", ["Intake", "Receipts", "TestSupport"]),
    tests(
      "Recognition",
      ["Recognition", "Receipts", "TestSupport", "CTesseract", "CTurboJPEG", logging]),
    tests("Extraction", ["Extraction", "ReceiptPress", "Receipts"]),
    tests("Screening", ["Screening", "Receipts"]),
    tests("Accrual", ["Accrual", "Receipts"]),
    tests("Ledger", ["Ledger", "Receipts", grdb]),
    tests(
      "Claiming",
      [
        "Claiming", "Extraction", "Intake", "Ledger", "Receipts", "Recognition", "Screening",
        "TestSupport",
        logging,
      ]),
    tests(
      "Commands",
      ["Commands", "Claiming", "Ledger", "Receipts", "TestSupport", subprocess, system]),
    tests("ReceiptPress", ["ReceiptPress", "Receipts"]),
    tests(
      "EndToEnd",
      [
        "Claiming", "Intake", "Receipts", "Recognition", "TestSupport", "xiaopiao", logging,
        subprocess, system,
      ]),
  ],
  swiftLanguageModes: [.v6]
)
