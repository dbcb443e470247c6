internal import CommandLineOptions
internal import Platform
internal import RunStore

extension HomeDirectory {
  /// The home that the environment of this process names.
  ///
  /// - Parameter command: for the message when there is none.
  static func named(for command: String) throws(UsageError) -> HomeDirectory {
    guard let home = HomeDirectory(environment: .current) else {
      throw UsageError("\(command): none of SIGNALBOX_HOME, XDG_STATE_HOME and HOME is set; set one")
    }
    return home
  }
}
