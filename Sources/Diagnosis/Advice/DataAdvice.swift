/// Data that are not as expected, by the record at fault.
enum DataAdvice {
  static let all: [MessageAdvice] = [
    MessageAdvice(
      "Expected {wanted#} fields in line {line#}, saw {found#}",
      example:
        "pandas.errors.ParserError: Error tokenizing data. C error: Expected 5 fields in line 12, saw 7",
      advice: [
        "Line {line} has {found} fields and the others {wanted}: look at it (`sed -n {line}p FILE`), quote the separator in it, "
          + "or name the right one (`sep`); `on_bad_lines=\"skip\"` leaves such lines out."
      ]),
    MessageAdvice(
      "Expecting value: line 1 column 1 (char 0)",
      example: "json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)"
    ) { _, scene in
      [
        "What was read as JSON is empty, or something else, such as an error page"
          + (scene.exception?.location.map { " (at \($0))" } ?? "") + ": print its first 200 characters."
      ]
    },
    MessageAdvice(
      ["Extra data: line {line#} column {column#}"],
      example: "json.decoder.JSONDecodeError: Extra data: line 2 column 1 (char 45)"
    ) { match, _ in
      match["column"] == "1" && match["line"] != "1"
        ? [
          "The file holds one JSON value a line: read it so (`[json.loads(l) for l in f]`, `pd.read_json(…, lines=True)`)."
        ]
        : [
          "Behind the JSON value there is more (line \(match["line"] ?? ""), column \(match["column"] ?? "")): two values one behind "
            + "the other, or a file that two processes wrote; look at it there, and repair it."
        ]
    },
    MessageAdvice(
      "'utf-8' codec can't decode byte {byte} in position {place#}",
      example: "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"
    ) { match, _ in
      let place = match["place"] == "0" || match["place"] == "1"
      switch match["byte"] {
      case "0xff" where place, "0xfe" where place:
        return ["The file begins as UTF-16 does: open it with `encoding=\"utf-16\"`."]
      case "0x8b" where place:
        return ["The file begins as gzip does: open it with `gzip.open`, or unpack it."]
      case "0x80" where place: return ["The file begins as a pickle does: it is no text."]
      case "0x89" where place: return ["The file begins as a PNG does: it is no text."]
      default:
        return [
          "Byte \(match["byte"] ?? "") at \(match["place"] ?? "") is no UTF-8: the file is in another encoding (`encoding="
            + "\"cp1252\"` or `\"latin-1\"` for Western text, \"gb18030\" for Chinese), or no text at all (`file FILE`)."
        ]
      }
    },
    MessageAdvice(
      "could not convert string to float: '{value}'", "could not convert string to float: \"{value}\"",
      example: "ValueError: could not convert string to float: 'n/a'"
    ) { match, _ in
      let value = match["value"] ?? ""
      let isMissing = ["", "na", "n/a", "nan", "null", "none", "?", "-", "missing"].contains(
        value.lowercased())
      return isMissing
        ? [
          "'\(value)' stands for a missing value: read it as one (`na_values=['\(value)']`), then fill or drop those rows."
        ]
        : [
          "'\(value)' is no number: leave its column out, encode it (`OneHotEncoder`, `pd.get_dummies`), or clean what is around "
            + "the number (units, thousands separators)."
        ]
    },
    MessageAdvice(
      "y contains previously unseen labels: {labels}",
      example: "ValueError: y contains previously unseen labels: ['bird']"
    ) { match, scene in
      let labels = MessageTemplate("unseen labels: ").rest(of: match.text) ?? match["labels"] ?? ""
      return [
        "\(labels) occurs outside of the training part only: fit the encoder on all labels, or leave those rows out."
      ]
    },
    MessageAdvice(
      "image file is truncated ({bytes#} bytes not processed)",
      example: "OSError: image file is truncated (28 bytes not processed)"
    ) { match, scene in
      [
        "An image lacks its last \(match["bytes"] ?? "") bytes\(scene.path.map { " (\($0))" } ?? ""): find such files with "
          + "`Image.open(f).load()` over all, and load them again; `ImageFile.LOAD_TRUNCATED_IMAGES = True` takes them as they are."
      ]
    },
    MessageAdvice(
      ["cannot identify image file '{path}'"],
      example: "PIL.UnidentifiedImageError: cannot identify image file '/data/train/0001.jpg'"
    ) { match, _ in
      [
        "\(match["path"] ?? "The file") is no image: look at it (`file`, its size); an empty file, a web page or a Git LFS "
          + "pointer is left out or loaded again."
      ]
    },
    MessageAdvice(
      "invalid literal for int() with base 10: '{value}'",
      example: "ValueError: invalid literal for int() with base 10: '3.0'"
    ) { match, scene in
      let place = scene.atLocation
      return match["value"].flatMap { Double($0) } == nil
        ? [
          "'\(match["value"] ?? "")' is no number\(place): a header, a name or a missing value where a number is expected."
        ]
        : [
          "'\(match["value"] ?? "")' has a point: read it with `int(float(…))`\(place), or write whole numbers."
        ]
    },
    MessageAdvice(
      "num_samples should be a positive integer value, but got num_samples=0",
      example: "ValueError: num_samples should be a positive integer value, but got num_samples=0"
    ) { _, scene in
      let data = scene.flag(["data", "train", "path", "dir", "root"])
      return [
        "The data set found nothing\(data.map { " (\($0))" } ?? ""): print its root and what its pattern matches there, such as "
          + "`len(list(Path(root).rglob(\"*.jpg\")))`."
      ]
    },
    MessageAdvice(
      "No columns in the dataset match the model's forward method signature",
      example:
        "ValueError: No columns in the dataset match the model's forward method signature: (input_ids, labels). The "
        + "following columns have been ignored: [tokens, target]."
    ) { match, scene in
      let ignored = MessageTemplate("columns have been ignored: [{columns}]").match(match.text)?["columns"]
      return [
        "The data have \(ignored ?? "other columns"), the model takes input_ids, attention_mask and labels: tokenize with `map`, "
          + "rename the columns, or pass `remove_unused_columns=False` with a collator of your own."
      ]
    },
    MessageAdvice(
      "did not return a loss from the inputs, only the following keys: {keys}. For reference, the inputs it received are {inputs}.",
      example:
        "ValueError: The model did not return a loss from the inputs, only the following keys: logits. For reference, the "
        + "inputs it received are input_ids,attention_mask.",
      advice: [
        "The batch holds {inputs} and no `labels`: add that column (for a causal model a copy of input_ids, or "
          + "`DataCollatorForLanguageModeling(mlm=False)`), or name yours in `label_names`."
      ]),
    MessageAdvice(
      "Input {name} contains NaN", "Input contains NaN",
      example: "ValueError: Input X contains NaN."
    ) { _, _ in
      [
        "See which columns (`df.isna().sum()`), then fill them (`SimpleImputer`) or drop those rows; a division by zero or a "
          + "logarithm of it makes infinite values as well.",
        "`HistGradientBoostingClassifier`, xgboost and lightgbm take missing values as they are.",
      ]
    },
    MessageAdvice(
      "Invalid classes inferred from unique values of `y`.  Expected: [{wanted}], got [{found}]",
      "Invalid classes inferred from unique values of `y`. Expected: [{wanted}], got [{found}]",
      example:
        "ValueError: Invalid classes inferred from unique values of `y`.  Expected: [0 1 2], got [1 2 3]",
      advice: [
        "Labels are [{found}] and must be [{wanted}]: drop rows without a label (`df.dropna(subset=[…])`), then "
          + "`y = LabelEncoder().fit_transform(y)`."
      ]),
    MessageAdvice(
      "Bad value for num_feature[non_default_doc_idx={row#},feature_idx={column#}]=\"{value}\"",
      example:
        "_catboost.CatBoostError: Bad value for num_feature[non_default_doc_idx=0,feature_idx=1]=\"basic\": Cannot convert "
        + "'basic' to float",
      advice: [
        "Column {column} holds text such as \"{value}\": name it as a category (`cat_features=[{column}]`)."
      ]),
    MessageAdvice(
      "Target contains only one unique value", "number of classes has to be greater than one",
      "needs samples of at least 2 classes in the data",
      example: "_catboost.CatBoostError: Target contains only one unique value",
      advice: [
        "All labels are the same: check the label column, and split with `stratify=y` so that each part has all classes."
      ]),
    MessageAdvice(
      "Embedding dimension {given#} does not match collection dimensionality {wanted#}",
      example:
        "chromadb.errors.InvalidDimensionException: Embedding dimension 16 does not match collection dimensionality 8",
      advice: [
        "The collection was made with an embedding of {wanted} numbers, this one gives {given}: use that embedding, or a new "
          + "collection."
      ]),
    MessageAdvice(
      "Found no valid file for the classes {classes}. Supported extensions are: {endings}",
      example:
        "FileNotFoundError: Found no valid file for the classes cat. Supported extensions are: .jpg, .jpeg, .png"
    ) { match, scene in
      let endings = MessageTemplate("extensions are: ").rest(of: match.text) ?? match["endings"] ?? ""
      return [
        "The folders of \(match["classes"] ?? "some classes") hold no file that ends in \(endings.prefix { $0 != "\n" }): put images "
          + "there, or remove the folders; the root must be the directory above the classes."
      ]
    },
    MessageAdvice(
      "No images found in directory {path}. Allowed",
      example:
        "ValueError: No images found in directory data/train. Allowed formats: ('.bmp', '.gif', '.jpeg', '.jpg', '.png')",
      advice: [
        "{path} must hold one directory a class with the images inside: see what it holds (`find {path} | head`)."
      ]),
    MessageAdvice(
      "Unknown image file format. One of",
      example:
        "InvalidArgumentError: Unknown image file format. One of JPEG, JPEG XL, PNG, GIF, BMP, WebP required.",
      advice: [
        "One file is no image, whatever its name: find it with `for f in files: tf.io.decode_image(tf.io.read_file(f))` in a "
          + "`try`, and leave it out."
      ]),
    MessageAdvice(
      "factor {name} has new level", example: "factor city has new level d"
    ) { match, _ in
      [
        "`\(match["name"] ?? "")` has a level that the training part lacks: set all levels before splitting (`factor(x, levels = …)`), or "
          + "leave those rows out."
      ]
    },
    MessageAdvice(
      "corrupted record at {offset#}", "Invalid record at {offset#}",
      example: "tensorflow.python.framework.errors_impl.DataLossError: corrupted record at 775087002",
      advice: [
        "A TFRecord file is damaged at byte {offset}, or was cut off there: find it by reading each file alone, and make or copy it "
          + "again; `dataset.ignore_errors()` goes on behind it."
      ]),
    MessageAdvice(
      "Invalid JPEG data", "Invalid PNG data",
      example: "InvalidArgumentError: Invalid JPEG data or crop window, data size 82243",
      advice: [
        "One image is damaged or is of another kind than its name says: decode each file alone to find it "
          + "(`tf.io.decode_image` takes all kinds), and leave it out."
      ]),
    MessageAdvice(
      "Unterminated string starting at: line {line#} column {column#}",
      example: "json.decoder.JSONDecodeError: Unterminated string starting at: line 1 column 219 (char 218)",
      advice: [
        "The JSON ends in the middle of a text (line {line}): the file was cut off while it was written; make it again."
      ]),
  ]
}
