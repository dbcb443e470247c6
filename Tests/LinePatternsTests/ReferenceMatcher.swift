@testable import LinePatterns

/// The meaning of a pattern, written down as plainly as can be: where a part can end that begins at a place.
struct ReferenceMatcher {
  let line: [Unicode.Scalar]

  func isFound(_ node: PatternNode) -> Bool {
    (0...line.count).contains { !ends(of: node, from: $0).isEmpty }
  }

  private func ends(of node: PatternNode, from start: Int) -> Set<Int> {
    switch node {
    case .empty: return [start]
    case .set(let set):
      guard start < line.count, set.ranges.contains(where: { $0.contains(line[start].value) }) else {
        return []
      }
      return [start + 1]
    case .sequence(let parts):
      return parts.reduce([start]) { places, part in Set(places.flatMap { ends(of: part, from: $0) }) }
    case .alternatives(let branches): return Set(branches.flatMap { ends(of: $0, from: start) })
    case .place(let place): return holds(place, at: start) ? [start] : []
    case .repeated(let part, let least, let most):
      var places: Set<Int> = [start]
      for _ in 0..<least { places = Set(places.flatMap { ends(of: part, from: $0) }) }
      var all = places
      // After as many more as there are characters nothing new can come.
      for _ in 0..<min(most.map { $0 - least } ?? .max, line.count + 1) {
        places = Set(places.flatMap { ends(of: part, from: $0) })
        all.formUnion(places)
      }
      return all
    }
  }

  private func holds(_ place: PatternNode.Place, at index: Int) -> Bool {
    func isWord(_ index: Int) -> Bool {
      line.indices.contains(index)
        && ScalarSet.wordCharacters.ranges.contains { $0.contains(line[index].value) }
    }
    let isBoundary = isWord(index - 1) != isWord(index)
    return switch place {
    case .start: index == 0
    case .end: index == line.count
    case .wordBoundary: isBoundary
    case .noWordBoundary: !isBoundary
    }
  }
}
