import ZoneInfo

/// The zones of the system, seen from a machine that keeps Berlin's.
enum Zones {
  static let berlin = ZoneFiles(
    directories: ZoneFiles.system().directories, localTime: "/usr/share/zoneinfo/Europe/Berlin")
}
