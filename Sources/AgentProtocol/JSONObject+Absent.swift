internal import JSON

/// What is optional and not there, many serializers write as null; the published schemas know no member of a request for
/// which that would be a value of its own.
extension JSONObject {
  /// It with nothing where it says null, here and in the objects inside.
  ///
  /// - Parameter name: of a member that stays as it is: what null says there, others know.
  func withoutNulls(except name: String? = nil) -> JSONObject {
    guard hasNulls(except: name) else { return self }
    return JSONObject(
      members.compactMap { member in
        switch member.value {
        case .null: member.name == name ? (member.name, member.value) : nil
        case .object(let object) where member.name != name: (member.name, .object(object.withoutNulls()))
        default: (member.name, member.value)
        }
      })
  }

  private func hasNulls(except name: String?) -> Bool {
    members.contains { member in
      guard member.name != name else { return false }
      switch member.value {
      case .null: return true
      case .object(let object): return object.hasNulls(except: nil)
      case .bool, .integer, .decimal, .string, .array: return false
      }
    }
  }
}
