internal import JSON
internal import Platform

extension HomeDirectory {
  /// What a person has set for this home.
  package var settingsPath: String { path + "/settings.json" }

  /// The settings as they are now; those of a home without a file where there is none.
  ///
  /// The file is small and read seldom, so nobody needs to remember it, and a change counts at once.
  package func settings() throws(SettingsError) -> Settings {
    let bytes: [UInt8]
    do throws(SystemError) { bytes = try FileSystem.read(settingsPath) } catch {
      if error.kind == .notFound { return Settings() }
      throw SettingsError(path: settingsPath, problems: [error.reason])
    }
    let json: JSONValue
    do throws(JSONSyntaxError) { json = try JSONParser.parse(bytes) } catch {
      let line = bytes.prefix(error.offset).count { $0 == UInt8(ascii: "\n") } + 1
      throw SettingsError(path: settingsPath, problems: ["line \(line) is no JSON: \(error)"])
    }
    let reader = SettingsReader(json)
    guard reader.problems.isEmpty else {
      throw SettingsError(path: settingsPath, problems: reader.problems)
    }
    return reader.settings
  }
}
