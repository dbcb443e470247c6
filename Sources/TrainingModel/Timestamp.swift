/// A point in wall-clock time, in nanoseconds since 1970-01-01T00:00:00Z.
package struct Timestamp: Hashable, Comparable, Sendable {
  package let nanoseconds: Int64

  package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  package static func < (left: Timestamp, right: Timestamp) -> Bool { left.nanoseconds < right.nanoseconds }

  /// RFC 3339 in UTC with milliseconds: `2026-11-21T03:40:00.123Z`.
  package var rfc3339: String { text("Y-M-DTh:m:s.fZ") }

  /// The time as it stands in a run's identifier, to the second: `20261121T034000`.
  package var compact: String { text("YMDThms") }

  /// The time in UTC by a layout in which `Y M D h m s f` stand for the parts and all else for itself.
  ///
  /// Lists write many times, so it goes straight into the bytes of the text.
  private func text(_ layout: StaticString) -> String {
    let time = CivilTime(self)
    return String(unsafeUninitializedCapacity: 32) { buffer in
      var count = 0
      func append(_ value: Int, width: Int) {
        var rest = value
        for place in (0..<width).reversed() {
          buffer[count + place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
          rest /= 10
        }
        count += width
      }
      for index in 0..<layout.utf8CodeUnitCount {
        switch layout.utf8Start[index] {
        case UInt8(ascii: "Y"): append(time.year, width: 4)
        case UInt8(ascii: "M"): append(time.month, width: 2)
        case UInt8(ascii: "D"): append(time.day, width: 2)
        case UInt8(ascii: "h"): append(time.hour, width: 2)
        case UInt8(ascii: "m"): append(time.minute, width: 2)
        case UInt8(ascii: "s"): append(time.second, width: 2)
        case UInt8(ascii: "f"): append(time.millisecond, width: 3)
        case let other:
          buffer[count] = other
          count += 1
        }
      }
      return count
    }
  }
}
