/// Servers, models and keys, by name.
enum AccessAdvice {
  static let all: [MessageAdvice] = [
    MessageAdvice(
      [
        "Cannot access gated repo for url https://huggingface.co/{url}.",
        "Access to model {repository} is restricted",
        "Access to dataset {repository} is restricted",
      ],
      example: "OSError: You are trying to access a gated repo.\nCannot access gated repo for url "
        + "https://huggingface.co/meta-llama/Llama-3.1-8B/resolve/main/config.json."
    ) { match, _ in
      let repository =
        match["repository"] ?? match["url"].map { $0.split(separator: "/").prefix(2).joined(separator: "/") }
        ?? ""
      return [
        "Ask for access on https://huggingface.co/\(repository), then give the run a token of that account (HF_TOKEN in "
          + "`env`, or `hf auth login` once)."
      ]
    },
    MessageAdvice(
      [
        "Repository Not Found for url: https://huggingface.co/api/models/{url}",
        "Repository Not Found for url: https://huggingface.co/{url}",
      ],
      example:
        "huggingface_hub.errors.RepositoryNotFoundError: 404 Client Error. (Request ID: Root=1)\n\nRepository Not Found for "
        + "url: https://huggingface.co/bert-base-uncasd/resolve/main/config.json."
    ) { match, _ in
      let parts = (match["url"] ?? "").split(separator: "/")
      let name = parts.prefix { $0 != "resolve" && $0 != "revision" && $0 != "tree" }.prefix(2).joined(
        separator: "/")
      return [
        "There is no public model `\(name)`: correct its name (https://huggingface.co/models?search=…); a private one needs "
          + "HF_TOKEN of an account that may read it."
      ]
    },
    MessageAdvice(
      "is not a local folder and is not a valid model identifier",
      example:
        "OSError: bert-base-uncasd is not a local folder and is not a valid model identifier listed on "
        + "'https://huggingface.co/models'"
    ) { match, scene in
      let name = MessageTemplate("Error: {name} is not a local folder").match(match.text)?["name"]
      return [
        "`\(name ?? "The name")` is neither a directory (seen from the run's working directory) nor a model of the hub: correct "
          + "it; a private model needs HF_TOKEN."
      ]
    },
    MessageAdvice(
      "HTTPSConnectionPool(host='{host}', port={port#})",
      example:
        "requests.exceptions.ConnectionError: HTTPSConnectionPool(host='huggingface.co', port=443): Max retries exceeded "
        + "with url: /bert-base-uncased/resolve/main/config.json"
    ) { match, scene in
      let host = match["host"] ?? ""
      let isUnknown =
        scene.lower.has("name resolution") || scene.lower.has("name or service") || scene.lower.has("resolve")
      return [
        "\(host) \(isUnknown ? "has no address here" : "could not be reached"): try `curl -I https://\(host)` on that machine; "
          + "behind a proxy set HTTPS_PROXY in `env`."
      ]
    },
    MessageAdvice(
      "HTTPConnectionPool(host='{host}', port={port#})",
      example:
        "requests.exceptions.ReadTimeout: HTTPConnectionPool(host='127.0.0.1', port=8080): Read timed out. (read timeout=3)"
    ) { match, _ in
      let (host, port) = (match["host"] ?? "", match["port"] ?? "")
      return ["localhost", "127.0.0.1", "::1"].contains(host)
        ? [
          "The server on port \(port) of this machine did not answer: start it first, or correct the port; a slow one needs a longer time-out."
        ]
        : ["\(host):\(port) did not answer: see that it runs and can be reached from that machine."]
    },
    MessageAdvice(
      "Please try again in {time}", isStart: true,
      example:
        "openai.RateLimitError: Error code: 429 - Rate limit reached for gpt-4o-mini: Limit 3, Used 3, Requested 1. Please try "
        + "again in 20s.",
      advice: ["Wait {time} between calls of this kind, or make fewer at a time."]),
    MessageAdvice(
      "while trying to connect to ({host}, {port#})", isStart: true,
      example:
        "torch.distributed.DistNetworkError: The client socket has timed out after 12000ms while trying to connect to "
        + "(gpu-node-01, 29603).",
      advice: [
        "Nobody listened at {host}:{port}: rank 0 did not start there, or a firewall is between; try `nc -zv {host} {port}`."
      ]),
    MessageAdvice(
      "You must call wandb.init() before wandb.log()",
      example: "wandb.errors.errors.Error: You must call wandb.init() before wandb.log()",
      advice: [
        "Call `wandb.init(project=…)` before the loop, in each process that logs; or log from rank 0 only."
      ]),
  ]
}
