import TestSupport
import Testing

/// Rules of the house that no compiler holds to.
@Suite struct SourceRuleTests {
  private struct Source {
    let path: String
    let lines: [String]
  }

  private func sources() throws -> [Source] {
    try Repository.files(under: "Sources", suffix: ".swift").map { path in
      let text = try Repository.text(path)
      return Source(
        path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
  }

  @Test func filesAreSmall() throws {
    let sizes = try sources().map(\.lines.count).sorted()
    #expect(sizes.count > 100, "the sources were not found")
    #expect(sizes[sizes.count / 2] <= 120)
    for source in try sources() { #expect(source.lines.count <= 500, "\(source.path)") }
  }

  @Test func nobodyImportsFoundation() throws {
    for source in try sources() {
      for line in source.lines where line.contains("import Foundation") {
        Issue.record("\(source.path): \(line)")
      }
    }
  }

  @Test func onePlaceKnowsTheOperatingSystem() throws {
    for source in try sources() where !source.path.hasPrefix("Sources/Platform/") {
      for line in source.lines where line.contains("#if os(") || line.contains("canImport(Darwin)") {
        Issue.record("\(source.path): \(line)")
      }
    }
  }

  /// An error that is passed over, and a promise that the compiler cannot check, each want a reason beside them.
  @Test(arguments: ["try?", "@unchecked Sendable", "nonisolated(unsafe)"])
  func whatIsPassedOverHasAReason(word: String) throws {
    for source in try sources() {
      for (index, line) in source.lines.enumerated() where line.contains(word) {
        let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)
        // Not as the end of another word, such as `Entry?`.
        guard
          code[0].split(separator: word, omittingEmptySubsequences: false).dropLast()
            .contains(where: { $0.last?.isLetter != true })
        else { continue }
        let before = source.lines[max(0, index - 4)..<index]
        let hasReason = code.count > 1 || before.contains { $0.contains("//") }
        #expect(hasReason, "\(source.path):\(index + 1): \(line)")
      }
    }
  }

  /// Those of JSON-RPC and of the protocol; -32000 to -32019 are nobody's any more, but for a missing resource of old.
  @Test func errorsHaveTheCodesOfTheProtocol() throws {
    let known = [-32700, -32600, -32601, -32602, -32603, -32002, -32021, -32022].map { "\($0)" }
    for source in try sources() where source.path.contains("/AgentProtocol/") || source.path.contains("RPC") {
      for line in source.lines {
        for rest in line.split(separator: "-32", omittingEmptySubsequences: false).dropFirst()
        where rest.prefix(3).count == 3 && rest.prefix(3).allSatisfy(\.isNumber) {
          #expect(known.contains("-32\(rest.prefix(3))"), "\(source.path): \(line)")
        }
      }
    }
  }

  @Test func thePackageHasNoPackages() throws {
    let manifest = try Repository.text("Package.swift")
    #expect(!manifest.contains(".package("))
  }
}
