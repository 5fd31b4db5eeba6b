// swift-tools-version: 6.2

import PackageDescription

/// A package of its own, so that nobody else builds it:
/// `swift run -c release --package-path Tests/Benchmarks SearchBenchmark`.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "site-census", path: "../..")],
  targets: [
    .executableTarget(
      name: "SearchBenchmark",
      dependencies: [.product(name: "CensusCore", package: "site-census")])
  ]
)
