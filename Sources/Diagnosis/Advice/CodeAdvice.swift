/// Errors of the code, by what Python says of them.
enum CodeAdvice {
  static let all: [MessageAdvice] = [
    MessageAdvice(
      "Did you mean: '{name}'?",
      example: "AttributeError: 'Trainer' object has no attribute 'trian'. Did you mean: 'train'?"
    ) { match, scene in
      ["Write `\(match["name"] ?? "")`\(scene.atLocation)."]
    },
    MessageAdvice(
      "name '{name}' is not defined", example: "NameError: name 'optimzer' is not defined"
    ) { match, scene in
      ["Define or import `\(match["name"] ?? "")` before \(scene.exception?.location ?? "it is used")."]
    },
    MessageAdvice(
      "missing {count#} required positional argument:",
      "missing {count#} required positional arguments:",
      example: "TypeError: forward() missing 1 required positional argument: 'mask'"
    ) { match, scene in
      let names = MessageTemplate("required positional argument").rest(of: match.text)?
        .split(separator: ":", maxSplits: 1).last.map { $0.prefix { $0 != "\n" }.drop { $0 == " " } }
      return [
        "Give \(names ?? "what is missing") in the call at \(scene.exception?.location ?? "the last frame")."
      ]
    },
    MessageAdvice(
      "'NoneType' object has no attribute '{name}'", "'NoneType' object is not {name}",
      example: "AttributeError: 'NoneType' object has no attribute 'shape'"
    ) { match, scene in
      [
        "What should \(match.text.contains("no attribute") ? "have" : "be") `\(match["name"] ?? "")` is None\(scene.atLocation): a function "
          + "without `return`, a file that could not be read (`cv2.imread`), or a key that is not there (`.get`)."
      ]
    },
    MessageAdvice(
      "Expected more than 1 value per channel when training",
      example:
        "ValueError: Expected more than 1 value per channel when training, got input size torch.Size([1, 256])"
    ) { _, _ in
      ["A batch of one cannot be normalized: `drop_last=True` for the last batch, or a batch size above 1."]
    },
    MessageAdvice(
      "Trying to backward through the graph a second time",
      example:
        "RuntimeError: Trying to backward through the graph a second time (or directly access saved tensors after they "
        + "have already been freed)."
    ) { _, scene in
      [
        "A tensor of an earlier step is still in the graph\(scene.atLocation): `.detach()` "
          + "what is carried over (hidden states, running sums), or call backward once on the sum of the losses."
      ]
    },
    MessageAdvice(
      "element 0 of tensors does not require grad and does not have a grad_fn",
      example: "RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn"
    ) { _, _ in
      [
        "The loss hangs on no weight that is trained: it was made under `no_grad`, detached, or every weight is frozen; with LoRA "
          + "and gradient checkpointing call `model.enable_input_require_grads()`."
      ]
    },
    MessageAdvice(
      "KeyError: '{key}'", example: "KeyError: 'weight_decay'"
    ) { match, scene in
      // Some put a sentence there.
      guard let key = match["key"], key.utf8.count <= 60, !key.contains(" ") else { return [] }
      return [
        "There is no key '\(key)'\(scene.atLocation): print the keys there; in a "
          + "configuration add it, in data correct the column's name."
      ]
    },
    MessageAdvice(
      "can only concatenate str (not \"{kind}\") to str",
      example: "TypeError: can only concatenate str (not \"float\") to str"
    ) { match, scene in
      [
        "Text and a \(match["kind"] ?? "number") are added\(scene.atLocation): `str(…)` to print it, "
          + "`float(…)` to calculate with the text."
      ]
    },
    MessageAdvice(
      "Early stopping conditioned on metric `{metric}` which is not available",
      example:
        "RuntimeError: Early stopping conditioned on metric `val_loss` which is not available. Pass in or modify your "
        + "`EarlyStopping` callback to use any of the following: `train_loss`"
    ) { match, scene in
      let metric = match["metric"] ?? ""
      let known = MessageTemplate("any of the following: ").rest(of: match.text).map { Choices($0).names }
      return [
        "`\(metric)` was never logged: `self.log(\"\(metric)\", …)` in `validation_step`, and give the trainer validation data"
          + (known.map { $0.isEmpty ? "." : "; or monitor \($0.joined(separator: ", "))." } ?? ".")
      ]
    },
    MessageAdvice(
      "pickle local object '{name}'", isStart: true,
      example: "AttributeError: Can't pickle local object 'main.<locals>.<lambda>'",
      advice: [
        "Move `{name}` to the top of its module, as a function with a name: workers are handed what can be imported only."
      ]),
    MessageAdvice(
      "A process in the process pool was terminated abruptly",
      example:
        "concurrent.futures.process.BrokenProcessPool: A process in the process pool was terminated abruptly while the future "
        + "was running or pending."
    ) { _, scene in
      [
        "A worker was killed or crashed: most often memory ran out; use fewer workers"
          + (scene.flag(["worker", "jobs", "n_proc", "num_proc"]).map { " (\($0))" } ?? "")
          + ", and look at `dmesg | grep -i oom`.",
        "With one worker, or `python -X faulthandler`, a crash shows its line.",
      ]
    },
    MessageAdvice(
      "context has already been set", example: "RuntimeError: context has already been set",
      advice: [
        "`set_start_method` is called twice: call it once, first thing under `if __name__ == \"__main__\":`, or with `force=True`."
      ]),
    MessageAdvice(
      "maximum recursion depth exceeded", example: "RecursionError: maximum recursion depth exceeded"
    ) { _, scene in
      [
        "A function calls itself without end\(scene.atLocation): look for a property or "
          + "`__getattr__` that asks for itself, or a structure that holds itself."
      ]
    },
    MessageAdvice(
      "takes {count#} positional argument but {given#} were given",
      "takes {count#} positional arguments but {given#} were given",
      example: "TypeError: GRPOTrainer._get_train_sampler() takes 1 positional argument but 2 were given"
    ) { match, scene in
      let callee = MessageTemplate("Error: {callee}() takes").match(match.text)?["callee"]
      return [
        "\(callee.map { "`\($0)`" } ?? "The function") takes \(match["count"] ?? "") and was given \(match["given"] ?? "")"
          + "\(scene.atLocation): correct the call (a method counts `self`); between two libraries "
          + "their versions do not fit: upgrade both."
      ]
    },
    MessageAdvice(
      "DataLoader worker (pid {pid#}) is killed by signal: Terminated",
      example: "RuntimeError: DataLoader worker (pid 8102) is killed by signal: Terminated.",
      advice: [
        "Something ended worker {pid} with SIGTERM: a scheduler, a container's stop, or a clean-up of old processes; start again "
          + "from the last checkpoint, and with 0 workers as a test."
      ]),
    MessageAdvice(
      "DataLoader worker (pid {pid#}) is killed by signal: Killed",
      "DataLoader worker (pid(s) {pid#}) exited unexpectedly", isStart: true,
      example: "RuntimeError: DataLoader worker (pid 19597) is killed by signal: Killed.",
      advice: [
        "Worker {pid} was killed, most likely since memory ran out: `dmesg | grep {pid}` says so; each worker holds its own copy."
      ]),
  ]
}
