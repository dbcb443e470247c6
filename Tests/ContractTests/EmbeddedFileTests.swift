import EmbeddedFiles
import JSON
import Platform
import TestSupport
import Testing

/// What the program carries is what lies in the repository, and fit to be read by a model.
@Suite struct EmbeddedFileTests {
  @Test(arguments: EmbeddedFile.allCases)
  func theProgramCarriesTheFilesOfTheRepository(file: EmbeddedFile) throws {
    #expect(file.bytes == (try Repository.bytes(file.path)))
  }

  /// Hosts get it with every list.
  @Test func theIconIsASmallPicture() {
    let bytes = EmbeddedFile.icon.bytes
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    #expect(bytes.count <= 1024)
  }

  @Test func everySchemaOfAToolIsCarried() throws {
    let names = try FileSystem.entries(of: Repository.path("schemas")).sorted()
      .filter { $0.hasSuffix(".input.json") || $0.hasSuffix(".output.json") }
    let carried = EmbeddedFile.allCases.map(\.path).filter { $0.hasPrefix("schemas/") }
    #expect(names.map { "schemas/\($0)" } == carried.sorted())
  }

  /// Hosts cut instructions and descriptions at 2 KB.
  @Test func instructionsFit() { #expect(EmbeddedFile.serverInstructions.text.utf8.count <= 2048) }

  @Test(arguments: EmbeddedFile.allCases.filter { $0.path.hasSuffix(".input.json") })
  func descriptionsFitAndNothingIsUndescribed(file: EmbeddedFile) throws {
    let schema = try JSONParser.parse(file.text)
    let description = try #require(schema["description"]?.string)
    #expect(description.utf8.count <= 2048)
    #expect(schema["type"] == "object")
    #expect(schema["additionalProperties"] == false)
    for property in try #require(schema["properties"]?.object).members {
      #expect(property.value["description"]?.string?.isEmpty == false, "\(property.name) is not described")
    }
  }

  /// Whoever is given a name must know for how long it can be used (2026-07-28, tools: stateful tools).
  @Test(arguments: [EmbeddedFile.trainStartInput, .scheduleCreateInput])
  func whatHandsOutANameSaysHowLongItHolds(file: EmbeddedFile) throws {
    let description = try JSONParser.parse(file.text)["description"]?.string
    #expect(description?.contains("_id stays valid until ") == true)
  }

  /// Programs that read answers have nothing else to go by.
  @Test(arguments: EmbeddedFile.allCases.filter { $0.path.hasSuffix("put.json") })
  func everyPropertyIsDescribedHoweverDeep(file: EmbeddedFile) throws {
    func check(_ value: JSONValue, _ path: String) {
      for element in value.array ?? [] { check(element, path) }
      for member in value.object?.members ?? [] {
        if member.name == "properties", !path.hasSuffix("properties") {
          for property in member.value.object?.members ?? [] {
            #expect(property.value["description"]?.string?.isEmpty == false, "\(path)/\(property.name)")
          }
        }
        check(member.value, "\(path)/\(member.name)")
      }
    }
    check(try JSONParser.parse(file.text), "")
  }
}
