internal import JSON

/// Holds messages of a server against those of a transcript, and remembers what it learns from them.
struct MessageComparison {
  /// Where in a message the comparison is.
  struct Place {
    var path = ""
    /// Of the member, or of the list whose element it is.
    var name = ""
    /// Of the member that holds it.
    var parent = ""
    /// Whether what it tells of depends on the moment.
    var isMomentary = false

    func member(_ name: String) -> Place {
      let isPlain = name.utf8.allSatisfy { $0 != UInt8(ascii: ".") && $0 > 0x20 }
      let step = isPlain ? (path.isEmpty ? name : ".\(name)") : "[\(name.debugDescription)]"
      return Place(path: path + step, name: name, parent: self.name, isMomentary: isMomentary)
    }

    func element(_ index: Int) -> Place {
      Place(path: "\(path)[\(index)]", name: name, parent: parent, isMomentary: isMomentary)
    }
  }

  var bindings: Bindings
  var runs = RunMapping()
  private var directories: DirectoryMapping
  private var differences: [Difference] = []

  /// - Parameter directory: where the server of the replay was started.
  init(bindings: Bindings, directory: String) {
    self.bindings = bindings
    directories = DirectoryMapping(start: directory)
  }

  /// What differs between two messages.
  mutating func differences(expected: JSONObject, got: JSONObject) -> [Difference] {
    differences = []
    compare(.object(expected), .object(got), Place())
    return differences
  }

  private mutating func compare(_ expected: JSONValue, _ got: JSONValue, _ place: Place) {
    if case .string(let text) = expected, let placeholder = Placeholder(text) {
      return compare(placeholder, got, place)
    }
    switch (expected, got) {
    case (.string(let text), .string(let gotText)): compare(bindings.fill(text), gotText, place)
    case (.array(let elements), .array(let gotElements)): compare(elements, gotElements, place)
    case (.object(let object), .object(let gotObject)): compare(object, gotObject, place)
    case (.integer, .integer), (.integer, .decimal), (.decimal, .integer), (.decimal, .decimal):
      let isFree = FieldRule(name: place.name, parent: place.parent) == .anyNumber
      if !isFree, expected != got, expected.double != got.double { note(place, expected, got) }
    default:
      if expected != got { note(place, expected, got) }
    }
  }

  private mutating func compare(_ placeholder: Placeholder, _ got: JSONValue, _ place: Place) {
    switch (placeholder, got) {
    case (.any, _), (.number, .integer), (.number, .decimal), (.text, .string): break
    case (.time, .string(let text)) where RFC3339.isTime(text): break
    case (.capture(let name), .string(let text)): bindings.bind(name, to: text)
    default:
      differences.append(
        Difference(place.path, expected: placeholder.meaning, got: Difference.show(got)))
    }
  }

  // MARK: Texts

  private mutating func compare(_ expected: String, _ got: String, _ place: Place) {
    if let pattern = TextPattern(expected) {
      if !pattern.matches(got) { note(place, .string(expected), .string(got)) }
      return
    }
    let rule = FieldRule(name: place.name, parent: place.parent)
    // In the order of the message, so that a run's first mention says which one it is.
    let aligned = runs.align(expected, with: got)
    if rule == .directory {
      if !directories.match(aligned, got) { note(place, .string(aligned), .string(got)) }
      return
    }
    compare(directories.normalize(aligned), directories.normalize(got), rule, place)
  }

  private mutating func compare(_ expected: String, _ got: String, _ rule: FieldRule, _ place: Place) {
    switch rule {
    case .anyText, .directory: break
    case .anyTime:
      if RFC3339.isTime(expected) != RFC3339.isTime(got) { note(place, .string(expected), .string(got)) }
    case .freeText:
      if let data = Self.data(expected), let gotData = Self.data(got) {
        return compare(.object(data), .object(gotData), place.member("structuredContent"))
      }
      if !place.isMomentary { compareLines(expected, got, place) }
    case .exact, .anyNumber:
      let (left, right) = (TextNormalizer.paths(expected), TextNormalizer.paths(got))
      if left != right { note(place, .string(left), .string(right)) }
    }
  }

  /// What a text holds where structured content is written as text for old clients.
  private static func data(_ text: String) -> JSONObject? {
    guard text.hasPrefix("{") else { return nil }
    // Not JSON: then it is a text like others.
    return (try? JSONParser.parse(text))?.object
  }

  private mutating func compareLines(_ expected: String, _ got: String, _ place: Place) {
    let left = TextNormalizer.free(expected).split(separator: "\n", omittingEmptySubsequences: false)
    let right = TextNormalizer.free(got).split(separator: "\n", omittingEmptySubsequences: false)
    guard left != right else { return }
    // One difference a text: behind the first, lines may be shifted.
    let line = zip(left, right).prefix { $0 == $1 }.count
    func shown(_ lines: [Substring]) -> JSONValue? {
      line < lines.count ? .string(String(lines[line])) : nil
    }
    let path = max(left.count, right.count) > 1 ? "\(place.path), line \(line + 1)" : place.path
    differences.append(Difference(path, expected: shown(left), got: shown(right)))
  }

  // MARK: Lists and objects

  private mutating func compare(_ expected: [JSONValue], _ got: [JSONValue], _ place: Place) {
    var expected = expected
    let isOpen = expected.last == .string(Self.more)
    if isOpen { expected.removeLast() }
    for (index, (element, gotElement)) in zip(expected, got).enumerated() {
      compare(element, gotElement, place.element(index))
    }
    if got.count < expected.count {
      for index in got.count..<expected.count { note(place.element(index), expected[index], nil) }
    } else if !isOpen {
      for index in expected.count..<got.count { note(place.element(index), nil, got[index]) }
    }
  }

  private mutating func compare(_ expected: JSONObject, _ got: JSONObject, _ place: Place) {
    var place = place
    place.isMomentary = place.isMomentary || Self.isMomentary(expected) || Self.isMomentary(got)
    let isMomentaryRun = Self.isMomentaryRun(expected) && Self.isMomentaryRun(got)
    let isRun = expected["process_status"] != nil && got["process_status"] != nil
    func isPassedOver(_ name: String) -> Bool {
      isMomentaryRun && FieldRule.momentary.contains(name) || isRun && name == FieldRule.surroundings
    }
    for member in expected.members where member.name != Self.more && !isPassedOver(member.name) {
      if let value = got[member.name] {
        compare(member.value, value, place.member(member.name))
      } else {
        note(place.member(member.name), member.value, nil)
      }
    }
    guard expected[Self.more] != true else { return }
    for member in got.members where expected[member.name] == nil && !isPassedOver(member.name) {
      note(place.member(member.name), nil, member.value)
    }
  }

  /// Whether an object is, or a result holds, a run whose picture depends on the moment.
  private static func isMomentary(_ object: JSONObject) -> Bool {
    let data = object["structuredContent"]?.object ?? object["content"]?.array.flatMap(writtenData) ?? object
    return isMomentaryRun(data)
      || (data["processes"]?.array ?? []).compactMap(\.object).contains(where: isMomentaryRun)
  }

  private static func isMomentaryRun(_ object: JSONObject) -> Bool {
    object["process_status"]?.string.map(FieldRule.momentaryStatuses.contains) ?? false
  }

  private static func writtenData(_ content: [JSONValue]) -> JSONObject? {
    content.lazy.compactMap { $0["text"]?.string.flatMap(data) }.first
  }

  /// As the member `"...": true` it lets others be there too, as the last element of a list it lets more follow.
  private static let more = "..."

  private mutating func note(_ place: Place, _ expected: JSONValue?, _ got: JSONValue?) {
    differences.append(Difference(place.path, expected: expected, got: got))
  }
}
