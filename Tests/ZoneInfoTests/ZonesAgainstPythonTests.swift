import Platform
import Scheduling
import TestSupport
import Testing
import TrainingModel
import ZoneInfo

/// Python's zoneinfo as an independent reader of the same database: every zone, around every change of its clock, and
/// the changes of years up to 2500.
@Suite struct ZonesAgainstPythonTests {
  /// A line a zone: its name, then `second:offset` around each change that its file lists, at random times, and
  /// around each change of some years to come, which are found by asking day by day.
  private static let reader = """
    import datetime, os, random, struct, sys, zoneinfo

    directory = sys.argv[1]
    zoneinfo.reset_tzpath([directory])
    first, last = -62000000000, 16756761600

    def changes(data):
        counts = struct.unpack(">6l", data[20:44])
        at = 44 + counts[3] * 5 + counts[4] * 6 + counts[5] + counts[2] * 8 + counts[1] + counts[0]
        number = struct.unpack(">l", data[at + 32:at + 36])[0]
        return struct.unpack(f">{number}q", data[at + 44:at + 44 + 8 * number])

    def found(offset, year):
        times = [int(datetime.datetime(year, 1, 1, tzinfo=datetime.timezone.utc).timestamp()) + 86400 * n
                 for n in range(366)]
        for low, high in zip(times, times[1:]):
            if offset(low) != offset(high):
                while high - low > 1:
                    middle = (low + high) // 2
                    low, high = (middle, high) if offset(middle) == offset(low) else (low, middle)
                yield high

    random.seed(1)
    seen = {}
    for name in sorted(zoneinfo.available_timezones()):
        with open(os.path.join(directory, name), "rb") as file:
            data = file.read()
        if data not in seen:
            zone = zoneinfo.ZoneInfo(name)
            def offset(second):
                moment = datetime.datetime.fromtimestamp(second, zone)
                return int(moment.utcoffset().total_seconds())
            times = [time for time in changes(data) if first < time < last]
            if b"," in data.rsplit(b"\\n", 2)[1]:
                for year in (2037, 2038, 2096, 2100, 2104, 2262, 2399, 2400, 2499, 2500):
                    times += found(offset, year)
            times = [time + shift for time in times for shift in (-1, 0, 1)]
            times += [random.randrange(first, last) for _ in range(40)]
            seen[data] = " ".join(f"{time}:{offset(time)}" for time in times)
        print(name, seen[data])
    """

  private static let directory = ZoneFiles.system().directories.first {
    FileSystem.kind(of: $0) == .directory
  }

  @Test(.enabled(if: directory != nil, "the machine has no time zone database"))
  func everyZoneHasTheSameOffsets() async throws {
    let directory = try #require(Self.directory)
    let output = try await Program.python(["-c", Self.reader, directory])
    #expect(output.termination == .exited(code: 0), "\(output.errorText)")
    let files = ZoneFiles(directories: [directory])
    var zones = 0
    var instants = 0
    for line in output.text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      let name = String(parts[0])
      let zone: TimeZoneRules
      do throws(ZoneError) { zone = try files.rules(of: name) } catch {
        // Abbreviations are refused, whatever the database has.
        guard case .notAName = error else {
          Issue.record("\(error)")
          continue
        }
        zone = try TimeZoneRules(name: name, file: try FileSystem.read("\(directory)/\(name)"))
      }
      zones += 1
      for sample in parts[1].split(separator: " ") {
        let pair = sample.split(separator: ":").compactMap { Int($0) }
        instants += 1
        guard zone.period(at: pair[0]).offset == pair[1] else {
          Issue.record("\(name) at \(pair[0]): \(zone.period(at: pair[0]).offset) and not \(pair[1])")
          break
        }
      }
    }
    print("compared \(instants) instants of \(zones) zones")
    #expect(zones > 300)
    #expect(instants > 100_000)
  }
}
