internal import JSON

extension ReadingContext {
  /// A context as `json` writes it; nil when it is anything else.
  init?(json: JSONValue) {
    do throws(JSONMemberError) {
      let members = try JSONMembers(json, of: "context")
      announcedEpochs = try members.optional("announced_epochs") { $0.anyDouble }
      barTotal = try members.optional("bar_total") { $0.int }
      isBarComplete = try members.member("is_bar_complete") { $0.bool }
      isEvaluating = try members.member("is_evaluating") { $0.bool }
      isHeadedByOtherWork = try members.optional("is_headed_by_other_work") { $0.bool } ?? false
      isOtherWork = try members.optional("is_other_work") { $0.bool } ?? false
      hasNamedProgress = try members.optional("has_named_progress") { $0.bool } ?? false
      ownShape = try members.optional("own_shape") { $0.int }
      candidates = try members.optional("candidates") { $0.candidates } ?? []
      settingsOffset = try members.optional("settings_offset") { $0.int }.map(Int64.init)
      isPausing = try members.optional("is_pausing") { $0.bool } ?? false
      hasEpoch = try members.member("has_epoch") { $0.bool }
      columns = try members.member("columns") { $0.strings }
      table = try members.member("table") { $0.strings }
      // Not there in what was kept before such tables were read.
      cells = try members.optional("cells") { $0.strings } ?? []
      commaTable = try members.optional("comma_table") { $0.strings } ?? []
      tableGap = try members.member("table_gap") { $0.int }
      isInFrame = try members.member("is_in_frame") { $0.bool }
      rows = try members.optional("rows") { $0.string.flatMap(OpenRows.init) }
      classColumns = try members.member("class_columns") { $0.strings }
      lastEpoch = try members.optional("last_epoch") { $0.anyDouble }
      hasEpochZero = try members.member("has_epoch_zero") { $0.bool }
    } catch {
      return nil
    }
  }

  /// The context as JSON, with nothing of it lost.
  var json: JSONValue {
    var object = JSONObject()
    object.append("announced_epochs", ifKnown: announcedEpochs.map(JSONValue.anyNumber))
    object.append("bar_total", ifKnown: barTotal.map { .integer(Int64($0)) })
    object.append("is_bar_complete", .bool(isBarComplete))
    object.append("is_evaluating", .bool(isEvaluating))
    if isHeadedByOtherWork { object.append("is_headed_by_other_work", true) }
    if isOtherWork { object.append("is_other_work", true) }
    if hasNamedProgress { object.append("has_named_progress", true) }
    object.append("own_shape", ifKnown: ownShape.map { .integer(Int64($0)) })
    if !candidates.isEmpty { object.append("candidates", .array(candidates.map(\.json))) }
    object.append("settings_offset", ifKnown: settingsOffset.map(JSONValue.integer))
    if isPausing { object.append("is_pausing", true) }
    object.append("has_epoch", .bool(hasEpoch))
    object.append("columns", .array(columns.map(JSONValue.string)))
    object.append("table", .array(table.map(JSONValue.string)))
    if !cells.isEmpty { object.append("cells", .array(cells.map(JSONValue.string))) }
    if !commaTable.isEmpty { object.append("comma_table", .array(commaTable.map(JSONValue.string))) }
    object.append("table_gap", .integer(Int64(tableGap)))
    object.append("is_in_frame", .bool(isInFrame))
    object.append("rows", ifKnown: rows.map { .string($0.rawValue) })
    object.append("class_columns", .array(classColumns.map(JSONValue.string)))
    object.append("last_epoch", ifKnown: lastEpoch.map(JSONValue.anyNumber))
    object.append("has_epoch_zero", .bool(hasEpochZero))
    return .object(object)
  }
}
