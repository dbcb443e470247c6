#if os(Linux)
  #if canImport(Musl)
    internal import Musl
  #else
    internal import Glibc
  #endif

  extension PortTable {
    /// Who listens on a TCP port of this machine, on whatever address; nil where that cannot be seen.
    ///
    /// Sources: proc(5) for `net/tcp`, proc_pid_fd(5).
    package static func listener(on port: Int) -> Listener? {
      // Without IPv6 there is no second table; without the first one nothing can be seen.
      let tables = ["tcp", "tcp6"].compactMap { try? FileSystem.read("/proc/net/\($0)", limit: 1 << 26) }
      guard !tables.isEmpty else { return nil }
      let listeners = tables.flatMap { sockets(listeningOn: port, in: String(decoding: $0, as: UTF8.self)) }
      guard let first = listeners.first else { return .nobody }
      let links = Set(listeners.map { "socket:[\($0.inode)]" })
      let holder = ProcessTable.all().lazy.filter { !$0.isZombie }.first { holds(links, $0.pid) }
      return holder.map(Listener.process) ?? .user(first.user)
    }

    /// A socket that listens.
    struct Socket: Hashable {
      let inode: UInt64
      let user: UInt32
    }

    /// Those of a table as the kernel prints it.
    static func sockets(listeningOn port: Int, in table: String) -> [Socket] {
      table.split(separator: "\n").dropFirst().compactMap { line in
        let fields = line.split(separator: " ")
        // sl local_address rem_address st tx:rx tr:when retrnsmt uid timeout inode
        guard fields.count > 9, fields[3] == listening,
          let colon = fields[1].lastIndex(of: ":"),
          Int(fields[1][fields[1].index(after: colon)...], radix: 16) == port,
          let user = UInt32(fields[7]), let inode = UInt64(fields[9])
        else { return nil }
        return Socket(inode: inode, user: user)
      }
    }

    private static let listening = "0A"  // TCP_LISTEN

    private static func holds(_ links: Set<String>, _ pid: Int32) -> Bool {
      // Not ours to look into, or gone.
      guard let names = try? FileSystem.entries(of: "/proc/\(pid)/fd") else { return false }
      return names.contains { name in target(of: "/proc/\(pid)/fd/\(name)").map(links.contains) ?? false }
    }

    /// What a symbolic link says.
    private static func target(of link: String) -> String? {
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
        guard let start = buffer.baseAddress else { return nil }
        let count = readlink(link, start, buffer.count)
        guard count > 0 else { return nil }
        return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
      }
    }
  }
#endif
