#if os(Linux)
  import Platform
  import TestSupport
  import Testing

  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  @testable import Platform

  /// Who listens on a port.
  @Suite struct PortTableTests {
    private static let table = """
        sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
         0: 0100007F:733C 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 41501 1 0000 100 0 0 10 0
         1: 0100007F:733D 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 41502 1 0000 100 0 0 10 0
         2: 0100007F:D431 0100007F:733C 01 00000000:00000000 00:00000000 00000000  1000        0 41503 1 0000 20 4 30 10 -1
         3: 0100007F:733C 0100007F:D431 01 00000000:00000000 00:00000000 00000000  1000        0 41504 1 0000 20 4 30 10 -1
      """

    @Test func onlyWhoListensCounts() {
      #expect(
        PortTable.sockets(listeningOn: 29500, in: Self.table) == [PortTable.Socket(inode: 41501, user: 1000)])
      #expect(
        PortTable.sockets(listeningOn: 29501, in: Self.table) == [PortTable.Socket(inode: 41502, user: 0)])
      #expect(PortTable.sockets(listeningOn: 54321, in: Self.table) == [])
    }

    @Test func addressesOfVersionSixAreRead() {
      let table = """
        head
         0: 00000000000000000000000000000000:733C 00000000000000000000000000000000:0000 0A 0:0 00:0 0 7 0 9 1
        cut short
        """
      #expect(PortTable.sockets(listeningOn: 29500, in: table) == [PortTable.Socket(inode: 9, user: 7)])
    }

    @Test func thisProcessIsFoundWhileItListens() throws {
      let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      #expect(number >= 0)
      // Any port that is free.
      #expect(listen(number, 1) == 0)
      var address = sockaddr_in()
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let result = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(number, $0, &size) }
      }
      #expect(result == 0)
      let port = Int(UInt16(bigEndian: address.sin_port))
      let own = try #require(ProcessTable.entry(of: ProcessTable.ownPID))
      #expect(PortTable.listener(on: port) == .process(own))
      close(number)
      #expect(PortTable.listener(on: port) == .nobody)
    }
  }
#endif
