package import Diagnosis
internal import JSON
internal import Platform
package import RunStore

/// The rules that a person wrote for a home, or names on a command line.
package struct FailureRulesFile: Hashable, Sendable {
  /// Bytes that a file may have.
  private static let maximumBytes = 1 << 20

  package let path: String

  package init(path: String) { self.path = path }

  /// `failure-rules.json` of a home; need not be there.
  package init(of home: HomeDirectory) { path = "\(home.path)/failure-rules.json" }

  /// All rules, in the order in which they count; none where there is no file.
  ///
  /// - Throws: everything that is wrong with it: then none of its rules may be used.
  package func rules() throws(FailureRulesError) -> [UserFailureRule] {
    let bytes: [UInt8]
    do throws(SystemError) { bytes = try FileSystem.read(path, limit: Self.maximumBytes + 1) } catch {
      if error.kind == .notFound { return [] }
      throw FailureRulesError(path: path, problems: [error.reason])
    }
    guard bytes.count <= Self.maximumBytes else {
      throw FailureRulesError(path: path, problems: ["it is larger than \(Self.maximumBytes >> 20) MiB"])
    }
    let json: JSONValue
    do throws(JSONSyntaxError) { json = try JSONParser.parse(bytes) } catch {
      let line = bytes.prefix(error.offset).count { $0 == UInt8(ascii: "\n") } + 1
      throw FailureRulesError(path: path, problems: ["line \(line) is no JSON: \(error)"])
    }
    let reader = FailureRulesReader(json)
    guard reader.problems.isEmpty else {
      throw FailureRulesError(path: path, problems: reader.problems)
    }
    return reader.rules
  }
}
