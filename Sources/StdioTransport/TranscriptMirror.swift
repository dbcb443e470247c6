internal import JSON
package import Platform

/// Writes every frame of both directions into a file, with times: a transcript that can be replayed.
///
/// One JSON object a line: `time` in seconds since the first, `from` (`client` or `server`), and `message`, or
/// `raw` with the text of a line that is not JSON.
package final class TranscriptMirror: Sendable {
  /// Who sent a frame.
  package enum Sender: String, Sendable {
    case client, server
  }

  private let file: FileDescriptor
  private let start = SystemClock.monotonic()
  private let complain: @Sendable (String) -> Void

  /// Opens the file, emptying it first.
  ///
  /// - Parameter complain: takes a line when the file cannot be written; the conversation goes on.
  package init(path: String, complain: @escaping @Sendable (String) -> Void) throws(SystemError) {
    _ = try FileDescriptor.open(path, .replacing)
    file = try FileDescriptor.open(path, .appending)
    self.complain = complain
  }

  /// Records a frame, with or without its line end.
  ///
  /// From any thread: one write is one line.
  package func record(_ frame: ArraySlice<UInt8>, from sender: Sender) {
    let seconds = (SystemClock.monotonic().seconds(since: start) * 1e6).rounded() / 1e6
    var entry: JSONObject = ["time": .number(seconds), "from": .string(sender.rawValue)]
    let line = frame.last == UInt8(ascii: "\n") ? frame.dropLast() : frame
    do throws(JSONSyntaxError) {
      entry.append("message", try JSONParser.parse(line))
    } catch {
      entry.append("raw", .string(String(decoding: line, as: UTF8.self)))
    }
    do throws(SystemError) {
      try file.write(JSONWriter.bytes(.object(entry)) + [UInt8(ascii: "\n")])
    } catch {
      complain("The transcript cannot be written: \(error)")
    }
  }

  /// Records a line that was too long to be kept.
  package func record(tooLong bytes: Int) {
    record(Array("(a line of \(bytes) bytes)".utf8)[...], from: .client)
  }
}
