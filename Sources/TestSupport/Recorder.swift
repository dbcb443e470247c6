internal import Synchronization

/// Collects what other threads hand over, in order.
package final class Recorder<Element: Sendable>: Sendable {
  private let elements = Mutex<[Element]>([])

  package init() {}

  /// Everything so far.
  package var all: [Element] { elements.withLock { $0 } }

  package var count: Int { elements.withLock { $0.count } }

  /// Takes one more.
  package func record(_ element: Element) { elements.withLock { $0.append(element) } }
}
