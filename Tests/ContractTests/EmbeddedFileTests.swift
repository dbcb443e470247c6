import EmbeddedFiles
import JSON
import Platform
import TestSupport
import Testing

/// What the program carries is what lies in the repository, and fit to be read by a model.
@Suite struct EmbeddedFileTests {
  @Test(arguments: EmbeddedFile.allCases)
  func theProgramCarriesTheFilesOfTheRepository(file: EmbeddedFile) throws {
    #expect(file.text == (try Repository.text(file.path)))
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
}
