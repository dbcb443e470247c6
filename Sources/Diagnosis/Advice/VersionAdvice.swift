/// Packages whose versions do not fit together.
enum VersionAdvice {
  static let all: [MessageAdvice] = [
    MessageAdvice(
      "is required for a normal functioning of this module, but found {found}",
      example:
        "ImportError: tokenizers>=0.21,<0.22 is required for a normal functioning of this module, but found "
        + "tokenizers==0.20.1."
    ) { match, scene in
      guard
        let wanted = MessageTemplate("Error: {wanted} is required for a normal").match(match.text)?["wanted"]
      else {
        return []
      }
      return ["`pip install '\(wanted)'`: \(match["found"] ?? "another version") is installed."]
    },
    MessageAdvice(
      "compiled using NumPy 1.x cannot be run in\nNumPy {version}",
      "compiled using NumPy 1.x cannot be run in NumPy {version}",
      example:
        "ImportError: \nA module that was compiled using NumPy 1.x cannot be run in\nNumPy 2.1.0 as it may crash."
    ) { _, _ in
      [
        "`pip install 'numpy<2'`, or newer versions of the packages that were compiled for numpy 1 (the traceback names them)."
      ]
    },
    MessageAdvice(
      "numpy.dtype size changed, may indicate binary incompatibility",
      example:
        "ValueError: numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 "
        + "from PyObject"
    ) { _, scene in
      let package = raisingPackage(scene)
      return [
        "Reinstall \(package ?? "the package that is imported there") for the numpy that is installed (`pip install "
          + "--force-reinstall --no-cache-dir \(package ?? "PACKAGE")`), or `pip install 'numpy<2'`."
      ]
    },
    MessageAdvice(
      "module 'numpy' has no attribute '{name}'",
      example: "AttributeError: module 'numpy' has no attribute 'float'."
    ) { match, scene in
      let name = match["name"] ?? ""
      let place = scene.exception?.frames.last.map { " (\($0.file):\($0.line))" } ?? ""
      return ["bool", "int", "float", "complex", "object", "str", "typeDict"].contains(name)
        ? [
          "`np.\(name)` went with numpy 1.24: `pip install 'numpy<1.24'`, or a newer version of what uses it\(place)."
        ]
        : [
          "`np.\(name)` is not in this numpy: `pip install 'numpy<2'`, or a newer version of what uses it\(place)."
        ]
    },
    MessageAdvice(
      "cannot import name '{name}' from partially initialized module '{module}'",
      example:
        "ImportError: cannot import name 'Config' from partially initialized module 'train.config' (most likely due to "
        + "a circular import) (/home/u/train/config.py)"
    ) { match, _ in
      let (name, module) = (match["name"] ?? "", match["module"] ?? "")
      return [
        "`\(module)` is imported again while it is being imported: move the import of `\(name)` into the function that needs "
          + "it, or what both need into a third module.",
        "A file of your own that is named like a package (`\(module.split(separator: ".").last ?? "").py`) does the same: "
          + "rename it.",
      ]
    },
    MessageAdvice(
      "cannot import name '{name}' from '{module}' (",
      example: "ImportError: cannot import name 'cached_download' from 'huggingface_hub' "
        + "(/v/lib/python3.11/site-packages/huggingface_hub/__init__.py)"
    ) { match, scene in
      let (name, module) = (match["name"] ?? "", match["module"] ?? "")
      let top = module.split(separator: ".").first.map(String.init) ?? module
      let caller = scene.exception?.frames.last.flatMap { Self.package(of: $0.file) }
      let act =
        caller.map {
          $0 == top ? "reinstall `\(top)`" : "upgrade `\($0)`, which asks for it, or pin an older `\(top)`"
        }
        ?? "use its successor, or pin the `\(top)` that the code was written for"
      return ["`\(name)` is not in the `\(module)` that is installed: \(act) (`pip show \(top)`)."]
    },
    MessageAdvice(
      "Descriptors cannot be created directly", "Descriptors cannot not be created directly",
      example: "TypeError: Descriptors cannot be created directly.",
      advice: [
        "`pip install 'protobuf<=3.20.3'`, or a newer version of the package whose `_pb2.py` the traceback names.",
        "PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION=python works around it, slowly.",
      ]),
    MessageAdvice(
      "version `{version}' not found (required by {library})",
      example:
        "ImportError: /lib/x86_64-linux-gnu/libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by "
        + "/v/lib/python3.11/site-packages/pkg/_C.so)"
    ) { match, _ in
      let (version, library) = (match["version"] ?? "", match["library"] ?? "")
      return version.hasPrefix("GLIBCXX") || version.hasPrefix("CXXABI")
        ? [
          "\(library) needs a newer libstdc++ (\(version)): `conda install -c conda-forge libstdcxx-ng`, and put "
            + "$CONDA_PREFIX/lib first in LD_LIBRARY_PATH."
        ]
        : [
          "\(library) needs a newer C library (\(version)) than this system has: build it here, or use a newer image."
        ]
    },
    MessageAdvice(
      [": undefined symbol: {symbol}"],
      example:
        "ImportError: /v/lib/python3.11/site-packages/flash_attn_2_cuda.cpython-311-x86_64-linux-gnu.so: undefined "
        + "symbol: _ZN3c105ErrorC2ENS_14SourceLocationE"
    ) { match, scene in
      let file = MessageTemplate("Error: {file}: undefined symbol").match(match.text)?["file"]
      let name = file?.split(separator: "/").last?.split(separator: ".").first.map(String.init)
      let isTorch = ["c10", "at", "torch", "caffe2"].contains { (match["symbol"] ?? "").contains($0) }
      let module = name ?? "the module that the message names"
      return [
        "\(module) was built for another \(isTorch ? "torch" : "library") than is installed: reinstall it for this one "
          + "(`pip install --force-reinstall --no-cache-dir --no-build-isolation …`), or install the one it was built for."
      ]
    },
    MessageAdvice(
      "VersionConflict: ({found} (",
      example: "pkg_resources.VersionConflict: (torch 2.1.0 (/v/lib/python3.11/site-packages), "
        + "Requirement.parse('torch==2.0.1'))"
    ) { match, scene in
      guard let wanted = MessageTemplate("Requirement.parse('{wanted}')").match(match.text)?["wanted"] else {
        return []
      }
      return [
        "Install versions that fit: `pip install '\(wanted)'` (\(match["found"] ?? "another") is installed)."
      ]
    },
    MessageAdvice(
      "`{name}` has been moved to the `{package}` package",
      example:
        "pydantic.errors.PydanticImportError: `BaseSettings` has been moved to the `pydantic-settings` package.",
      advice: ["`pip install {package}` and import `{name}` from there, or pin the older version."]),
    MessageAdvice(
      "module 'collections' has no attribute '{name}'",
      example: "AttributeError: module 'collections' has no attribute 'MutableMapping'"
    ) { match, scene in
      let package = raisingPackage(scene)
      return [
        "`collections.\(match["name"] ?? "")` went with Python 3.10: \(package.map { "upgrade `\($0)`" } ?? "import it from `collections.abc`")"
          + ", or run with Python 3.9."
      ]
    },
    MessageAdvice(
      "`{old}` was removed in the NumPy 2.0 release. Use `{new}` instead",
      example: "AttributeError: `np.Inf` was removed in the NumPy 2.0 release. Use `np.inf` instead."
    ) { match, scene in
      [
        "Write `\(match["new"] ?? "")` for `\(match["old"] ?? "")`"
          + (scene.exception?.frames.last.map { " (\($0.file):\($0.line))" } ?? "")
          + "; where that is a library, upgrade it or `pip install 'numpy<2'`."
      ]
    },
  ]

  /// The package of the innermost frame that is no code of the user's.
  private static func raisingPackage(_ scene: FailureScene) -> String? {
    scene.exception?.frames.last { !$0.isUserCode }.flatMap { package(of: $0.file) }
  }

  /// The package that a file was installed with.
  private static func package(of file: String) -> String? {
    for place in ["site-packages/", "dist-packages/"] {
      guard let found = file.firstRange(of: place) else { continue }
      return file[found.upperBound...].split(separator: "/").first.map { String($0.prefix { $0 != "." }) }
    }
    return nil
  }
}
